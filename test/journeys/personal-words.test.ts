import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';

let at: BotAtDesk;
beforeAll(async () => {
  at = await startBotAtDesk();
});
afterAll(() => at.stop());

const sam = () => at.desk.person('sam');
const question = 'priya@raman.example wants to know: are backups encrypted?';

const told = (channel: 'support' | 'dm', words: string) =>
  at.desk.waitFor(words, () =>
    sam()
      .messages(channel)
      .findLast(({ text, blocks }) => `${text} ${wordsOf(blocks)}`.includes(words)),
  );

it('answers, and tells the asker alone that the question holds personal data and where such data belongs', async () => {
  await sam().types('support', `/privacy ${question}`);
  const word = await told('support', 'seems to hold an e-mail address');
  expect(word.ephemeralFor).toBe(sam().id);
  expect(labelsOf(word.blocks)).toEqual(['Log a rights request']);
  await told('support', 'encrypted and stored as single files');
});

it('whispers it where everybody reads along, and asks to delete the message', async () => {
  await sam().types('support', `@privacy-assistant ${question}`);
  const word = await told('support', 'please delete it');
  expect(word.ephemeralFor).toBe(sam().id);
  const others = at.desk
    .person('jo')
    .messages('support')
    .map(({ text, blocks }) => `${text} ${wordsOf(blocks)}`);
  expect(others.join(' ')).not.toContain('seems to hold');
});

it('does not put it into the form for the privacy team', async () => {
  await sam().types('support', `/privacy ${question}`);
  const answer = await told('support', 'encrypted and stored as single files');
  await sam().pressesLabel(answer, 'Ask the privacy team');
  const view = await at.desk.waitFor('the form', () => sam().view());
  expect(JSON.stringify(view)).toContain('[left out] wants to know');
  expect(JSON.stringify(view)).not.toContain('priya@raman');
  await sam().closes(true);
});

it('tells it in a direct message, and in the form that the Home tab and the menu open', async () => {
  await sam().types('dm', question);
  await told('dm', 'seems to hold an e-mail address');
  await sam().opensHome();
  const home = await at.desk.waitFor('the home tab', () => sam().home());
  await sam().presses(home, 'home_ask', { value: question });
  const answer = await at.desk.waitFor('the answer', () => sam().view());
  expect(wordsOf(answer.view.blocks)).toContain('seems to hold an e-mail address');
  expect(labelsOf(answer.view.blocks)).toContain('Log a rights request');
  await sam().closes(true);
  await sam().types('support', '/privacy');
  await sam().pressesLabel(await told('support', 'walk you through'), 'Ask a question');
  await at.desk.waitFor('the form', () => sam().view());
  await sam().submits({ question: { value: { type: 'plain_text_input', value: question } } });
  const form = await at.desk.waitFor('the answer in the form', () => {
    const view = sam().view();
    return view !== null && wordsOf(view.view.blocks).includes('seems to hold') && view;
  });
  expect(labelsOf(form.view.blocks)).toContain('Log a rights request');
  await sam().closes(true);
});

it.each([
  ['my number is 07700 900123', 'a phone number'],
  ['AB 12 34 56 C wants to know', 'a National Insurance number'],
  ['her card 4111 1111 1111 1111', 'a card or account number'],
  ['IBAN GB29 NWBK 6016 1331 9268 19', 'a bank account number'],
  ['he lives in SW1A 1AA', 'a postcode'],
])('sees it: %s', async (words, what) => {
  await sam().types('dm', `are backups encrypted? ${words}`);
  await told('dm', `seems to hold ${what}`);
});

it('says nothing of the kind where there is nothing of the kind', async () => {
  const before = sam().messages('dm').length;
  await sam().types('dm', '/privacy are backups encrypted?');
  await told('dm', 'encrypted and stored as single files');
  expect(
    sam()
      .messages('dm')
      .slice(before)
      .map(({ text }) => text)
      .join(' '),
  ).not.toContain('seems to hold');
});
