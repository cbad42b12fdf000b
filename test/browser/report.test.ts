import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, type OpenPage, openPage, whyNoBrowser } from '../support/browser.ts';
import { letter } from '../support/desk.ts';

describe.skipIf(whyNoBrowser() !== null)('the report in the browser', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let opened: OpenPage;

  beforeAll(async () => {
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true, clock: () => new Date('2026-11-30T09:20:00Z') });
    await logRequests(at.bot.parts.cases, letter(), at.desk.ids.sam, 'form-1');
    opened = await openPage(browser);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  test('a press on "Show as a picture" brings one that can be seen, with words for whoever cannot', async () => {
    const { page, complaints } = opened;
    await page.goto(`${at.desk.url}#${at.desk.ids.priya}/${at.desk.ids.general}`);
    const composer = page.getByRole('textbox', { name: /^Message / });
    await composer.fill('/privacy report');
    await composer.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Show as a picture' }).click();
    await page.getByText('stands in our direct messages').waitFor();
    await page.keyboard.press('Escape');
    await page.goto('about:blank');
    await page.goto(`${at.desk.url}#${at.desk.ids.priya}/app/messages`);
    const picture = page.getByRole('img', { name: /^1 open case on Mon 30 Nov 2026/ });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBeGreaterThan(1_000);
    expect(complaints).toEqual([]);
    expect(at.desk.problems()).toEqual([]);
  });
});
