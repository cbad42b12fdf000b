import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { launchBrowser, whyNoBrowser } from '../support/browser.ts';
import { canary, canaryMarks } from '../support/case-desk.ts';
import { type Colleague, colleaguesAt, type Fields } from '../support/colleague.ts';

// Pictures of every step are taken here; PICTURES=docs/images renews those two that the README shows.
const output = join(projectRoot, 'test/browser/output');
const published = join(projectRoot, process.env['PICTURES'] ?? 'test/browser/output');
const picture = (name: string): string =>
  join(['card', 'case'].includes(name) ? published : output, `${name}.png`);

const answer = 'Dear Quilla Zephyrine, here is everything that we hold about you.';

describe.skipIf(whyNoBrowser() !== null)('a case in the browser, from the call to its end', () => {
  let browser: Browser;
  let at: BotAtDesk;
  let sam: Colleague;
  let priya: Colleague;
  let alex: Colleague;
  let jo: Colleague;

  beforeAll(async () => {
    for (const folder of [output, published]) mkdirSync(folder, { recursive: true });
    browser = await launchBrowser();
    at = await startBotAtDesk({ page: true });
    ({ sam, priya, alex, jo } = await colleaguesAt(browser, at.desk, picture));
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  afterEach(() => {
    const public_ = JSON.stringify(at.desk.changes.filter(({ type }) => type !== 'views'));
    expect(`${public_}${at.logged()}`).not.toMatch(canaryMarks);
    expect(at.desk.problems()).toEqual([]);
    for (const each of [sam, priya, alex, jo]) expect(each.complaints).toEqual([]);
  });

  /** Sam hears it on the phone and logs it. */
  const logs = async (right: string, more: Fields = {}): Promise<string> => {
    await sam.says('/privacy request');
    await sam.reads('Which right?');
    await sam.fills({
      'Which right?': [right],
      'How it arrived': 'Phone call',
      'Name of the person': canary.name,
      'How to reach them': canary.contact,
      'Their words': canary.words,
      ...more,
    });
    await sam.submits();
    await sam.reads(/[A-Z]{3}-\d{4}-\d{4}/);
    const number = /[A-Z]{3}-\d{4}-\d{4}/.exec((await sam.dialog.textContent()) ?? '')?.[0];
    if (number === undefined) throw new Error('no number');
    return number;
  };

  /** Every step done, a second person reads the answer, it is sent, and the case is closed. */
  const answersAndCloses = async (number: string, outcome = 'Everything asked for'): Promise<void> => {
    await priya.does('Send for review', { Outcome: outcome, 'The answer you will send': answer });
    await alex.opensCase(number);
    // What is signed stands above the button that signs it.
    await alex.reads(answer);
    await alex.shows('case-approve');
    await alex.does('Approve');
    await priya.opensCase(number);
    await priya.does('Record response sent', { 'What shows it': 'The sent e-mail' });
    await priya.worksOff();
    await priya.does('Close case');
    await priya.cardSays(number, 'closed');
  };

  test('access: identity and a question first, a task for a colleague, a second person, and the answer', async () => {
    const number = await logs('Access');
    await priya.card(number).waitFor();
    await priya.pressesOnCard(number, 'Open case');
    await priya.reads(/^Next:/);
    await priya.does('Take');
    await priya.shows('case-taken');
    await priya.writes(
      'Ask for identity',
      { 'Why is there a doubt?': 'We do not know the address, number or account they used' },
      {},
      'form-identity',
    );
    await priya.cardSays(number, 'waiting for proof of identity');
    await priya.does('Identity received', { 'How they showed it': 'code' });
    await priya.writes(
      'Ask for clarification',
      { 'What is unclear': 'Quilla, which of your accounts do you mean?' },
      {},
      'form-clarification',
    );
    await priya.cardSays(number, 'paused');
    await priya.shows('case-paused');
    await priya.does('Clarification received', { 'What they answered': 'All of them.' });

    await priya.does(
      'Assign task',
      { 'Which step?': 'Ask the teams what they hold', 'To whom?': 'Alex Morgan' },
      'form-assign',
    );
    await priya.leavesForms();
    await priya.page.mouse.move(2, 2);
    await priya.shows('card');
    await alex.goesTo('app/home');
    await alex.page.getByText('Ask the teams what they hold').waitFor();
    await alex.shows('home-alex-task');
    await alex.goesTo(at.desk.ids.privacy);
    await priya.opensCase(number);
    await priya.shows('case');
    await priya.does(
      'Log a search',
      { 'Where?': 'CRM', 'What came of it?': 'Something was found' },
      'form-search',
    );
    await priya.worksOff();
    await priya.does('Log a redaction', { 'Why?': 'Nothing had to be redacted' }, 'form-redaction');
    await priya.shows('case-worked');
    await priya.presses('Why this date?');
    await priya.showsFrom(/^Why this date/, 'case-clock');
    await priya.presses('Steps');
    await priya.showsFrom(/^Steps/, 'case-checklist');
    await priya.presses('More');
    await priya.showsFrom(/^More/, 'case-end');
    await answersAndCloses(number);
    await priya.shows('case-closed');
  });

  test('a marketing opt-out takes two presses on its card', async () => {
    const number = await logs('Marketing opt-out');
    await priya.card(number).waitFor();
    await priya.shows('card-marketing');
    await priya.pressesOnCard(number, 'Mark stopped');
    await priya.pressesOnCard(number, 'Record response sent');
    await priya.cardSays(number, 'closed');
    await priya.shows('card-marketing-closed');
  });

  const takes = async (number: string): Promise<void> => {
    await priya.opensCase(number);
    await priya.does('Take');
    await priya.worksOff();
  };

  test('erasure: a second person agrees before anything is deleted, and what must stay is kept with a reason', async () => {
    const number = await logs('Erasure');
    await takes(number);
    await priya.reads(/on which ground/);
    await priya.does(
      'Propose deletion',
      {
        'What is erased': 'Their data in the CRM.',
        'What is kept, and on which ground': 'The invoices of six years: the tax law wants them.',
      },
      'form-deletion',
    );
    await priya.shows('case-deletion-proposed');
    await priya.cardSays(number, 'A second person has to decide');
    await alex.opensCase(number);
    await alex.shows('case-alex');
    await alex.does('Approve');
    await priya.opensCase(number);
    await priya.worksOff();
    await priya.does(
      'Log an exemption',
      {
        'Which exemption?': 'We must keep it by law',
        'What it covers and why': 'The invoices: the tax law wants them for six years.',
      },
      'form-exemption',
    );
    await answersAndCloses(number, 'Part of it');
  });

  test('an objection is refused with a ground, reasons and a second person', async () => {
    const number = await logs('Objection');
    await takes(number);
    // Stopping stands first, going on beside it; what was weighed goes from there into the letter.
    await priya.button(priya.dialog, 'Stop the use').waitFor();
    await priya.does(
      'Go on with grounds',
      {
        'Which use is it?': 'Statistics on the use of our Site.',
        'The compelling grounds': 'Fraud has to be found.',
        'What you weighed about the person’s situation': 'No harm to the person.',
      },
      'form-go-on',
    );
    await priya.writes(
      'Refuse',
      { 'Ground for refusing': 'ompelling', 'Reasons, for the register': 'Balanced in writing on page two.' },
      { Outcome: 'Refused' },
      'form-refuse',
    );
    await alex.opensCase(number);
    await alex.reads(/Fraud has to be found/);
    await alex.reads(/No harm to the person/);
    await alex.does('Approve');
    await priya.opensCase(number);
    await priya.does('Record response sent', {}, 'form-sent');
    await priya.cardSays(number, 'refused');
    await priya.does('Lift restriction');
    await priya.does('Close case');
    await priya.cardSays(number, 'closed');
  });

  test('a complaint is answered', async () => {
    const number = await logs('Complaint');
    await takes(number);
    await answersAndCloses(number, 'Upheld in part');
  });

  test('rectification: restricted while it is checked, lifted after the person was told', async () => {
    const number = await logs('Rectification');
    await priya.opensCase(number);
    await priya.does('Take');
    await priya.does('Restrict');
    await priya.cardSays(number, 'restricted');
    await priya.worksOff();
    await priya.does('Record lifting notice', {});
    await priya.does('Lift restriction', {});
    await alex.opensCase(number);
    await alex.does('Approve');
    await priya.opensCase(number);
    await answersAndCloses(number);
  });

  test('portability', async () => {
    const number = await logs('Portability');
    await takes(number);
    await answersAndCloses(number);
  });

  test('consent withdrawn: stopped and told in one press, opened again, and stopped and told', async () => {
    const number = await logs('Consent withdrawal');
    await takes(number);
    await priya.cardSays(number, 'within a week');
    await priya.does('Reopen');
    await priya.cardSays(number, 'Stop it everywhere now');
    await priya.shows('case-reopened');
    await priya.worksOff();
    await priya.cardSays(number, 'within a week');
  });

  test('a client leaves: its two steps, a second person, and only then the deletion', async () => {
    const number = await logs('Client leaving', { 'Who is it about?': 'A client company' });
    await takes(number);
    for (const step of ['The client confirmed', 'The client asked for deletion'])
      await priya.does('Record a client step', { 'What happened?': step }, 'form-client-step');
    await priya.worksOff();
    await priya.does('Propose deletion', {
      'What is erased': 'Everything in the client’s workspace.',
      'What is kept, and on which ground': 'Nothing.',
    });
    await alex.opensCase(number);
    await alex.does('Approve');
    await priya.opensCase(number);
    await priya.worksOff();
    await answersAndCloses(number);
  });

  test('the answer to a complaint is written as a letter of the case, checked, approved and recorded', async () => {
    const number = await logs('Complaint');
    await takes(number);
    await priya.presses('Letters');
    await priya.reads(/^Which letter/);
    await priya.dialog.getByRole('combobox').first().click();
    await priya.page.getByRole('option', { name: 'What we found' }).click();
    await priya.reads('findings, what we do to put it right, what we change.');
    await priya.shows('letter-found');
    await priya.submits();
    await priya.reads('Please complete this required field.');
    await priya.shows('letter-found-refused');
    await priya.fills({
      Findings: 'Two newsletters too many: Upheld: The list was not cleaned.',
      'What we do to put it right': 'We took the address off every list.',
      'What we change': 'The list is cleaned every night.',
    });
    await priya.submits();
    await priya.button(priya.dialog, 'Change something').waitFor();
    await priya.reads(/The list is cleaned every night/);
    await priya.shows('letter-found-filled');
    await priya.submits();
    await priya.cardSays(number, 'An approver has to read the answer');
    await priya.shows('letter-found-sent');
    await alex.opensCase(number);
    await alex.does('Approve');
    await priya.opensCase(number);
    await priya.presses('Letters');
    await priya.reads(/The list is cleaned every night/);
    await priya.button(priya.dialog, 'I have sent this').waitFor();
    await priya.shows('letter-record');
    await priya.submits();
    await priya.cardSays(number, 'answered');
    await priya.shows('letter-recorded');
    await priya.opensCase(number);
    await priya.worksOff();
    await priya.does('Close case');
    await priya.cardSays(number, 'closed');
  });

  test('the list, the letters and everybody’s Home', async () => {
    const number = await logs('Access');
    await logs('Rectification');
    await sam.shows('logged');
    await logs('Erasure');
    await priya.says('/privacy cases');
    await priya.reads(/open cases/);
    await priya.shows('list');
    await priya.button(priya.dialog, 'Open case').first().click();
    await priya.reads(/^Next:/);
    await priya.opensCase(number);
    await priya.does('Take');
    await priya.presses('Letters');
    await priya.dialog.locator('h2').getByText('Letters').waitFor();
    await priya.shows('letters');
    await priya.leavesForms();
    for (const [name, who] of Object.entries({ sam, priya, alex, jo })) {
      await who.goesTo('app/home');
      await who.page.getByText('Ask').first().waitFor();
      await who.shows(`home-${name}`);
    }
  });
});
