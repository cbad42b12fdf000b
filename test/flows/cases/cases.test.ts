import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeCase } from '../../../src/flows/cases/change-case.ts';
import { logRequests } from '../../../src/flows/cases/log-request.ts';
import { myWork, openCases, seeCase } from '../../../src/flows/cases/look-at-cases.ts';
import { assignTask, handOver, take } from '../../../src/requests/decisions/decide-tasks.ts';
import { agent, approver, colleague, lead, letter, openDesk, operations } from '../../support/desk.ts';

let place: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  place = await openDesk();
});
afterEach(() => place.close());

const logged = async (change = {}, requestId = 'form-1') => {
  const outcome = await logRequests(place.desk, letter(change), agent, requestId);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome;
};
const numberOf = async (change = {}, requestId = 'form-1'): Promise<string> =>
  (await logged(change, requestId)).cases[0]?.request.number ?? '';

describe('logging a request', () => {
  it('gives every right of one letter its own case with its own clock, linked to the others', async () => {
    const { cases } = await logged({ rights: ['access', 'erasure', 'complaint'] });
    expect(cases.map(({ request }) => request.number)).toEqual([
      'DSR-2026-0001',
      'DSR-2026-0002',
      'CMP-2026-0001',
    ]);
    expect(cases.map(({ deadline }) => deadline?.due)).toEqual(['2026-12-22', '2026-12-22', '2026-12-22']);
    expect(cases[0]?.request.links.map(({ to }) => to)).toEqual(['DSR-2026-0002', 'CMP-2026-0001']);
  });

  it('is done once when the same form is submitted twice, even at once', async () => {
    const twice = await Promise.all([logged(), logged()]);
    expect(new Set(twice.map(({ cases }) => cases[0]?.request.number)).size).toBe(1);
    expect(await place.desk.register.list()).toHaveLength(1);
  });

  it('tells of an earlier case of the same person only whoever may see it, and the team on the card', async () => {
    const first = await numberOf();
    const same = { personal: { name: 'Q. Z.', contact: 'Quilla@Example.org' } };
    const again = await logged(same, 'form-2');
    expect(again.maybeSame).toEqual([]);
    expect(again.cases[0]?.request.links).toEqual([{ to: first, relation: 'duplicate_hint' }]);
    const byTeam = await logRequests(place.desk, letter(same), lead, 'form-3');
    expect(byTeam.ok && byTeam.maybeSame).toContain(first);
  });

  it('says nothing, on no card, of a case that fewer people may see', async () => {
    await logged({ people: 'staff_or_applicant' }, 'form-4');
    const again = await logged({}, 'form-5');
    expect(again.cases[0]?.request.links).toEqual([]);
  });

  it('refuses what has not happened yet, and saves nothing', async () => {
    const outcome = await logRequests(
      place.desk,
      letter({ receivedAt: '2026-11-23T09:00:01Z' }),
      agent,
      'form-1',
    );
    expect(outcome).toMatchObject({ ok: false, code: 'in_the_future' });
    expect(await place.desk.register.list()).toEqual([]);
  });
});

describe('a clock that was set back', () => {
  it('writes nothing to a case when it is more than a minute behind its last event, and says so', async () => {
    const number = await numberOf();
    const { length } = await place.desk.register.history(number);
    place.at('2026-11-23T08:58:59Z');
    expect(await changeCase(place.desk, number, lead, take)).toMatchObject({
      ok: false,
      code: 'clock_behind',
      facts: { minutes: '2' },
    });
    expect(await place.desk.register.history(number)).toHaveLength(length);
    place.at('2026-11-23T08:59:30Z');
    expect(await changeCase(place.desk, number, lead, take)).toMatchObject({ ok: true });
  });

  it('logs nothing and changes nothing when Slack’s clock is more than a minute ahead', async () => {
    const number = await numberOf();
    const behind = { ...place.desk, behindSlackMs: () => 60_001 };
    expect(await logRequests(behind, letter(), agent, 'form-9')).toMatchObject({ code: 'clock_behind' });
    expect(await changeCase(behind, number, lead, take)).toMatchObject({ code: 'clock_behind' });
    expect(await place.desk.register.list()).toHaveLength(1);
    const near = { ...place.desk, behindSlackMs: () => 60_000 };
    expect(await changeCase(near, number, lead, take)).toMatchObject({ ok: true });
  });
});

describe('changing a case', () => {
  it('makes one event of two clicks at once', async () => {
    const number = await numberOf();
    const clicks = await Promise.all([
      changeCase(place.desk, number, lead, take),
      changeCase(place.desk, number, lead, take),
    ]);
    expect(clicks.map((click) => (click.ok ? 'done' : click.code)).sort()).toEqual(['already_done', 'done']);
    const history = await place.desk.register.history(number);
    expect(history.filter((event) => event.type === 'taken')).toHaveLength(1);
  });

  it('lets nobody outside the team touch a case, and tells them nothing of it', async () => {
    const number = await numberOf();
    expect(await changeCase(place.desk, number, agent, take)).toEqual({
      ok: false,
      code: 'team_only',
      facts: {},
    });
  });

  it('says so when there is no such case', async () => {
    expect(await changeCase(place.desk, 'DSR-2026-0099', lead, take)).toMatchObject({ code: 'no_such_case' });
  });

  it('keeps a case of a member of staff to its owner and the approvers once it is owned', async () => {
    const number = await numberOf({ people: 'staff_or_applicant' });
    await changeCase(place.desk, number, lead, take);
    expect(await seeCase(place.desk, number, colleague)).toMatchObject({ ok: false, code: 'team_only' });
    expect(await seeCase(place.desk, number, approver)).toMatchObject({ ok: true, sees: 'case' });
    const handed = await changeCase(place.desk, number, lead, (request, moment) =>
      handOver(request, { id: colleague, roles: ['team'] }, moment),
    );
    expect(handed.ok).toBe(true);
    expect(await seeCase(place.desk, number, lead)).toMatchObject({ ok: false });
  });
});

describe('looking at cases', () => {
  it('shows the team the most urgent case first', async () => {
    await numberOf({ receivedAt: '2026-11-20T10:00:00Z' }, 'a');
    await numberOf({ receivedAt: '2026-11-02T10:00:00Z' }, 'b');
    const seen = await openCases(place.desk, lead);
    expect(seen.ok && seen.rows.map(({ request }) => request.number)).toEqual([
      'DSR-2026-0002',
      'DSR-2026-0001',
    ]);
  });

  it('shows an assignee their task and nothing else of the case', async () => {
    const number = await numberOf({ rights: ['erasure'] });
    const task = 'check-hold';
    await changeCase(place.desk, number, lead, (request, moment) =>
      assignTask(request, task, { id: operations, roles: ['anyone'] }, moment),
    );
    const theirs = await seeCase(place.desk, number, operations);
    expect(theirs).toMatchObject({ ok: true, sees: 'tasks', number, markable: [task] });
    expect(JSON.stringify(theirs)).not.toMatch(/quilla|zephyrine|Send me/i);
    const work = await myWork(place.desk, operations);
    expect(work.tasks.map(({ task: one }) => one.id)).toEqual([task]);
  });

  it('shows anybody what they logged themselves, without the person', async () => {
    await numberOf();
    const work = await myWork(place.desk, agent);
    expect(work.logged).toHaveLength(1);
    expect(JSON.stringify(work)).not.toMatch(/quilla|zephyrine|Send me/i);
    expect((await openCases(place.desk, agent)).ok).toBe(false);
  });
});
