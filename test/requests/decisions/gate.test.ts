import { describe, expect, it } from 'vitest';
import type { Case, CaseState } from '../../../src/requests/case/case.ts';
import { openStates } from '../../../src/requests/case/case.ts';
import type { CaseEvent } from '../../../src/requests/case/case-events.ts';
import { actionsNow, openActions } from '../../../src/requests/case/open-actions.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { type CaseAction, caseActions, rules } from '../../../src/requests/decisions/case-actions.ts';
import { refusalSentence } from '../../../src/requests/decisions/refusals.ts';
import {
  ada,
  answeredAccess,
  by,
  calls,
  logged,
  moment,
  readyAccess,
  sam,
  story,
  tess,
} from '../../support/case-story.ts';

const now = '2026-10-20T10:00:00Z';
const day = (n: number) => `2026-09-${String(n).padStart(2, '0')}T10:00:00Z`;
const taken = () => story(logged('access', { agent: true }), by('take', day(2)));

/** One access request in each state it can be in. */
const inState: Readonly<Record<CaseState, () => readonly CaseEvent[]>> = {
  received: () => logged('access', { agent: true }),
  in_progress: taken,
  awaiting_identity: () => story(taken(), by('askForIdentity', day(3))),
  awaiting_authority: () => story(taken(), by('askForAuthority', day(3))),
  awaiting_fee: () => story(taken(), by('askForFee', day(3)), by('agree', day(4), ada)),
  awaiting_clarification: () => story(taken(), by('askForClarification', day(3))),
  ready_for_review: readyAccess,
  approved: () => story(readyAccess(), by('approve', day(12), ada)),
  responded: answeredAccess,
  refused: () =>
    story(taken(), by('refuse', day(3)), by('approve', day(4), ada), by('recordResponseSent', day(5))),
  withdrawn: () => story(taken(), by('withdraw', day(3))),
  lapsed: () =>
    story(
      taken(),
      by('askForIdentity', day(3)),
      by('chase', day(10)),
      by('chase', day(20)),
      by('lapse', '2026-10-05T10:00:00Z'),
      by('agree', '2026-10-05T11:00:00Z', ada),
    ),
  forwarded_to_controller: () => story(logged('access', { clientWorkspace: true }), by('forward', day(3))),
  closed: () => story(answeredAccess(), by('close', day(13))),
};
const states = Object.keys(inState) as CaseState[];

/** Section C of the procedure, typed from it: from which states an action that changes the state may be made. */
const lawful: Readonly<Partial<Record<CaseAction, readonly CaseState[]>>> = {
  askForIdentity: ['received', 'in_progress'],
  identityReceived: ['awaiting_identity'],
  askForAuthority: ['received', 'in_progress'],
  authorityReceived: ['awaiting_authority'],
  askForFee: ['in_progress'],
  feePaid: ['awaiting_fee'],
  askForClarification: ['in_progress'],
  sendForReview: ['in_progress'],
  approve: ['ready_for_review'],
  return: ['ready_for_review'],
  recordResponseSent: ['approved'],
  withdraw: openStates,
  lapse: ['awaiting_identity', 'awaiting_authority', 'awaiting_fee', 'awaiting_clarification'],
  forward: ['received'],
  close: ['responded', 'refused', 'withdrawn', 'lapsed', 'forwarded_to_controller'],
};

describe('the state machine', () => {
  it.each(states)('a story leads into the state %s', (state) => {
    expect(replay(inState[state]()).state).toBe(state);
  });

  const rows = Object.entries(lawful).flatMap(([action, from]) =>
    states.filter((state) => !from.includes(state)).map((state) => [action as CaseAction, state] as const),
  );
  it.each(rows)('%s is illegal in the state %s', (action, state) => {
    const decision = calls[action](replay(inState[state]()), moment(now, ada));
    expect(decision.ok).toBe(false);
    if (!decision.ok) expect(['wrong_state', 'already_done', 'not_pending']).toContain(decision.code);
  });

  it('a closed case takes notes, links and nothing else', () => {
    const open = openActions(replay(inState.closed()), moment(now, ada));
    expect(open).toEqual(['addNote', 'link']);
  });
});

describe('roles', () => {
  const cases = states.map((state) => replay(inState[state]()));
  it.each(caseActions.filter((action) => action !== 'markDone'))(
    'nobody outside the privacy team can %s, whatever the state',
    (action) => {
      for (const request of cases)
        expect(calls[action](request, moment(now, sam))).toMatchObject({
          ok: false,
          code: rules[action].who === 'approver' ? 'approver_only' : 'team_only',
        });
    },
  );
  it.each(caseActions.filter((action) => rules[action].who === 'approver'))(
    'the team alone cannot %s',
    (action) => {
      for (const request of cases)
        expect(calls[action](request, moment(now, tess))).toMatchObject({ code: 'approver_only' });
    },
  );
  it('who has no task cannot mark one done', () => {
    for (const request of cases)
      expect(calls.markDone(request, moment(now, sam))).toMatchObject({ code: 'assignee_only' });
  });
});

describe('two clicks of one button', () => {
  const before: Readonly<Partial<Record<CaseAction, () => readonly CaseEvent[]>>> = {
    take: inState.received,
    handOver: taken,
    assignTask: taken,
    acknowledge: taken,
    askForIdentity: taken,
    identityReceived: inState.awaiting_identity,
    askForAuthority: taken,
    authorityReceived: inState.awaiting_authority,
    askForFee: taken,
    feePaid: inState.awaiting_fee,
    askForClarification: taken,
    clarificationReceived: inState.awaiting_clarification,
    chase: inState.awaiting_identity,
    extend: taken,
    recordExtensionNotice: () => story(taken(), by('extend', day(3)), by('agree', day(4), ada)),
    logSearch: taken,
    logRedaction: taken,
    logExemption: taken,
    restrict: taken,
    tellBeforeLifting: () => story(taken(), by('restrict', day(3))),
    liftRestriction: () => story(taken(), by('restrict', day(3)), by('tellBeforeLifting', day(4))),
    placeHold: taken,
    liftHold: () => story(taken(), by('placeHold', day(3))),
    refuse: taken,
    approve: readyAccess,
    recordResponseSent: inState.approved,
    withdraw: taken,
    lapse: () => story(inState.awaiting_identity(), by('chase', day(10)), by('chase', day(20))),
    forward: () => logged('access', { clientWorkspace: true }),
    close: inState.responded,
    correctReceipt: taken,
    changeRegime: taken,
    changeJurisdiction: taken,
    addNote: taken,
    declareConflict: taken,
    liftConflict: () => story(taken(), by('declareConflict', day(3))),
    link: taken,
    approveLetter: taken,
    recordLetterSent: taken,
  };
  it.each(Object.keys(before) as CaseAction[])('%s is done once', (action) => {
    const history = before[action]?.() ?? [];
    const first = calls[action](replay(history), moment(now, ada));
    expect(first).toMatchObject({ ok: true });
    if (!first.ok) return;
    const task = (request: Case) => request.tasks.find((each) => each.assignee === 'USAM')?.id;
    const after = replay([...history, ...first.events]);
    if (action === 'assignTask') expect(task(after)).toBe('scope');
    expect(calls[action](after, moment(now, ada))).toMatchObject({ ok: false, code: 'already_done' });
  });

  it('sending for review twice is once', () => {
    expect(by('sendForReview', now)(replay(readyAccess()))).toMatchObject({ code: 'already_done' });
  });

  it('marking one task done twice is once, and waiving it afterwards is too late', () => {
    const done = story(taken(), by('markDone', now));
    const history = replay(done);
    expect(history.tasks[0]).toMatchObject({ id: 'scope', status: 'done' });
    expect(by('waiveTask', now)(replay(done))).toMatchObject({ ok: true });
  });
});

describe('what a person may do next', () => {
  it('every shut action says why in a sentence without gaps', () => {
    for (const state of states)
      for (const actor of [sam, tess, ada])
        for (const step of actionsNow(replay(inState[state]()), moment(now, actor)))
          if (!step.open) {
            const sentence = refusalSentence(step.why);
            expect(sentence).toMatch(/[.!]$/);
            expect(sentence).not.toMatch(/[{}]| \.|undefined/);
          }
  });

  it('an action that is shown open is open, except where an input is still missing', () => {
    for (const state of states) {
      const request = replay(inState[state]());
      const m = moment(now, ada);
      for (const action of openActions(request, m)) {
        const decision = calls[action](request, m);
        if (!decision.ok) expect(['unknown_task', 'same_value', 'over_asking']).toContain(decision.code);
      }
    }
  });
});

describe('a case of which nobody knows yet which right it is', () => {
  it('is not acknowledged before the right is named', () => {
    const unsure = logged('access', { unsure: true });
    expect(calls.acknowledge(replay(unsure), moment(now, tess))).toMatchObject({ code: 'right_not_named' });
    const named = story(unsure, by('nameRight', now));
    expect(calls.acknowledge(replay(named), moment(now, tess))).toMatchObject({ ok: true });
  });
});
