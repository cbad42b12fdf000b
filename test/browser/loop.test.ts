import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, whyNoBrowser } from '../support/browser.ts';
import { type Colleague, colleagueAt } from '../support/colleague.ts';

const output = join(projectRoot, 'test/browser/output');
const pictures = (name: string): string => join(output, `loop-${name}.png`);

describe.skipIf(whyNoBrowser() !== null)('a question to the privacy team, in the browser', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let sam: Colleague;
  let priya: Colleague;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true });
    const { url, ids } = at.desk;
    sam = await colleagueAt(browser, { url, person: ids.sam, channel: ids.support }, pictures);
    priya = await colleagueAt(browser, { url, person: ids.priya, channel: ids.privacy }, pictures);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const inRoom = (who: Colleague, words: string | RegExp) =>
    who.page.getByRole('article').filter({ hasText: words });

  test('is asked, answered, saved, and found by the next person; both see what happened', async () => {
    await sam.says('/privacy do we record telephone calls?');
    const silence = inRoom(sam, 'The policy does not say').last();
    await sam.button(silence, 'Ask the privacy team').click();
    await sam.dialog.getByRole('button', { name: 'Send' }).click();
    await sam.reads('Your question is with the privacy team');
    await sam.shows('sent');
    await sam.leavesForms();

    const card = inRoom(priya, 'A question for the privacy team').last();
    await priya.button(card, 'Answer').click();
    await priya.fills({ 'Your answer': 'No, neither calls nor voicemail.' });
    await priya.shows('answering');
    await priya.submits();
    await card.getByText('No, neither calls nor voicemail.').waitFor();
    await priya.shows('answered');
    await priya.button(card, 'Save as an entry').click();
    await card.getByText('To be looked at again by').waitFor();
    await priya.shows('saved');

    await sam.says('/privacy are phone calls recorded?');
    const again = inRoom(sam, 'The privacy team answered').last();
    await again.getByText('No, neither calls nor voicemail.').waitFor();
    await again.scrollIntoViewIfNeeded();
    await sam.shows('beside');

    await sam.button(again, 'Not helpful').click();
    await sam.fills({ Reason: 'Something is missing', 'Anything else?': 'what about video calls' });
    await sam.shows('not-helpful');
    await sam.submits();
    await sam.reads('The privacy team reads it');

    await priya.says('/privacy entries');
    await priya.reads('No, neither calls nor voicemail.');
    await priya.shows('entries');
    await priya.button(priya.dialog, 'Edit').click();
    await priya.reads('Edit entry');
    await priya.shows('edit');
    await priya.says('/privacy gaps');
    await priya.reads('What people asked in vain');
    await priya.shows('gaps');
    await priya.showsFrom('What a policy has to say', 'coverage');
    await priya.leavesForms();
    expect([...sam.complaints, ...priya.complaints]).toEqual([]);
  });
});
