import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date } from '../support/case-desk.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
let number = '';
beforeAll(async () => {
  at = await startBotAtDesk({ from: '2026-12-01T10:00:00Z' });
  desk = caseDesk(at);
  number = await desk.logs('sam', 'access', { received_on: date('2026-12-01') });
  await desk.person('priya').pressesLabel(await desk.cardSays(number, 'Access'), 'Take');
  await desk.cardSays(number, 'in progress');
});
afterAll(() => at.stop());

const moment = (ts: string): string => new Date(Number(ts) * 1_000).toISOString().slice(0, 16);
const fromBot = (name: 'priya' | 'alex', channel: 'privacy' | 'dm'): readonly WorkspaceMessage[] =>
  desk
    .person(name)
    .messages(channel)
    .filter((one) => one.user === at.desk.botUser && one.ephemeralFor === null);
const digests = () => fromBot('priya', 'privacy').filter(({ text }) => text.startsWith('Privacy reminders'));
const now = () => desk.person('priya').state().now.slice(0, 16);
const go = async (to: 'reminder' | 'day' | 'week') => {
  const result = await at.desk.travel(to);
  if (!result.ok) throw new Error(result.error);
  return result.journey;
};

describe('moving time at the desk', () => {
  it('stops at the next thing that the bot says, at its own time', async () => {
    await go('reminder');
    expect(now()).toBe('2026-12-01T10:01');
    const { passed } = await go('reminder');
    expect(now()).toBe('2026-12-03T09:15');
    const posted = passed.filter(({ edited }) => !edited);
    expect(posted.map(({ channel, ts }) => [channel.kind, moment(ts)])).toEqual([
      ['dm', '2026-12-03T09:15'],
      ['private', '2026-12-03T09:15'],
    ]);
    expect(posted[0]?.text).toContain(`${number} · Access: Due Mon 4 Jan 2027 · 32 days left`);
  });

  it('lives through a week day by day: each message on its own morning, nothing on the weekend', async () => {
    const { from, until, passed } = await go('week');
    expect([from.slice(0, 16), until.slice(0, 16)]).toEqual(['2026-12-03T09:15', '2026-12-10T09:15']);
    const days = new Set(passed.filter(({ edited }) => !edited).map(({ ts }) => moment(ts)));
    // Monday brings the counts of the week, Tuesday the second look at the acknowledgement, Thursday T-14.
    expect([...days]).toEqual(['2026-12-07T09:15', '2026-12-08T09:15', '2026-12-10T09:15']);
    const cards = passed.filter(({ text }) => text.startsWith(number));
    expect(cards.map(({ at: when }) => when.slice(0, 16))).toEqual(
      ['04', '05', '06', '07', '08', '09', '10'].map((day) => `2026-12-${day}T00:00`),
    );
    expect(wordsOf(desk.card(number)?.blocks ?? [])).toContain('25 days left');
  });

  it('posts the last day twice, and then what is overdue on each working day, to the owner and the approver too', async () => {
    for (let weeks = 0; weeks < 4; weeks += 1) await go('week');
    expect(now()).toBe('2027-01-07T09:15');
    const since = (day: string, found: readonly WorkspaceMessage[]) =>
      found.map(({ ts }) => moment(ts)).filter((when) => when > day);
    expect(since('2026-12-31T12:00', digests())).toEqual(
      ['04', '05', '06', '07'].map((day) => `2027-01-${day}T09:15`),
    );
    const lastDay = ['2027-01-04T09:15', '2027-01-04T14:00'];
    const overdue = ['05', '06', '07'].map((day) => `2027-01-${day}T09:15`);
    for (const name of ['priya', 'alex'] as const)
      expect(since('2026-12-31T12:00', fromBot(name, 'dm'))).toEqual([...lastDay, ...overdue]);
    expect(digests().at(-1)?.text).toContain('3 days overdue');
  });

  it('offers no snooze once the date is here, since it would be refused', () => {
    const labels = (day: string) =>
      fromBot('priya', 'dm')
        .filter(({ ts }) => moment(ts).startsWith(day))
        .map(({ blocks }) => labelsOf(blocks).join(', '));
    expect(labels('2026-12-31')).toEqual(['Open case, Snooze']);
    expect(labels('2027-01-04')).toEqual(['Open case', 'Open case']);
    expect(labels('2027-01-05')).toEqual(['Open case']);
  });

  it('edits the message of the day when something changes on that day, and posts no second one', async () => {
    const { ts } = digests().at(-1) ?? { ts: '' };
    const second = await desk.logs('sam', 'erasure', { received_on: date('2027-01-07') });
    const { passed } = await go('reminder');
    expect(now()).toBe('2027-01-08T09:15');
    expect(digests().map((one) => one.ts)).toContain(ts);
    const today = digests().filter((one) => moment(one.ts).startsWith('2027-01-07'));
    expect(today.map((one) => [one.ts, one.edited])).toEqual([[ts, true]]);
    expect(today[0]?.text).toContain(second);
    expect(passed.filter((one) => one.ts === ts).map(({ at: when }) => when.slice(0, 16))).toEqual([
      '2027-01-07T09:16',
    ]);
  });

  it('never speaks on a day off or at night, and gives every message a time of its own', () => {
    const all = [...fromBot('priya', 'privacy'), ...fromBot('priya', 'dm'), ...fromBot('alex', 'dm')];
    for (const { ts } of all) {
      expect([0, 6]).not.toContain(new Date(Number(ts) * 1_000).getUTCDay());
      expect(moment(ts).slice(11) >= '09:15' && moment(ts).slice(11) < '18:00').toBe(true);
    }
    for (const channel of ['privacy', 'dm'] as const) {
      const stamps = desk
        .person('priya')
        .messages(channel)
        .map(({ ts }) => ts);
      expect([...new Set(stamps)].sort()).toEqual(stamps);
    }
  });

  it('shows nothing of the person, and broke no rule of Slack', () => {
    expect(desk.public()).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
  });
});
