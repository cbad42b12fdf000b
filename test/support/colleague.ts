import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from './browser.ts';

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

  /** Presses the button, or finds the words in the menu "More …" of the case. */
  const presses = async (words: string): Promise<void> => {
    const there = button(dialog, words).first();
    if ((await there.count()) > 0) await there.click();
    else await choosesFrom(dialog.getByRole('combobox', { name: 'More …' }), words);
  };
  const opensCase = async (number: string): Promise<void> => {
    await says(`/privacy case ${number}`);
    await reads(/^Checklist/);
  };
  /** A form over the case: opened by its words, filled in by its labels, sent. */
  const does = async (words: string, fields: Fields | null = null, picture = ''): Promise<void> => {
    await presses(words);
    if (fields !== null) {
      await dialog.locator('h2').getByText(words, { exact: true }).waitFor();
      for (const [label, value] of Object.entries(fields)) await fillsOne(label, value);
      if (picture !== '') await shows(picture);
      await dialog.locator('footer button.primary').click();
    }
    const sure = page.getByRole('alertdialog');
    const done = dialog.getByText(`Done: ${words}`, { exact: false });
    await done.or(sure).first().waitFor();
    if ((await sure.count()) > 0) {
      await sure.locator('footer button.primary').click();
      await done.first().waitFor();
    }
  };
  /** Ticks off every step that can be marked now; what a search found is said in its form. */
  const worksOff = async (result = 'Searched: something was found'): Promise<number> => {
    const open = button(dialog, 'Mark done');
    let marked = 0;
    for (; (await open.count()) > 0; marked += 1) {
      const before = await open.count();
      const hash = await open.first().getAttribute('data-action-id');
      await open.first().click();
      const form = dialog.getByLabel('What came of it?', { exact: true });
      const gone = page.locator(`[data-action-id="${hash}"]`);
      if ((hash ?? '').split(':').length > 3) {
        await form.waitFor();
        await choosesFrom(form, result);
        await fillsOne('Findings', 'Searched by name, everything since 2019.');
        await dialog.locator('footer button.primary').click();
        await reads(/^Checklist/);
      }
      await gone.waitFor({ state: 'detached' });
      if ((await open.count()) >= before) throw new Error(`${hash} was pressed, and nothing was done`);
    }
    return marked;
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
      await page.goto(`${place.url}#${place.person}/${where}`);
      await page.reload();
    },
  };
};
