import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, openPage, whyNoBrowser } from '../support/browser.ts';

// The README's picture is taken here; PICTURES=docs/images renews it (and takes the others, which stay out of the repository).
const pictures = join(projectRoot, process.env['PICTURES'] ?? 'test/browser/output');

describe.skipIf(whyNoBrowser() !== null)('asking in the browser', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true });
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  beforeEach(async () => {
    ({ page, complaints } = await openPage(browser, { height: 820 }));
    await page.goto(at.desk.url);
    await composer().waitFor();
  });
  afterEach(async () => {
    await page.context().close();
  });

  const composer = () => page.getByRole('textbox', { name: 'Message #support' });
  const types = async (text: string) => {
    await composer().fill(text);
    await composer().press('Enter');
  };
  const answer = () =>
    page
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: 'Not helpful' }) })
      .last();
  const quote = 'Our operations team and senior management have access to your information.';

  test('a question is answered privately with the exact words, and shared with everybody once', async () => {
    await types('/privacy who can see client data?');
    await answer().getByText(quote).waitFor();
    await page.screenshot({ path: join(pictures, 'answer.png') });
    await answer().getByRole('button', { name: 'Share in channel' }).click();
    const shared = page
      .getByRole('article')
      .filter({ hasText: 'shared this from the privacy policy' })
      .filter({ hasNotText: 'Only visible to you' });
    await shared.getByText(quote).waitFor();
    await answer().getByRole('button', { name: 'Share in channel' }).click();
    await page.getByText('already', { exact: false }).waitFor();
    expect(await shared.count()).toBe(1);
    await page.goto(`${at.desk.url}#${at.desk.ids.priya}/${at.desk.ids.support}`);
    await page.reload();
    await page.getByText(quote).waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('the menu shows the ways in, and silence is said in so many words', async () => {
    await types('/privacy');
    await page.getByRole('button', { name: 'Log a rights request' }).waitFor();
    await page.screenshot({ path: join(pictures, 'menu.png') });
    await types('/privacy who is our data protection officer?');
    await page.getByText('The policy does not say', { exact: false }).first().waitFor();
    await page
      .getByRole('button', { name: /Ask the privacy team/ })
      .first()
      .waitFor();
    await page.screenshot({ path: join(pictures, 'silent.png') });
    expect(complaints).toEqual([]);
  });

  test('a logged request stays in reach of the keyboard: Escape leaves the confirmation', async () => {
    await types('/privacy request');
    const form = page.getByRole('dialog', { name: 'Log a rights request' });
    await form.getByLabel('Access').check();
    await form.getByLabel('Name of the person').fill('Quilla Zephyrine');
    await form.getByLabel('How to reach them').fill('will ring again');
    await form.getByLabel('Their words').fill('Everything you have about me, please.');
    await form.getByRole('button', { name: 'Log it' }).click();
    const logged = page.getByRole('dialog', { name: 'Logged' });
    await logged
      .getByText(/DSR-\d{4}-0001/)
      .first()
      .waitFor();
    await page.screenshot({ path: join(pictures, 'logged.png') });
    await page.keyboard.press('Escape');
    await logged.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('it is as readable in the dark', async () => {
    const dark = await openPage(browser, { height: 820, theme: 'dark' });
    page = dark.page;
    await page.goto(at.desk.url);
    await types('/privacy what happens to backups when we delete someone?');
    await answer().getByText('Backups are maintained of our entire system', { exact: false }).waitFor();
    await page.screenshot({ path: join(pictures, 'dark.png') });
    expect(dark.complaints).toEqual([]);
  });
});
