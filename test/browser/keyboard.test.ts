import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, openPage, whyNoBrowser } from '../support/browser.ts';
import { canary } from '../support/case-desk.ts';

const output = join(projectRoot, 'test/browser/output');

type Focus = {
  readonly name: string;
  readonly within: string;
  readonly seen: boolean;
  readonly look: string;
};

/** What the keyboard stands on: its name, what it is in, and whether that can be seen. */
const focusOn = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body)
      return { name: '', within: 'nowhere', seen: false, look: '' };
    const named = at.getAttribute('aria-labelledby');
    const label = named === null ? null : document.getElementById(named);
    const choice = at.closest('label');
    const name =
      at.getAttribute('aria-label') ?? label?.textContent ?? choice?.textContent ?? at.textContent ?? '';
    const marked = [at, at.closest('.composer-box'), at.closest('.combobox')].filter((each) => each !== null);
    const seen = marked.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const within = at.closest('[role=alertdialog]')
      ? 'question'
      : at.closest('[role=dialog]')
        ? 'dialog'
        : at.closest('article')
          ? 'message'
          : 'page';
    return { name: name.trim(), within, seen, look: at.outerHTML.slice(0, 200) };
  });

/** Somebody without a mouse. */
const atKeyboard = async (browser: Browser, url: string, place: string) => {
  const { page, complaints } = await openPage(browser, { width: 1180, height: 820 });
  await page.goto(`${url}#${place}`);
  await page.getByRole('textbox', { name: /^Message / }).waitFor();
  const key = (name: string) => page.keyboard.press(name);
  const unseen: string[] = [];
  /** Goes on with Tab until it stands on what has this name; whatever it passes has to show where it is. */
  const tabsTo = async (name: string | RegExp, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    const passed: string[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await key(way);
      const now = await focusOn(page);
      // After its last control a page hands the keyboard to the browser's own.
      if (!now.seen && now.within !== 'nowhere') unseen.push(`${now.name.slice(0, 60)} ${now.look}`);
      passed.push(now.name.slice(0, 30));
      if (typeof name === 'string' ? now.name.startsWith(name) : name.test(now.name)) return;
    }
    throw new Error(`${name} cannot be reached: ${passed.join(' | ')}`);
  };
  const dialog = page.getByRole('dialog');
  const says = async (text: string): Promise<void> => {
    await page.keyboard.type(text);
    await key('Enter');
  };
  const toComposer = async (): Promise<void> => {
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await tabsTo('Skip to what is open');
    await key('Enter');
    expect((await focusOn(page)).name).toMatch(/^Message /);
  };
  const stands = async (within: string, name?: RegExp): Promise<Focus> => {
    for (let looks = 0; looks < 50; looks += 1) {
      const now = await focusOn(page);
      if (now.within === within && (name === undefined || name.test(now.name))) return now;
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
    }
    throw new Error(`the keyboard is not in the ${within}: ${JSON.stringify(await focusOn(page))}`);
  };
  /** Logs what somebody wants, ticked by its name. */
  const logs = async (right: string): Promise<string> => {
    await toComposer();
    await says('/privacy request');
    await dialog.getByText('Which right?').waitFor();
    await stands('dialog');
    await tabsTo(right);
    await key('Space');
    await tabsTo('How it arrived');
    await key('ArrowDown');
    await page.keyboard.type('phone');
    await key('Enter');
    for (const [label, words] of [
      ['Name of the person', canary.name],
      ['How to reach them', canary.contact],
      ['Their words', canary.words],
    ] as const) {
      await tabsTo(label);
      await page.keyboard.type(words);
    }
    await tabsTo('Log it');
    await key('Enter');
    await dialog
      .getByText(/[A-Z]{3}-\d{4}-\d{4}/)
      .first()
      .waitFor();
    const number = /[A-Z]{3}-\d{4}-\d{4}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
    await key('Escape');
    await dialog.waitFor({ state: 'detached' });
    await stands('page', /^Message /);
    return number;
  };
  return {
    page,
    dialog,
    complaints,
    unseen,
    key,
    says,
    tabsTo,
    toComposer,
    stands,
    logs,
    card: (number: string) => page.getByRole('article').filter({ hasText: number }).first(),
  };
};

describe.skipIf(whyNoBrowser() !== null)('with the keyboard alone', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let sam: Awaited<ReturnType<typeof atKeyboard>>;
  let priya: Awaited<ReturnType<typeof atKeyboard>>;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true });
    const { ids, url } = at.desk;
    sam = await atKeyboard(browser, url, `${ids.sam}/${ids.support}`);
    priya = await atKeyboard(browser, url, `${ids.priya}/${ids.privacy}`);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  test('a request is logged, its case taken, and the case left again', async () => {
    const number = await sam.logs('Access');
    await priya.card(number).waitFor();
    await priya.toComposer();
    await priya.tabsTo(`Take: ${number}`, 'Shift+Tab');
    await priya.key('Enter');
    await priya.dialog.getByText('is yours').waitFor();
    await priya.stands('dialog');
    // A part is unfolded where it stands, and the keyboard stays on its button.
    await priya.tabsTo(/Steps:/);
    await priya.key('Enter');
    await priya.dialog.getByText('Hide steps').waitFor();
    await priya.stands('dialog', /Steps:/);
    await priya.page.screenshot({ path: join(output, 'keyboard-case.png') });
    // One form over another: Escape goes back to the button that opened it.
    await priya.tabsTo('History');
    await priya.key('Enter');
    await priya.dialog.getByText('newest first').waitFor();
    await priya.key('Escape');
    await priya.stands('dialog', /^History/);
    await priya.key('Escape');
    await priya.dialog.waitFor({ state: 'detached' });
    await priya.stands('message');
  });

  test('a question before an action gives the keyboard back, whatever is said to it', async () => {
    const number = await sam.logs('Rectification');
    await priya.card(number).waitFor();
    await priya.toComposer();
    await priya.says(`/privacy case ${number}`);
    await priya.dialog.getByText(/^Next:/).waitFor();
    const chooses = async (words: string) => {
      await priya.tabsTo(/More:/);
      await priya.key('Enter');
      await priya.dialog.getByText('Hide more').waitFor();
      await priya.tabsTo('Do something else');
      await priya.key('ArrowDown');
      await priya.page.keyboard.type(words);
      await priya.key('Enter');
    };
    await chooses('Withdraw');
    await priya.dialog.getByText('How do we know?').waitFor();
    await priya.stands('dialog');
    await priya.tabsTo('How do we know?', 'Shift+Tab').catch(() => priya.tabsTo('How do we know?'));
    await priya.key('ArrowDown');
    await priya.page.keyboard.type('wrote');
    await priya.key('Enter');
    await priya.tabsTo('Their words');
    await priya.page.keyboard.type('Never mind.');
    await priya.tabsTo('Withdraw');
    await priya.key('Enter');
    await priya.dialog.getByText('the withdrawal is recorded').waitFor();
    await priya.tabsTo(`Close case: ${number}`);
    await priya.key('Enter');
    await priya.stands('question', /^Close case/);
    await priya.key('Escape');
    await priya.stands('dialog', /^Close case/);
    await priya.key('Enter');
    await priya.stands('question', /^Close case/);
    await priya.key('Shift+Tab');
    await priya.stands('question', /^Not now/);
    await priya.key('Enter');
    await priya.stands('dialog', /^Close case/);
    await priya.key('Enter');
    await priya.stands('question', /^Close case/);
    await priya.key('Enter');
    await priya.dialog.getByText('is closed').waitFor();
    await priya.stands('dialog');
    await priya.key('Escape');
    await priya.stands('page', /^Message /);
  });

  test('a marketing opt-out is closed on its card, and opened again', async () => {
    const number = await sam.logs('Marketing opt-out');
    await priya.card(number).waitFor();
    await priya.toComposer();
    await priya.tabsTo(`Stopped and told: ${number}`, 'Shift+Tab');
    await priya.key('Enter');
    await priya.card(number).getByText('within a week').waitFor();
    // The button is gone with the case: the keyboard stays with the card.
    await priya.stands('message');
    await priya.tabsTo(`Reopen: ${number}`);
    await priya.page.screenshot({ path: join(output, 'keyboard-card.png') });
    await priya.key('Enter');
    await priya.dialog.getByText('open again').waitFor();
    await priya.key('Escape');
    await priya.dialog.waitFor({ state: 'detached' });
    await priya.stands('message');
  });

  test('arrows walk through messages and menus, Escape leaves panes', async () => {
    await sam.toComposer();
    await sam.tabsTo('Messages in', 'Shift+Tab');
    await sam.key('ArrowUp');
    const last = await sam.stands('message');
    await sam.key('ArrowUp');
    await sam.stands('message');
    await sam.key('Home');
    await sam.stands('message');
    await sam.key('End');
    expect((await sam.stands('message')).name).toBe(last.name);
    await sam.key('Home');
    await sam.tabsTo('More actions');
    await sam.key('ArrowDown');
    await sam.page.getByRole('menuitem').first().waitFor();
    await sam.key('End');
    await sam.stands('message', /rights request/i);
    await sam.key('Escape');
    await sam.stands('message', /^More actions/);
    await sam.tabsTo('Reply in thread', 'Shift+Tab');
    await sam.key('Enter');
    await sam.stands('page', /^Reply in thread in/);
    await sam.key('Escape');
    await sam.stands('message', /^Reply in thread/);
  });

  test('what the keyboard stands on can always be seen', () => {
    expect([...new Set([...sam.unseen, ...priya.unseen])]).toEqual([]);
    expect([...sam.complaints, ...priya.complaints]).toEqual([]);
    expect(at.desk.problems()).toEqual([]);
  });
});
