import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, whyNoBrowser } from '../support/browser.ts';
import { canary, canaryMarks } from '../support/case-desk.ts';
import { type Colleague, colleaguesAt, type Fields } from '../support/colleague.ts';
import { teamsAtDesk } from '../support/hands.ts';

// With JOURNEY_PICTURES=1 every form and message on the way is taken in light, in dark and on a narrow screen, to be looked at.
const pictures = process.env['JOURNEY_PICTURES'] !== undefined;
const output = join(projectRoot, 'test/browser/output/journeys');

describe.skipIf(whyNoBrowser() !== null)('seven journeys to their end, by whoever’s turn it is', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let sam: Colleague;
  let priya: Colleague;
  let alex: Colleague;
  let jo: Colleague;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true, from: '2026-11-23T10:00:00Z', staffed: teamsAtDesk });
    ({ sam, priya, alex, jo } = await colleaguesAt(browser, at.desk, (name) => join(output, `${name}.png`)));
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  afterEach(() => {
    const outside = JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views'));
    expect(`${outside}${at.logged()}`).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
    for (const each of [sam, priya, alex, jo]) expect(each.complaints).toEqual([]);
  });

  const taken = new Set<string>();
  const looks = async ({ page, shows }: Colleague, name: string): Promise<void> => {
    if (!pictures || taken.has(name)) return;
    taken.add(name);
    const theme = (to: string) =>
      page.evaluate((wanted) => document.documentElement.setAttribute('data-theme', wanted), to);
    await page.setViewportSize({ width: 1000, height: 1400 });
    await shows(`${name}-light`);
    await theme('dark');
    await shows(`${name}-dark`);
    await theme('light');
    await page.setViewportSize({ width: 420, height: 1400 });
    await shows(`${name}-narrow`);
    await page.setViewportSize({ width: 1180, height: 820 });
  };

  const logs = async (
    rights: readonly string[],
    name: string,
    more: Fields = {},
  ): Promise<readonly string[]> => {
    await sam.says('/privacy request');
    await sam.reads('Which right?');
    await sam.fills({
      'Which right?': rights,
      'How it arrived': 'Phone call',
      'Name of the person': `${canary.name} ${name}`,
      'How to reach them': `${name}.${canary.contact}`,
      'Their words': canary.words,
      ...more,
    });
    await looks(sam, 'intake');
    await sam.submits();
    await sam.reads(/Say this/);
    await looks(sam, `logged-${name}`);
    const words = (await sam.dialog.textContent()) ?? '';
    return [...new Set(words.match(/[A-Z]{3}-\d{4}-\d{4}/g))];
  };

  const message = (who: Colleague, number: string, words: string): Locator =>
    who.page
      .getByRole('article')
      .filter({ hasText: number })
      .filter({ has: who.page.getByRole('button', { name: words }) })
      .last();
  const sure = async (who: Colleague): Promise<void> => {
    const asked = who.page.getByRole('alertdialog');
    await asked.waitFor();
    await looks(who, 'sure');
    await asked.locator('footer button.primary').click();
  };

  const answered = (number: string): RegExp => new RegExp(`${number} \\(.+?\\): answered`);
  const teamsAnswer = async (number: string, found: boolean): Promise<void> => {
    for (const who of [jo, sam]) {
      await who.goesTo('app/messages');
      for (;;) {
        const asked = message(who, number, 'Nothing there');
        await asked
          .or(who.page.getByText(answered(number)).first())
          .first()
          .waitFor();
        if ((await asked.count()) === 0) break;
        await looks(who, 'team-asked');
        const left = await who.page.getByText(answered(number)).count();
        const box = asked.getByRole('checkbox').first();
        if (found && who === jo && (await box.count()) > 0) {
          await box.check();
          await who.button(asked, 'Found').click();
        } else await who.button(asked, 'Nothing there').click();
        await who.page.waitForFunction(
          ([number, before]) =>
            [...document.querySelectorAll('article')].filter(({ textContent }) =>
              new RegExp(`${number} \\(.+?\\): answered`).test(textContent ?? ''),
            ).length > Number(before),
          [number, left] as const,
        );
      }
      await looks(who, 'team-answered');
    }
  };

  /** The message opens the case with what is signed; the press beneath it signs. */
  const alexApproves = async (number: string, name: string, letterSays = ''): Promise<void> => {
    await alex.goesTo('app/messages');
    const asked = message(alex, number, 'Approve');
    await asked.waitFor();
    await looks(alex, `approver-${name}`);
    await alex.button(asked, 'Approve').click();
    await alex.button(alex.dialog, 'Approve').waitFor();
    expect(await alex.dialog.textContent()).toMatch(new RegExp(`${letterSays}.*Approve`, 's'));
    await looks(alex, `signs-${name}`);
    await alex.button(alex.dialog, 'Approve').click();
    await asked.waitFor({ state: 'detached' });
    await looks(alex, `approved-${name}`);
  };

  /** What nobody else can know, in the shape that its hint asks for. */
  const wordsFor = (hint: string): string => {
    if (hint.includes('A date')) return '1 December 2026';
    const columns = hint.includes('One line for each, ') ? hint.split(' | ').length : 1;
    return Array.from({ length: columns }, () => 'one thing').join(': ');
  };
  const fillsGaps = async (): Promise<void> => {
    for (const field of await priya.dialog.locator('.field[aria-required=true]').all()) {
      const tag = await field.evaluate(({ tagName }) => tagName);
      if (!['TEXTAREA', 'INPUT'].includes(tag) || (await field.inputValue()) !== '') continue;
      const hint =
        (await field.locator('xpath=ancestor::*[contains(@class,"input-block")]').textContent()) ?? '';
      await field.fill(wordsFor(hint));
    }
  };

  type Ways = {
    readonly name: string;
    /** What the forms of its steps are filled in with. */
    readonly fields?: Readonly<Record<string, Fields>>;
    readonly found?: boolean;
    readonly letter?: Fields;
    readonly preview?: Fields;
  };
  const atOnce = ['markDone', 'take', 'close', 'stopAndTell', 'liftRestriction'];
  const chosen: Readonly<Record<string, Fields>> = {
    restrict: { Ground: 'The accuracy is contested' },
    recordRecipient: { 'Who?': 'A processor', 'What came of it?': 'Told' },
    proposeDeletion: {
      'What is kept, and on which ground': 'The invoices of six years: the tax law wants them.',
    },
    recordClientStep: { 'What happened?': 'The client confirmed' },
    recordErasure: { 'Who had received the data?': 'A processor', 'Were they told?': 'Told' },
  };

  const primary = async (): Promise<string> => {
    const next = priya.dialog.locator('[data-action-id^="case_do:"].primary').first();
    return (await next.count()) === 0
      ? ''
      : (((await next.getAttribute('data-action-id')) ?? '').split(':')[1] ?? '');
  };
  const backInCase = async (before: string): Promise<void> => {
    await priya.page.waitForFunction((old) => {
      const now = document.querySelector('[role=dialog]')?.textContent ?? '';
      return now !== old && now.includes('✅');
    }, before);
  };

  /** Goes on by the one next step until the case is closed. */
  const works = async (number: string, ways: Ways): Promise<void> => {
    await priya.opensCase(number);
    const clientSteps = ['The client confirmed', 'The client asked for deletion'];
    for (let turn = 0; turn < 40; turn += 1) {
      const action = await primary();
      await looks(priya, `case-${ways.name}-${turn}-${action || 'waits'}`);
      const said = (await priya.dialog.textContent()) ?? '';
      if (action === '') {
        if (/Next: ?Closed|is closed/.test(said)) return;
        await alexApproves(number, ways.name);
        await priya.opensCase(number);
        continue;
      }
      await priya.dialog.locator('[data-action-id^="case_do:"].primary').first().click();
      if (atOnce.includes(action)) {
        if (action === 'close') await sure(priya);
        await backInCase(said);
        if (action === 'close') {
          await looks(priya, `closed-${ways.name}`);
          return;
        }
        continue;
      }
      await priya.dialog.locator('footer button.primary').waitFor();
      const fields =
        action === 'recordClientStep'
          ? { 'What happened?': clientSteps.shift() ?? '' }
          : (ways.fields?.[action] ?? chosen[action] ?? {});
      if (action === 'writeAnswer') {
        await looks(priya, `answer-${ways.name}-empty`);
        await priya.fills(ways.letter ?? {});
        await fillsGaps();
        const nothing = priya.dialog.getByText('Nothing had to be left out');
        if ((await nothing.count()) > 0 && ways.letter?.['Did anything have to be left out?'] === undefined)
          await nothing.click();
        await looks(priya, `answer-${ways.name}`);
        await priya.submits();
        await priya.button(priya.dialog, 'Change something').waitFor();
        await priya.fills(ways.preview ?? {});
        await looks(priya, `preview-${ways.name}`);
        await priya.submits();
        await backInCase(said);
        await alexApproves(number, ways.name);
        await priya.opensCase(number);
        continue;
      }
      await priya.fills(fields);
      // Each system in which something was found, named with its team.
      if (action === 'recordErasure')
        for (const box of await priya.dialog.getByRole('combobox', { name: /\(/ }).all()) {
          await box.click();
          await priya.page.getByRole('option', { name: 'Erased' }).first().click();
        }
      await looks(priya, `form-${action}`);
      await priya.submits();
      await backInCase(said);
      if (action === 'askTeams') {
        await looks(priya, `case-${ways.name}-asked`);
        await teamsAnswer(number, ways.found ?? true);
        await priya.opensCase(number);
      }
      if (action === 'proposeDeletion') {
        await alexApproves(number, `${ways.name}-deletion`);
        await priya.opensCase(number);
      }
    }
    throw new Error('the case does not end');
  };

  test('access with nothing to redact', async () => {
    const [number = ''] = await logs(['Access'], 'access');
    await priya.card(number).waitFor();
    await looks(priya, 'card');
    await works(number, { name: 'access' });
    await sam.goesTo('app/messages');
    await sam.page.getByText(`${number} (Access), which you logged, has been answered.`).waitFor();
    await looks(sam, 'news');
  });

  test('access with redactions and identity', async () => {
    const [number = ''] = await logs(['Access'], 'redacted');
    await priya.opensCase(number);
    await priya.does('Take');
    await priya.writes(
      'Ask for identity',
      { 'Why is there a doubt?': 'We do not know the address, number or account they used' },
      {},
      'form-identity',
    );
    await looks(priya, 'case-identity-waits');
    await priya.does('Identity received', { 'How they showed it': 'code' }, 'form-identity-received');
    await priya.presses('Log a redaction');
    await priya.fills({ 'Why?': 'ther', 'How many items?': '3' });
    await looks(priya, 'form-redaction');
    await priya.submits();
    await priya.reads(/^Next:/);
    await works(number, { name: 'redacted', preview: { Outcome: 'Partly' } });
  });

  test('erasure with hold-backs', async () => {
    const [number = ''] = await logs(['Erasure'], 'erasure');
    await priya.opensCase(number);
    await priya.does('Take');
    await priya.does(
      'Log an exemption',
      {
        'Which exemption?': 'We must keep it by law',
        'What it covers and why': 'The invoices: the tax law wants them for six years.',
      },
      'form-exemption',
    );
    await works(number, {
      name: 'erasure',
      // Until when, nobody but Priya knows: the preview asks for it before it shows anything.
      letter: { 'What is kept': 'The invoices | the tax law wants them for six years | 31 December 2032' },
      preview: { Outcome: 'Partly' },
    });
  });

  test('objection refused', async () => {
    const [number = ''] = await logs(['Objection'], 'objection');
    await priya.opensCase(number);
    await priya.does('Take');
    await priya.worksOff();
    await priya.writes(
      'Refuse',
      {
        'Ground for refusing': 'ompelling',
        'Reasons, for the register': 'Balanced in writing on page two.',
        'Processing concerned': 'Statistics on the use of our Site.',
        'Compelling grounds': 'Fraud has to be found.',
        'What was weighed about the person’s situation': 'No harm to the person.',
      },
      { Outcome: 'Refused' },
      'form-refuse',
    );
    await alexApproves(number, 'refusal', 'Fraud has to be found');
    await works(number, { name: 'objection' });
    await priya.cardSays(number, 'closed');
  });

  test('complaint upheld in part', async () => {
    const [number = ''] = await logs(['Complaint'], 'complaint');
    await works(number, {
      name: 'complaint',
      letter: {
        Findings:
          'Two newsletters too many: Upheld: The list was not cleaned.\nA rude call: Not upheld: There was none.',
      },
      preview: { Outcome: 'Upheld in part' },
    });
  });

  test('a client leaves', async () => {
    const [number = ''] = await logs(['Client leaving'], 'client', {
      'Who is it about?': 'A client company',
    });
    await works(number, { name: 'client' });
  });

  test('two rights in one letter', async () => {
    const numbers = await logs(['Access', 'Erasure'], 'two');
    expect(numbers).toHaveLength(2);
    for (const number of numbers) await works(number, { name: `two-${numbers.indexOf(number)}` });
  });
});
