import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../src/requests/case/next-step.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { reopen } from '../../../src/requests/decisions/decide-reopening.ts';
import type { Actor } from '../../../src/requests/decisions/decision.ts';
import { calls, loggedNow, moment, sam, story, tess, tom } from '../../support/case-story.ts';

const closed = '2026-09-05T10:00:00Z';
const later = (days: number) => new Date(Date.parse(closed) + days * 86_400_000).toISOString();
const after = (right: Right, ...actions: readonly (keyof typeof calls)[]) =>
  story(
    loggedNow(right),
    ...actions.map(
      (action) => (request: Parameters<typeof reopen>[0]) => calls[action](request, moment(closed, tess)),
    ),
  );
const reopened = (right: Right, actions: readonly (keyof typeof calls)[], by: Actor = tom, days = 1) => {
  const history = after(right, ...actions);
  const done = reopen(replay(history), moment(later(days), by));
  return done.ok ? replay([...history, ...done.events]) : done;
};
const open = (request: ReturnType<typeof replay>) =>
  request.tasks.filter(({ status }) => status === 'open').map(({ id }) => id);

describe.each(['direct_marketing_objection', 'consent_withdrawal'] as const)(
  '%s, closed too early',
  (right) => {
    it('is as it was before: not stopped, not told, with the same next step and no end', () => {
      const request = reopened(right, ['stopAndTell']);
      if ('ok' in request) throw new Error(request.code);
      expect(request).toMatchObject({
        state: 'in_progress',
        owner: tess.id,
        outcome: null,
        endedAt: null,
        closedAt: null,
        retainUntil: null,
        workDoneAt: null,
      });
      expect(open(request)).toEqual(open(replay(loggedNow(right))));
      expect(nextStep(request, moment(later(1), tom)).act?.action).toBe('stopAndTell');
    });

    it('can be stopped and told again', () => {
      const request = reopened(right, ['stopAndTell']);
      if ('ok' in request) throw new Error(request.code);
      expect(calls.stopAndTell(request, moment(later(2), tess))).toMatchObject({ ok: true });
    });

    it('stays stopped where the person was told by another press', () => {
      const history = story(
        loggedNow(right),
        (request) => calls.markStopped(request, moment('2026-09-04T10:00:00Z', tess)),
        (request) => calls.confirmStopped(request, moment(closed, tess)),
      );
      const done = reopen(replay(history), moment(later(1), tess));
      if (!done.ok) throw new Error(done.code);
      const request = replay([...history, ...done.events]);
      expect(request.workDoneAt).toBe('2026-09-04T10:00:00Z');
      expect(nextStep(request, moment(later(1), tess)).act?.action).toBe('confirmStopped');
    });

    it('is not reopened twice, nor by somebody who is not of the team, nor after a week', () => {
      expect(reopened(right, ['stopAndTell', 'reopen'])).toMatchObject({ ok: false, code: 'wrong_state' });
      expect(reopened(right, ['stopAndTell'], sam)).toMatchObject({ ok: false, code: 'team_only' });
      expect(reopened(right, ['stopAndTell'], tom, 7)).not.toHaveProperty('code');
      expect(reopened(right, ['stopAndTell'], tom, 8)).toMatchObject({
        ok: false,
        code: 'reopening_too_late',
      });
    });
  },
);

it('whoever tries something else is told to reopen it first, in that week only', () => {
  const on = (right: Right, actions: readonly (keyof typeof calls)[], days: number) => {
    const done = calls.placeHold(replay(after(right, ...actions)), moment(later(days), tess));
    return done.ok ? null : done;
  };
  const never = on('access', ['take', 'withdraw', 'close'], 1);
  expect(never?.code).toBe('wrong_state');
  expect(on('consent_withdrawal', ['stopAndTell'], 1)?.facts).not.toEqual(never?.facts);
  expect(on('consent_withdrawal', ['stopAndTell'], 8)?.facts).toEqual(never?.facts);
});

it('what was erased within that week stays closed, and nobody is offered to reopen it', () => {
  const erased = replay([
    ...after('consent_withdrawal', 'stopAndTell'),
    { type: 'personal_data_erased', at: later(1), by: 'system', reason: 'decided' },
  ]);
  expect(reopen(erased, moment(later(2), tom))).toMatchObject({ ok: false, code: 'erased_already' });
  expect(nextStep(erased, moment(later(2), tom))).toEqual(
    nextStep(replay(after('access', 'take', 'withdraw', 'close')), moment(later(2), tom)),
  );
});

it('any other closed case stays as it is', () => {
  expect(reopened('access', ['take', 'withdraw', 'close'])).toMatchObject({
    ok: false,
    code: 'not_for_this_right',
  });
  expect(reopened('consent_withdrawal', ['take', 'withdraw', 'close'])).toMatchObject({
    ok: false,
    code: 'no_reopening',
  });
});
