import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import type { TestWorkspace } from './workspace.ts';

/** Label of a field to what goes into it: words, the words of a choice, a date, or several ticks. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

const exactly = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll(/[.*+?^$()|[\]\\{}]/g, String.raw`\$&`)}$`);

export type Colleague = Awaited<ReturnType<typeof colleagueAt>>;

/** Somebody at the workspace's page, who only reads words and presses what they see. */
export const colleagueAt = async (
  browser: Browser,
  place: { readonly url: string; readonly person: string; readonly channel: string },
  pictures: (name: string) => string,
) => {
  const { page, complaints } = await openPage(browser, { width: 1180, height: 820 });
  await page.goto(`${place.url}#${place.person}/${place.channel}`);
  const composer = page.getByRole('textbox', { name: /^Message / });
  await composer.waitFor();

  const dialog = page.getByRole('dialog');
  const button = (within: Page | Locator, words: string) =>
    within.getByRole('button').filter({ hasText: exactly(words) });

  const choosesFrom = async (box: Locator, words: string): Promise<void> => {
    await box.click();
    await page.getByRole('option', { name: words }).first().click();
  };
  const fillsOne = async (label: string, value: string | readonly string[]): Promise<void> => {
    const control = dialog.getByLabel(label, { exact: true }).first();
    if (typeof value !== 'string') {
      for (const each of value) await control.getByLabel(each).check();
    } else if ((await control.getAttribute('role')) === 'combobox') await choosesFrom(control, value);
    else await control.fill(value);
  };
  const leavesForms = async (): Promise<void> => {
    while ((await dialog.count()) > 0) {
      const view = await dialog.getAttribute('data-view');
      await dialog.getByRole('button', { name: 'Close dialog' }).click();
      await page.locator(`[data-view="${view}"]`).waitFor({ state: 'detached' });
    }
  };
  const says = async (text: string): Promise<void> => {
    await leavesForms();
    await composer.fill(text);
    await composer.press('Enter');
  };
  const reads = (words: string | RegExp): Promise<void> => dialog.getByText(words).first().waitFor();
  const card = (number: string): Locator => page.getByRole('article').filter({ hasText: number }).first();

  /** What the open form says now, and that it says something else and that something is done. */
  const said = async (): Promise<string> => (await dialog.textContent()) ?? '';
  const doneAfter = async (before: string): Promise<void> => {
    await page.waitForFunction((old) => {
      const now = document.querySelector('[role=dialog]')?.textContent ?? '';
      return now !== old && now.includes('✅');
    }, before);
  };
  /** Presses the button, or finds the words in the menu under *More*. */
  const presses = async (words: string): Promise<void> => {
    const there = button(dialog, words).first();
    if ((await there.count()) > 0) {
      await there.click();
      return;
    }
    const menu = dialog.getByRole('combobox', { name: 'Do something else …' });
    if ((await menu.count()) === 0) {
      await button(dialog, 'More').first().click();
      await menu.waitFor();
    }
    await choosesFrom(menu, words);
  };
  const opensCase = async (number: string): Promise<void> => {
    await says(`/privacy case ${number}`);
    await reads(/^Next:/);
  };
  /** A form over the case: opened by its words, filled in by its labels, sent. */
  const does = async (words: string, fields: Fields | null = null, picture = ''): Promise<void> => {
    const before = await said();
    await presses(words);
    if (fields !== null) {
      // An acknowledgement is the letter and its record in one form, called Letters.
      await dialog
        .locator('h2')
        .getByText(new RegExp(`^(?:${words}|Letters)$`))
        .waitFor();
      for (const [label, value] of Object.entries(fields)) await fillsOne(label, value);
      if (picture !== '') await shows(picture);
      await dialog.locator('footer button.primary').click();
    }
    const sure = page.getByRole('alertdialog');
    await Promise.race([doneAfter(before), sure.waitFor()]);
    if ((await sure.count()) > 0) {
      await sure.locator('footer button.primary').click();
      await doneAfter(before);
    }
  };
  /** A letter that belongs to an action: its fields, the preview, what is asked beside it, and the record. */
  const writes = async (words: string, fields: Fields, sent: Fields = {}, picture = ''): Promise<void> => {
    const before = await said();
    await presses(words);
    await dialog.getByRole('button', { name: 'Preview' }).waitFor();
    for (const [label, value] of Object.entries(fields)) await fillsOne(label, value);
    if (picture !== '') await shows(picture);
    await dialog.locator('footer button.primary').click();
    await button(dialog, 'Change something').waitFor();
    for (const [label, value] of Object.entries(sent)) await fillsOne(label, value);
    await dialog.locator('footer button.primary').click();
    await doneAfter(before);
  };
  /** Steps that need nothing to be decided, with what their forms ask for. */
  const plainSteps: Readonly<Record<string, Fields | null>> = {
    markDone: null,
    stopAndTell: null,
    markStopped: null,
    acknowledge: {},
    askTeams: { 'Where was something found?': ['CRM'] },
    restrict: { Ground: 'The accuracy is contested' },
    recordRecipient: { 'Who?': 'A processor', 'What came of it?': 'Told' },
    recordErasure: {
      'CRM (Operations)': 'Erased',
      'Who had received the data?': 'A processor',
      'Were they told?': 'Told',
    },
    liftRestriction: null,
  };
  /** Goes on by the next step until something has to be decided, proposed or written. */
  const worksOff = async (): Promise<number> => {
    const next = dialog.locator('[data-action-id^="case_do:"]').first();
    for (let steps = 0; ; steps += 1) {
      const id = (await next.count()) > 0 ? await next.getAttribute('data-action-id') : null;
      const fields = plainSteps[(id ?? '').split(':')[1] ?? ''];
      if (fields === undefined) return steps;
      const before = await said();
      await next.click();
      const form = dialog.locator('footer button.primary');
      // Some ask only where the right leaves something to be said.
      await Promise.race([doneAfter(before), form.waitFor()]);
      if (fields !== null && (await form.count()) > 0) {
        for (const [label, value] of Object.entries(fields)) await fillsOne(label, value);
        await dialog.locator('footer button.primary').click();
      }
      await doneAfter(before);
    }
  };
  const shows = async (name: string): Promise<void> => {
    await page.screenshot({ path: pictures(name) });
  };
  /** Scrolls the open form until these words are at its top, and takes a picture. */
  const showsFrom = async (words: string | RegExp, name: string): Promise<void> => {
    await dialog
      .getByText(words)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await shows(name);
  };
  const reading = page.getByRole('group', { name: 'Time' }).locator('time');
  return {
    page,
    dialog,
    complaints,
    button,
    says,
    reads,
    card,
    presses,
    opensCase,
    does,
    fills: async (fields: Fields): Promise<void> => {
      for (const [label, value] of Object.entries(fields)) await fillsOne(label, value);
    },
    submits: () => dialog.locator('footer button.primary').click(),
    worksOff,
    writes,
    shows,
    showsFrom,
    leavesForms,
    /** Presses a button on the card of a case in the privacy channel. */
    pressesOnCard: async (number: string, words: string): Promise<void> => {
      await leavesForms();
      await button(card(number), words).click();
    },
    cardSays: (number: string, words: string): Promise<void> =>
      card(number).getByText(words).first().waitFor(),
    /** What the workspace's clock says. */
    clock: async (): Promise<string> => (await reading.textContent()) ?? '',
    /** Moves time by these words, and answers what the clock says then. */
    travels: async (words: string): Promise<string> => {
      await leavesForms();
      const way = page.getByRole('button', { name: words, exact: true });
      const arrived = page.waitForResponse(`${place.url}ui/travel`, { timeout: 60_000 });
      await way.click();
      await arrived;
      await page.locator('.journey').waitFor();
      await way.and(page.locator('[aria-busy=false]')).waitFor();
      return (await reading.textContent()) ?? '';
    },
    goesTo: async (where: string): Promise<void> => {
      await leavesForms();
      // From an empty page: only another fragment would load nothing, and the page may just be writing its own.
      await page.goto('about:blank');
      await page.goto(`${place.url}#${place.person}/${where}`);
    },
  };
};

/** The four who work a case, each at a page of their own, where they begin the day. */
export const colleaguesAt = async (
  browser: Browser,
  { ids, url }: Pick<TestWorkspace, 'ids' | 'url'>,
  pictures: (name: string) => string,
) => {
  const sits = (person: string, channel: string) => colleagueAt(browser, { url, person, channel }, pictures);
  return {
    sam: await sits(ids.sam, ids.support),
    priya: await sits(ids.priya, ids.privacy),
    alex: await sits(ids.alex, ids.privacy),
    jo: await sits(ids.jo, ids.general),
  };
};
