import { afterEach, describe, expect, it } from 'vitest';
import { faceOf } from '../../../src/flows/cases/case-face.ts';
import type { Casework } from '../../../src/flows/cases/casework.ts';
import { changeCase } from '../../../src/flows/cases/change-case.ts';
import { doCaseAction } from '../../../src/flows/cases/do-case-action.ts';
import { logRequests } from '../../../src/flows/cases/log-request.ts';
import { myWork, openCases, seeCase } from '../../../src/flows/cases/look-at-cases.ts';
import { myDesk } from '../../../src/flows/cases/my-desk.ts';
import { noticesOf } from '../../../src/posts/case-notices.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { type CaseAction, rules } from '../../../src/requests/decisions/case-actions.ts';
import { calls } from '../../support/case-story.ts';
import { approver, colleague, lead, letter, openDesk } from '../../support/desk.ts';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

const caseActions = Object.keys(rules) as CaseAction[];
const other = 'U0APPROV2';

/** A case that `barred` owned, logged and has a task of, until a conflict was declared against them. */
const withConflict = async (barred: string) => {
  const at = await openDesk();
  close = at.close;
  const desk: Casework = { ...at.desk, approvers: async () => [approver, other] };
  const logged = await logRequests(desk, letter({ rights: ['complaint'] }), barred, 'form-1');
  if (!logged.ok) throw new Error('nothing was logged');
  const number = logged.cases[0]?.request.number ?? '';
  await changeCase(desk, number, barred, calls.take);
  const declares = (user: string, by = colleague) =>
    doCaseAction(desk, {
      action: 'declareConflict',
      number,
      about: '',
      user: by,
      entry: 'e1',
      openedAt: '2026-11-23T09:00:00Z',
      sent: { to: user, why: 'named_in_complaint' },
    });
  const declared = await declares(barred);
  if (!declared.ok) throw new Error(JSON.stringify(declared));
  return { desk, number, declares };
};

describe.each([
  ['a colleague of the team', lead],
  ['an approver', approver],
])('%s with a declared conflict', (_, barred) => {
  it('sees nothing of the case, nor that there is one', async () => {
    const { desk, number } = await withConflict(barred);
    expect(await seeCase(desk, number, barred)).toEqual({
      ok: false,
      code: 'no_such_case',
      facts: { number },
    });
    const seen = [await openCases(desk, barred), await myWork(desk, barred), await myDesk(desk, barred)];
    expect(JSON.stringify(seen)).not.toContain(number);
    expect(JSON.stringify(await openCases(desk, colleague))).toContain(number);
  });

  it('can do nothing to it, whatever they try', async () => {
    const { desk, number } = await withConflict(barred);
    const before = (await desk.register.history(number)).length;
    for (const action of caseActions)
      expect(await changeCase(desk, number, barred, calls[action])).toMatchObject({ code: 'no_such_case' });
    expect((await desk.register.history(number)).length).toBe(before);
  });

  it('owns it no more, is told nothing of it, and is shown no step of it', async () => {
    const { desk, number } = await withConflict(barred);
    const history = await desk.register.history(number);
    const request = replay(history);
    expect([request.owner, request.tasks.some(({ assignee }) => assignee === barred)]).toEqual([null, false]);
    const facts = { approvers: [approver, other], now: desk.clock(), law: desk.table };
    const told = noticesOf(faceOf(desk, request), history, facts);
    expect(told.map(({ to }) => to)).not.toContain(barred);
  });
});

describe('a conflict', () => {
  it('is taken back by an approver alone, and then the case is seen again', async () => {
    const { desk, number } = await withConflict(lead);
    const takesBack = (user: string) =>
      doCaseAction(desk, {
        action: 'liftConflict',
        number,
        about: '',
        user,
        entry: 'e2',
        openedAt: '2026-11-23T09:00:00Z',
        sent: { to: lead },
      });
    expect(await takesBack(colleague)).toMatchObject({ ok: false, refusal: { code: 'approver_only' } });
    expect(await takesBack(lead)).toMatchObject({ ok: false });
    expect(await takesBack(approver)).toMatchObject({ ok: true });
    expect(await seeCase(desk, number, lead)).toMatchObject({ ok: true, sees: 'case' });
  });

  it('cannot be declared against everybody who could take it back', async () => {
    const { declares } = await withConflict(approver);
    expect(await declares(other)).toMatchObject({ ok: false, refusal: { code: 'nobody_left' } });
    expect(await declares(lead)).toMatchObject({ ok: true });
  });
});
