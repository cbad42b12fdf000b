import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileLedger } from '../../src/register/files/file-ledger.ts';
import type { WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { canaryMarks, caseDesk, date } from '../support/case-desk.ts';

let now = new Date('2026-12-01T10:00:00Z');
let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
let number = '';
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now });
  desk = caseDesk(at);
  number = await desk.logs('sam', 'access', { received_on: date('2026-12-01') });
  const card = await desk.cardSays(number, 'Access');
  await desk.person('priya').pressesLabel(card, 'Take');
  await desk.cardSays(number, 'in progress');
});
afterAll(() => at.stop());

const starting = (channel: 'privacy' | 'dm', words: string): readonly WorkspaceMessage[] =>
  desk
    .person('priya')
    .messages(channel)
    .filter(({ text }) => text.startsWith(words));

describe('reminders at the desk', () => {
  it('puts a new case into the message of the day, once, without the person', async () => {
    await at.bot.remind();
    await at.bot.remind();
    const [digest, ...more] = starting('privacy', 'Privacy reminders, Tue 1 Dec 2026');
    expect(more).toEqual([]);
    const words = wordsOf(digest?.blocks ?? []);
    expect(words).toContain(`*${number} · Access*`);
    // 1 January is a bank holiday, 2 and 3 are a weekend.
    expect(words).toContain('Due *Mon 4 Jan 2027* · 34 days left');
    expect(desk.public()).not.toMatch(canaryMarks);
  });

  it('reminds the owner privately of number, right, date and days left, with two buttons', async () => {
    now = new Date('2026-12-23T09:15:00Z');
    await at.bot.remind();
    await at.bot.remind();
    const [reminder, ...more] = starting('dm', 'A reminder.');
    expect(more).toEqual([]);
    expect(wordsOf(reminder?.blocks ?? [])).toContain(
      `*${number} · Access*\nDue *Mon 4 Jan 2027* · 12 days left`,
    );
    expect(labelsOf(reminder?.blocks ?? [])).toEqual(['Open case', 'Snooze']);
    expect(desk.public()).not.toMatch(canaryMarks);
  });

  it('can be put off until tomorrow, and comes back then', async () => {
    const [reminder] = starting('dm', 'A reminder.');
    if (reminder === undefined) throw new Error('no reminder');
    await desk.person('priya').pressesLabel(reminder, 'Snooze');
    await desk.sees('priya', 'How long?');
    await desk.person('priya').submits();
    await desk.sees('priya', `*${number}* again on Thu 24 Dec 2026`);
    await desk.person('priya').closes(true);
    await at.bot.remind();
    expect(starting('dm', 'A reminder.')).toHaveLength(1);
    now = new Date('2026-12-24T09:15:00Z');
    await at.bot.remind();
    expect(starting('dm', 'A reminder.')).toHaveLength(2);
  });

  it('refuses to sleep until the date, and says why', async () => {
    now = new Date('2026-12-31T09:15:00Z');
    await at.bot.remind();
    const reminder = starting('dm', 'A reminder.').at(-1);
    if (reminder === undefined) throw new Error('no reminder');
    await desk.person('priya').pressesLabel(reminder, 'Snooze');
    await desk.sees('priya', 'How long?');
    await desk.person('priya').submits();
    await desk.sees('priya', 'cannot wait until the date');
    await desk.person('priya').closes(true);
  });

  it('tells a reader who is not the owner whose case it is', () => {
    const owner = `<@${desk.person('priya').id}>`;
    const saying = (name: 'priya' | 'alex'): string =>
      desk
        .person(name)
        .messages('dm')
        .filter(({ text }) => text.startsWith('A reminder.'))
        .map(({ blocks }) => wordsOf(blocks ?? []))
        .join();
    expect(saying('alex')).toContain(owner);
    expect(saying('priya')).toContain(number);
    expect(saying('priya')).not.toContain(owner);
  });

  it('opens the case from a reminder', async () => {
    const reminder = starting('dm', 'A reminder.').at(-1);
    if (reminder === undefined) throw new Error('no reminder');
    await desk.person('priya').pressesLabel(reminder, 'Open case');
    await desk.sees('priya', 'Next:');
    await desk.person('priya').closes(true);
  });

  it('finds its own messages after a crash: in the channel and in a direct message', async () => {
    const { slack } = at.bot.parts;
    const channel = at.desk.privacyChannel;
    const mark = { type: 'privacy_reminder', key: 'digest/2026-12-01' } as const;
    expect(await slack.lookFor({ channel }, mark)).toMatchObject({ channel });
    expect(await slack.lookFor({ channel }, { ...mark, key: 'digest/2020-01-01' })).toBe('absent');
    const priya = desk.person('priya').id;
    const said = [...(await readFileLedger(at.dataDir)).values()].map(({ message = '' }) => message);
    const key = said.find((message) => message.startsWith(`direct/${priya}/`)) ?? '';
    expect(await slack.lookFor({ channel: priya }, { ...mark, key })).toMatchObject({
      ts: expect.any(String),
    });
    expect(await slack.lookFor({ channel: 'C0NOTTHERE' }, mark)).toBe('unknown');
  });

  it('writes nobody’s words into the log', () => {
    expect(at.logged()).not.toMatch(canaryMarks);
  });
});
