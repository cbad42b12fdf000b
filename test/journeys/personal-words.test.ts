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
