import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, whyNoBrowser } from '../support/browser.ts';
import { canary, canaryMarks } from '../support/case-desk.ts';
import { type Colleague, colleagueAt } from '../support/colleague.ts';

const output = join(projectRoot, 'test/browser/output');
const published = join(projectRoot, process.env['PICTURES'] ?? 'test/browser/output');
const picture = (name: string): string => join(name === 'time' ? published : output, `${name}.png`);

describe.skipIf(whyNoBrowser() !== null)('the month of a case in the browser', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let sam: Colleague;
  let priya: Colleague;
  let number = '';

  beforeAll(async () => {
    for (const folder of [output, published]) mkdirSync(folder, { recursive: true });
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true, from: '2026-12-01T10:00:00Z' });
    const { ids, url } = at.desk;
    sam = await colleagueAt(browser, { url, person: ids.sam, channel: ids.support }, picture);
    priya = await colleagueAt(browser, { url, person: ids.priya, channel: ids.privacy }, picture);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  afterEach(() => {
    const public_ = JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views'));
    expect(`${public_}${at.logged()}`).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
    for (const each of [sam, priya]) expect(each.complaints).toEqual([]);
  });

  const logs = async (right: string): Promise<string> => {
    await sam.says('/privacy request');
    await sam.reads('Which right?');
    await sam.fills({
      'Which right?': [right],
      'How it arrived': 'Phone call',
      'Name of the person': canary.name,
      'How to reach them': canary.contact,
      'Their words': canary.words,
    });
    await sam.submits();
    await sam.reads(/DSR-\d{4}-\d{4}/);
    const found = /DSR-\d{4}-\d{4}/.exec((await sam.dialog.textContent()) ?? '')?.[0] ?? '';
    await sam.leavesForms();
    return found;
  };
  const message = (words: string) => priya.page.getByRole('article').filter({ hasText: words });
  const onTheWay = () => priya.page.getByRole('complementary', { name: 'On the way' });

  /** Reminder by reminder; `pictures` are taken at these moments. */
  const walks = async (
    times: number,
    pictures: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    const stops: string[] = [];
    for (let step = 0; step < times; step += 1) {
      const stop = await priya.travels('Next reminder');
      stops.push(stop);
      if (pictures[stop] !== undefined) await priya.shows(pictures[stop]);
    }
    return stops;
  };

  test('the clock is in sight, and the first reminder comes a minute after the case', async () => {
    await priya.shows('time-start');
    expect(await priya.clock()).toBe('Tue 1 Dec 2026, 10:00');
    number = await logs('Access');
    await priya.cardSays(number, '34 days left');
    await priya.pressesOnCard(number, 'Take');
    await priya.cardSays(number, 'in progress');
    expect(await priya.travels('Next reminder')).toBe('Tue 1 Dec 2026, 10:01');
    await message('Privacy reminders, Tue 1 Dec 2026').getByText('acknowledge it').waitFor();
  });

  test('each reminder of the month is told on its working day, the last day twice, then every day', async () => {
    const acknowledging = await walks(3, { 'Tue 8 Dec 2026, 09:15': 'time-acknowledge' });
    expect(acknowledging).toEqual([
      'Thu 3 Dec 2026, 09:15',
      'Mon 7 Dec 2026, 09:15',
      'Tue 8 Dec 2026, 09:15',
    ]);

    await priya.opensCase(number);
    await priya.does('Record acknowledgement', {});
    expect(await priya.travels('Next reminder')).toBe('Thu 10 Dec 2026, 09:15');
    const ofTuesday = message('Privacy reminders, Tue 8 Dec 2026');
    await ofTuesday.getByText('settled since this morning').waitFor();
    expect(await ofTuesday.count()).toBe(1);
    await ofTuesday.scrollIntoViewIfNeeded();
    await priya.shows('time-edited');

    const month = await walks(11, {
      'Mon 21 Dec 2026, 09:15': 'time-seven-left',
      'Thu 31 Dec 2026, 09:15': 'time-one-left',
      'Mon 4 Jan 2027, 14:00': 'time-last-day',
      'Wed 6 Jan 2027, 09:15': 'time-overdue',
    });
    // 25 and 28 December and 1 January are days off: what would fall on them is told earlier, the week's counts a day later.
    expect(month).toEqual([
      'Mon 14 Dec 2026, 09:15',
      'Wed 16 Dec 2026, 09:15',
      'Mon 21 Dec 2026, 09:15',
      'Wed 23 Dec 2026, 09:15',
      'Tue 29 Dec 2026, 09:15',
      'Thu 31 Dec 2026, 09:15',
      'Mon 4 Jan 2027, 09:15',
      'Mon 4 Jan 2027, 14:00',
      'Tue 5 Jan 2027, 09:15',
      'Wed 6 Jan 2027, 09:15',
      'Thu 7 Jan 2027, 09:15',
    ]);
    await message('Privacy reminders, Thu 7 Jan 2027').getByText('3 days overdue').waitFor();
    await priya.cardSays(number, '3 days overdue');
    const lastDay = message('Privacy reminders, Mon 4 Jan 2027');
    await lastDay.getByText('The day ends soon').waitFor();
    expect(await lastDay.count()).toBe(1);
  });

  test('a week goes by with a message on each working day and none on the weekend', async () => {
    await logs('Erasure');
    expect(await priya.travels('Next week')).toBe('Thu 14 Jan 2027, 09:15');
    await onTheWay().getByText('Sat 9 Jan – Sun 10 Jan · nothing').waitFor();
    const days = await onTheWay().getByRole('heading', { level: 3 }).allTextContents();
    expect(days).toEqual(['Fri 8 Jan', 'Mon 11 Jan', 'Tue 12 Jan', 'Wed 13 Jan', 'Thu 14 Jan']);
    await message('Privacy reminders, Thu 14 Jan 2027').getByText('1 case without an owner').waitFor();
    await priya.page.mouse.move(2, 600);
    await priya.page.setViewportSize({ width: 1180, height: 640 });
    await priya.shows('time');
  });

  test('a message on the way leads to where it stands, as the person who reads it', async () => {
    await onTheWay().getByRole('button').filter({ hasText: 'to Alex Morgan' }).last().click();
    await priya.page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();
    await message('10 days overdue').last().waitFor();
    await priya.shows('time-alex');
    await priya.page.setViewportSize({ width: 390, height: 800 });
    await priya.shows('time-narrow-way');
    await priya.page.getByRole('button', { name: 'Close on the way' }).click();
    await priya.shows('time-narrow');
    await priya.page.setViewportSize({ width: 900, height: 700 });
    await priya.shows('time-middle');
  });
});
