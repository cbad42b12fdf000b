import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/requests/case/case.ts';
import type { CaseEvent } from '../../../src/requests/case/case-events.ts';
import { isCaseEvent } from '../../../src/requests/case/event-shape.ts';
import { openActions } from '../../../src/requests/case/open-actions.ts';
import { evolve, replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { type CaseAction, caseActions, stopRights } from '../../../src/requests/decisions/case-actions.ts';
import type { Moment } from '../../../src/requests/decisions/decision.ts';
import { abe, ada, calls, finishWork, logged, moment, sam, tess, tom } from '../../support/case-story.ts';

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
];
const people = [tess, tom, ada, abe, sam];
const minutes = 60_000;

const walk = fc.record({
  right: fc.constantFrom(...rights),
  clientWorkspace: fc.boolean(),
  steps: fc.array(
    fc.record({
      choice: fc.nat(60),
      wild: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(...caseActions) },
        { weight: 4, arbitrary: fc.constant(null) },
      ),
      person: fc.constantFrom(...people),
      wait: fc.integer({ min: 1, max: 60 * 24 * 20 }),
    }),
    { minLength: 15, maxLength: 45 },
  ),
});

const dull: readonly CaseAction[] = [
  'addNote',
  'declareConflict',
  'liftConflict',
  'assignTask',
  'handOver',
  'placeHold',
  'correctReceipt',
  'withdraw',
  'refuse',
  'recall',
  'return',
  'forward',
  'askForFee',
  'lapse',
];

const forward: readonly CaseAction[] = [
  'agree',
  'identityReceived',
  'authorityReceived',
  'clarificationReceived',
  'feePaid',
  'sendForReview',
  'approve',
  'recordResponseSent',
  'close',
];

const workThrough = (history: readonly CaseEvent[], now: Moment): readonly CaseEvent[] => {
  const logs = ['logRedaction', 'recordRecipient', 'proposeDeletion', 'agree'] as const;
  const before = logs.reduce<readonly CaseEvent[]>((events, action) => {
    const decision = calls[action](replay(events), { ...now, actor: action === 'agree' ? abe : ada });
    return decision.ok ? events.concat(decision.events) : events;
  }, history);
  try {
    return finishWork(before, now.at);
  } catch {
    return before; // Some task waits for a deletion to be agreed, or the case is closed.
  }
};

/** Whatever people press in whatever order: only what was allowed is kept. */
const follow = (w: typeof walk extends fc.Arbitrary<infer T> ? T : never): readonly CaseEvent[] => {
  let history = logged(w.right, { clientWorkspace: w.clientWorkspace, agent: true });
  let request = replay(history);
  let at = Date.parse('2026-09-01T12:00:00Z');
  for (const { choice, wild, person, wait } of w.steps) {
    at += wait * minutes;
    const now = moment(new Date(at).toISOString(), person);
    if (choice < 8) {
      history = workThrough(history, now);
      request = replay(history);
      continue;
    }
    const open = openActions(request, now).filter((action) => !dull.includes(action));
    const onward = choice > 30 ? open.find((action) => forward.includes(action)) : undefined;
    const action = wild ?? onward ?? open[choice % Math.max(open.length, 1)];
    const decision = action ? calls[action](request, now) : null;
    if (!decision?.ok) continue;
    history = history.concat(decision.events);
    request = decision.events.reduce<Case>(evolve, request);
  }
  return history;
};

/** The states that a case came through. */
const statesOf = (history: readonly CaseEvent[]): readonly string[] => {
  let request: Case | null = null;
  return history.map((event) => {
    request = evolve(request, event);
    return request.state;
  });
};

const givers = (history: readonly CaseEvent[]) =>
  history.flatMap((event) => {
    if (event.type !== 'approval_given') return [];
    const asked = history.find((each) => each.type === 'approval_requested' && each.id === event.id);
    return [{ asked: asked?.by, given: event.by }];
  });

describe('any walk through a case', () => {
  it('gets everywhere: the walks below are not idle', () => {
    const walks = fc.sample(walk, { numRuns: 200, seed: 7 }).map(follow);
    const ends = walks.map(replay);
    // Also what a walk came through: most that are withdrawn are closed by its end.
    const states = new Set(walks.flatMap(statesOf));
    expect([...states].sort()).toEqual(
      expect.arrayContaining(['closed', 'in_progress', 'ready_for_review', 'withdrawn']),
    );
    expect(ends.filter((end) => end.outcome === 'full').length).toBeGreaterThan(10);
  });

  it('never ends where the law forbids it', () => {
    fc.assert(
      fc.property(walk, (w) => {
        const history = follow(w);
        const end = replay(history);
        const types = history.map((event) => event.type);
        const first = (type: CaseEvent['type']) => types.indexOf(type);

        for (const { asked, given } of givers(history)) expect(given).not.toBe(asked);
        history.forEach((event, index) => {
          if (event.type !== 'approved') return;
          const before = replay(history.slice(0, index));
          expect(event.by).not.toBe(before.owner);
          expect(event.by).not.toBe(before.review?.by);
          expect(before.conflicts).not.toContain(event.by);
        });
        if (end.state === 'closed') {
          expect(end.frozen).toBe(false);
          expect(end.retainUntil).not.toBeNull();
          if (end.outcome !== null && end.outcome !== 'refused')
            expect(end.tasks.filter((task) => task.mandatory && task.status === 'open')).toEqual([]);
          // A restriction may outlive the case, and its lifting is proposed then.
          const waiting = end.approvals.filter((each) => each.status === 'pending');
          expect(waiting.filter((each) => each.proposal.kind !== 'lift_restriction')).toEqual([]);
        }
        if (end.outcome !== null) {
          // What has to stop at once cannot be refused, so no second person weighs it; a list with a review says that it fell away.
          if (!types.includes('approved')) {
            expect(stopRights).toContain(w.right);
            expect(end.tasks.find((task) => task.id === 'review')?.status ?? 'waived').toBe('waived');
          } else expect(first('approved')).toBeGreaterThan(first('submitted_for_review'));
          expect(end.endedAt).not.toBeNull();
        }
        if (['direct_marketing_objection', 'consent_withdrawal'].includes(w.right)) {
          expect(types).not.toContain('refused');
          expect(types).not.toContain('identity_requested');
        }
        expect(types.filter((type) => type === 'extended').length).toBeLessThanOrEqual(1);
        if (end.state === 'lapsed')
          expect(types.filter((type) => type === 'chased').length).toBeGreaterThanOrEqual(2);
        expect(end.clockEvents.every((event) => Date.parse(event.at) <= Date.parse(end.lastAt))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is told the same way every time, from the start or from any point on', () => {
    fc.assert(
      fc.property(walk, (w) => {
        const history = follow(w);
        expect(replay(history)).toEqual(replay(structuredClone(history)));
        expect(replay(JSON.parse(JSON.stringify(history)))).toEqual(replay(history));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves no words about the person outside `personal`, and a case without any', () => {
    fc.assert(
      fc.property(walk, (w) => {
        const history = follow(w);
        const plain = history.map(({ personal: _, ...event }) => event);
        expect(JSON.stringify(plain)).not.toContain('anary');
        expect(JSON.stringify(replay(history))).not.toContain('anary');
        expect(history.every(isCaseEvent)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
