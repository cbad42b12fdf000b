import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/requests/case/case.ts';
import type { CaseEvent } from '../../../src/requests/case/case-events.ts';
import { nextStep, stepsNow } from '../../../src/requests/case/next-step.ts';
import { evolve, replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { type CaseAction, caseActions } from '../../../src/requests/decisions/case-actions.ts';
import { agree, decline } from '../../../src/requests/decisions/decide-approvals.ts';
import { sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import { recordClientStep, restrict } from '../../../src/requests/decisions/decide-safeguards.ts';
import { answerForTeam, askTeams } from '../../../src/requests/decisions/decide-search.ts';
import { markTaskDone } from '../../../src/requests/decisions/decide-tasks.ts';
import type { Actor, Decision, Moment } from '../../../src/requests/decisions/decision.ts';
import { outcomeTrouble } from '../../../src/requests/decisions/guards.ts';
import {
  abe,
  ada,
  calls,
  hash,
  logged,
  loggedNow,
  moment,
  sam,
  tess,
  tom,
} from '../../support/case-story.ts';
import { dice } from '../../support/dice.ts';

const rights: readonly Right[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'consent_withdrawal',
  'direct_marketing_objection',
  'complaint',
  'client_data_deletion',
  'client_information_retention',
];

const start = Date.parse('2026-09-02T09:00:00Z');
const minute = (count: number): string => new Date(start + count * 60_000).toISOString();

/** What the form behind the button sends when whoever fills it in changes nothing but what has to be chosen. */
const press = (request: Case, now: Moment): Decision | null => {
  const { act } = nextStep(request, now);
  if (act === null) return null;
  switch (act.action) {
    case 'markDone':
      return markTaskDone(
        request,
        {
          task: act.about,
          result: request.tasks.find(({ id }) => id === act.about)?.system ? 'found' : 'done',
        },
        now,
      );
    case 'agree':
      return agree(request, act.about, now);
    case 'decline':
      return decline(request, { id: act.about, reason: 'missing_material' }, now);
    case 'restrict':
      return restrict(request, 'accuracy_contested', now);
    case 'askTeams': {
      const out = request.asked.filter(({ result }) => result === null || result === 'not_ours');
      const own = (out.length > 0 ? out.map(({ system }) => system) : ['product_database']).map((system) => ({
        system,
        result: 'found' as const,
      }));
      return askTeams(request, { entry: `round-${now.at}`, teams: [], own }, now);
    }
    case 'writeAnswer':
      return sendForReview(
        request,
        {
          outcome:
            request.right === 'complaint'
              ? 'not_upheld'
              : outcomeTrouble(request, 'full') === null
                ? 'full'
                : 'partial',
          contentHash: hash,
          nothingHeldBack: `answer-${now.at}`,
        },
        now,
      );
    case 'recordClientStep': {
      const done = new Set(request.clockEvents.map(({ type }) => type));
      const step =
        request.right === 'client_information_retention'
          ? 'agreement_terminated'
          : done.has('client_receipt_confirmed')
            ? 'client_deletion_requested'
            : 'client_receipt_confirmed';
      return recordClientStep(request, { step, on: now.at }, now);
    }
    case 'approve':
      expect(act.about).toBe(request.review?.contentHash);
      return calls.approve(request, now);
    default:
      return calls[act.action](request, now);
  }
};

const people: readonly Actor[] = [tess, tom, ada, abe];
const wild = caseActions.filter((action) => action !== 'close');

describe('the next step', () => {
  it('is never refused, in any state that 300 random cases go through', () => {
    const roll = dice(20261130);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
    const refused: string[] = [];
    let pressed = 0;
    for (let run = 0; run < 300; run += 1) {
      const right = pick(rights);
      const more = {
        agent: roll() < 0.3,
        clientWorkspace: roll() < 0.1,
        regime: roll() < 0.2 ? 'eu' : 'uk',
      } as const;
      let request = replay(roll() < 0.2 ? logged(right, more) : loggedNow(right, more));
      const clock =
        roll() < 0.3
          ? { due: '2026-09-20', extensionNoticeDue: '2026-09-10', refusalDue: '2026-09-10' }
          : { due: null, extensionNoticeDue: null, refusalDue: null };
      let now = 0;
      for (let turn = 0; turn < 45; turn += 1) {
        now += 1 + Math.floor(roll() * (roll() < 0.1 ? 60 * 24 * 9 : 400));
        for (const actor of people) {
          const decided = press(request, moment(minute(now), actor, { clock }));
          if (decided === null) continue;
          pressed += 1;
          if (!decided.ok)
            refused.push(
              `${right} ${request.state} ${JSON.stringify(nextStep(request, moment(minute(now), actor, { clock })))}: ${decided.code} ${JSON.stringify(decided.facts)}`,
            );
        }
        const actor = pick(people);
        const at = moment(minute(now), actor, { clock });
        const go: CaseAction = pick(wild);
        const decision = roll() < 0.35 ? calls[go](request, at) : press(request, at);
        if (decision?.ok) request = decision.events.reduce<Case>(evolve, request);
      }
    }
    expect(refused.slice(0, 5)).toEqual([]);
    expect(pressed).toBeGreaterThan(10_000);
  });

  it.each(rights)('leads %s from the first press to the closed case', (right) => {
    let history = loggedNow(right);
    const names: string[] = [];
    for (let turn = 0; turn < 30 && replay(history).state !== 'closed'; turn += 1) {
      const request = replay(history);
      for (const actor of [tess, abe]) {
        const decision = press(request, moment(minute(turn + 1), actor));
        if (decision === null) continue;
        if (!decision.ok)
          throw new Error(`${nextStep(request, moment(minute(turn + 1), actor)).id}: ${decision.code}`);
        names.push(nextStep(request, moment(minute(turn + 1), actor)).id);
        history = history.concat(decision.events);
        break;
      }
    }
    expect(replay(history).state, names.join(' ')).toBe('closed');
  });

  it('an access request as logged with defaults has six steps', () => {
    expect(replay(loggedNow('access')).tasks.map(({ id }) => id)).toEqual([
      'acknowledge',
      'search',
      'others',
      'letter',
      'review',
      'send',
    ]);
  });

  it('a case that was logged with the first edition keeps its list', () => {
    expect(replay(logged('access')).tasks).toHaveLength(13);
  });

  it('a person outside the team has no button, and reads whose turn it is', () => {
    for (const right of rights)
      expect(nextStep(replay(loggedNow(right)), moment(minute(1), sam)).act).toBeNull();
  });

  it('a step appears when it matters', () => {
    const ids = (history: readonly CaseEvent[]) => replay(history).tasks.map(({ id }) => id);
    expect(ids(loggedNow('access', { agent: true }))).toContain('authority');
    const taken = loggedNow('erasure').concat({ type: 'taken', at: minute(1), by: 'UTESS' });
    expect(ids(taken)).not.toContain('decide-deletion');
    const found = askTeams(
      replay(taken),
      { entry: 'e', teams: [], own: [{ system: 'crm', result: 'found' }] },
      moment(minute(2), tess),
    );
    expect(found.ok && ids(taken.concat(found.events))).toContain('decide-deletion');
  });

  it('what is sent is done: the acknowledgement ticks its step', () => {
    const done = calls.acknowledge(replay(loggedNow('access')), moment(minute(1), tess));
    expect(done.ok && replay(loggedNow('access').concat(done.events)).tasks[0]).toMatchObject({
      id: 'acknowledge',
      status: 'done',
    });
  });
});

describe('a round of searches', () => {
  const taken = loggedNow('access').concat(
    { type: 'taken', at: minute(1), by: 'UTESS' },
    { type: 'acknowledged', at: minute(1), by: 'UTESS', sentAt: minute(1) },
  );
  const round = {
    entry: 'r',
    teams: [{ team: 'support', systems: ['tickets', 'mailboxes'], people: ['USUP'] }],
    own: [],
  };
  const asked = (): readonly CaseEvent[] => {
    const decision = askTeams(replay(taken), round, moment(minute(2), tess));
    if (!decision.ok) throw new Error(decision.code);
    return taken.concat(decision.events);
  };
  const says = (
    history: readonly CaseEvent[],
    system: string,
    result: 'found' | 'not_found' | 'not_ours',
    by: Actor,
  ) =>
    answerForTeam(
      replay(history),
      { entry: `a-${by.id}`, answers: [{ system, result }] },
      moment(minute(3), by),
    );
  const support: Actor = { id: 'USUP', roles: ['anyone'] };

  it('is the same round when the form is sent twice', () => {
    expect(askTeams(replay(asked()), round, moment(minute(3), tess))).toMatchObject({ code: 'already_done' });
  });

  it('takes an answer from whoever was asked and from nobody else, once', () => {
    expect(says(asked(), 'tickets', 'found', sam)).toMatchObject({ ok: false, code: 'assignee_only' });
    const first = says(asked(), 'tickets', 'found', support);
    expect(first.ok).toBe(true);
    if (first.ok)
      expect(says(asked().concat(first.events), 'tickets', 'not_found', support)).toMatchObject({
        code: 'already_done',
      });
  });

  it('ends the step when the last system is answered, and fills the search log', () => {
    let history = asked();
    for (const [system, result] of [
      ['tickets', 'found'],
      ['mailboxes', 'not_found'],
    ] as const) {
      expect(stepsNow(replay(history), moment(minute(3), tess))[0]).toMatchObject({
        id: 'search-out',
        who: 'teams',
      });
      const decision = says(history, system, result, support);
      if (decision.ok) history = history.concat(decision.events);
    }
    const request = replay(history);
    expect(request.searches).toEqual([
      { system: 'tickets', result: 'found' },
      { system: 'mailboxes', result: 'not_found' },
    ]);
    expect(nextStep(request, moment(minute(4), tess)).act?.action).toBe('writeAnswer');
  });

  it('what is not theirs comes back to whoever works the case', () => {
    const decision = says(asked(), 'tickets', 'not_ours', support);
    if (!decision.ok) throw new Error(decision.code);
    expect(stepsNow(replay(asked().concat(decision.events)), moment(minute(4), tess))[0]).toMatchObject({
      id: 'search-again',
      who: 'team',
    });
  });
});
