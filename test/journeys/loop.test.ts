import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';
import type { ChannelName, PersonName } from '../support/workspace.ts';

let at: BotAtDesk;
let now = new Date('2026-11-27T10:00:00Z');
beforeAll(async () => {
  at = await startBotAtDesk({ clock: () => now });
});
afterAll(() => at.stop());

const person = (name: PersonName) => at.desk.person(name);
const text = (value: string | null) => ({ value: { type: 'plain_text_input', value } });
const found = (name: PersonName, channel: ChannelName, words: string) =>
  at.desk.waitFor(`“${words}” in ${channel}`, () =>
    person(name)
      .messages(channel)
      .findLast((message) => `${message.text} ${wordsOf(message.blocks)}`.includes(words)),
  );
const shown = (name: PersonName, words: string) =>
  at.desk.waitFor(`a form with “${words}”`, () => {
    const view = person(name).view();
    return view !== null && JSON.stringify(view.view).includes(words) && view;
  });
const errorsOf = (name: PersonName) =>
  at.desk.waitFor('marked fields', () => {
    const errors = person(name).view()?.errors ?? {};
    return Object.keys(errors).length > 0 && errors;
  });

/** Sam asks, the question is passed on, Priya answers it; the card as it then stands. */
const answered = async (question: string, answer: string): Promise<WorkspaceMessage> => {
  await person('sam').types('support', `/privacy ${question}`);
  const reply = await at.desk.waitFor('an answer', () => {
    const last = person('sam').messages('support').at(-1);
    return last !== undefined && labelsOf(last.blocks).includes('Ask the privacy team') && last;
  });
  await person('sam').pressesLabel(reply, 'Ask the privacy team');
  await shown('sam', question);
  await person('sam').submits({ question: text(question) });
  const card = await at.desk.waitFor('the card', () =>
    person('priya')
      .messages('privacy')
      .findLast(({ blocks }) => wordsOf(blocks).includes(question)),
  );
  await person('sam').closes(true);
  await person('priya').pressesLabel(card, 'Answer');
  await shown('priya', 'Your answer');
  await person('priya').submits({ answer: text(answer) });
  return at.desk.waitFor('the answered card', () =>
    person('priya')
      .messages('privacy')
      .find(({ ts, blocks }) => ts === card.ts && labelsOf(blocks).includes('Save as an entry')),
  );
};

const cardNow = (card: WorkspaceMessage, words: string) =>
  at.desk.waitFor(`“${words}” on the card`, () =>
    person('priya')
      .messages('privacy')
      .find(({ ts, blocks }) => ts === card.ts && wordsOf(blocks).includes(words)),
  );

const entryFiles = (): Promise<readonly string[]> =>
  readdir(join(at.dataDir, 'entries')).then(
    (names) => names.filter((name) => name.endsWith('.json')),
    () => [],
  );

describe('an answer of the privacy team', () => {
  const question = 'Do we record telephone calls?';
  let card: WorkspaceMessage;

  it('comes back to the asker privately and is saved as an entry with one press, once', async () => {
    card = await answered(question, 'No, neither calls nor voicemail.');
    await found('sam', 'dm', 'No, neither calls nor voicemail.');
    expect(await entryFiles()).toEqual([]);
    await person('alex').pressesLabel(card, 'Save as an entry');
    await found('alex', 'privacy', 'Only the privacy team can do that');
    expect(await entryFiles()).toEqual([]);
    await Promise.all([
      person('priya').pressesLabel(card, 'Save as an entry'),
      person('priya').pressesLabel(card, 'Save as an entry'),
    ]);
    await cardNow(card, 'To be looked at again by 27 November 2027');
    await cardNow(card, 'after 1 minute');
    const files = await entryFiles();
    expect(files).toHaveLength(1);
    const entry = JSON.parse(await readFile(join(at.dataDir, 'entries', files[0] ?? ''), 'utf8'));
    expect(entry).toMatchObject({
      question,
      answeredBy: person('priya').id,
      savedBy: person('priya').id,
      savedOn: '2026-11-27',
      reviewBy: '2027-11-27',
    });
    expect(JSON.stringify(entry)).not.toContain(person('sam').id);
  });

  it('is shown beside the policy’s silence to whoever asks the very same, under its own label', async () => {
    await person('jo').types('support', '/privacy are phone calls recorded?');
    const answer = await found('jo', 'support', 'The privacy team answered, 27 November 2026');
    const words = wordsOf(answer.blocks);
    expect(words).toContain('The policy does not say');
    expect(words).toContain('No, neither calls nor voicemail.');
  });

  it.each(['do we record video calls?', 'how long do we keep recorded calls?', 'who may listen to calls?'])(
    'is not shown to whoever asks something near: %s',
    async (near) => {
      const before = person('jo').messages('dm').length;
      await person('jo').types('dm', near);
      const answer = await at.desk.waitFor('an answer', () =>
        person('jo')
          .messages('dm')
          .slice(before)
          .find(({ blocks }) => labelsOf(blocks).includes('Ask the privacy team')),
      );
      expect(wordsOf(answer.blocks)).not.toContain('The privacy team answered');
    },
  );

  it('is not shared with the channel: only the policy’s own words are', async () => {
    await person('jo').types('support', '/privacy who can see client data?');
    const answer = await found('jo', 'support', 'operations team and senior management');
    await person('jo').pressesLabel(answer, 'Share in channel');
    const shared = await found('jo', 'support', 'shared this from the privacy policy');
    expect(wordsOf(shared.blocks)).not.toContain('voicemail');
  });

  it('refuses personal data and marks the field; what was typed stays', async () => {
    await person('priya').types('privacy', '/privacy entries');
    const list = await shown('priya', 'No, neither calls nor voicemail.');
    await person('priya').pressesLabel(list, 'Edit');
    await shown('priya', 'Edit entry');
    await person('priya').submits({
      question: text(question),
      wordings: text('Is the hotline taped?\nDoes 07700 900123 get recorded?'),
      answer: text('No. Ask ada@example.org.'),
      review_by: { value: { type: 'datepicker', selected_date: '2027-05-01' } },
    });
    const errors = await errorsOf('priya');
    expect(Object.keys(errors).toSorted()).toEqual(['answer', 'wordings']);
    await person('priya').submits({
      question: text(question),
      wordings: text('Is the hotline taped?'),
      answer: text('No. Ask info@smartxpo.com.'),
      review_by: { value: { type: 'datepicker', selected_date: '2027-05-01' } },
    });
    await at.desk.waitFor(
      'the form to close',
      () => !JSON.stringify(person('priya').view()).includes('"Edit entry"'),
    );
    await person('priya').closes(true);
    await person('jo').types('dm', 'is the hotline taped?');
    await found('jo', 'dm', 'No. Ask info@smartxpo.com.');
  });

  it('is called overdue after its day, renewed for a year, and retired', async () => {
    now = new Date('2027-05-02T10:00:00Z');
    await person('jo').types('dm', 'do we record phone calls?');
    await found('jo', 'dm', 'It should have been looked at again by 1 May 2027');
    await person('priya').opensHome();
    const home = await at.desk.waitFor('the home tab', () => {
      const tab = person('priya').home();
      return tab !== null && wordsOf(tab.view.blocks).includes('due for review') && tab;
    });
    await person('priya').pressesLabel(home, 'Our own entries');
    await person('priya').pressesLabel(await shown('priya', 'Due for review since'), 'Still right');
    await person('priya').pressesLabel(await shown('priya', 'Good for another year'), 'Retire');
    await shown('priya', 'There are none yet');
    await person('priya').closes(true);
    const before = person('jo').messages('dm').length;
    await person('jo').types('dm', 'do we record phone calls?');
    const answer = await at.desk.waitFor('an answer', () =>
      person('jo')
        .messages('dm')
        .slice(before)
        .find(({ blocks }) => labelsOf(blocks).includes('Ask the privacy team')),
    );
    expect(wordsOf(answer.blocks)).not.toContain('The privacy team answered');
    now = new Date('2026-11-27T10:00:00Z');
  });

  it('may be edited by nobody else, not even with a crafted press', async () => {
    await person('alex').types('support', '/privacy entries');
    await found('alex', 'support', 'Only the privacy team can do that');
    await person('alex').types('support', '/privacy gaps');
    await found('alex', 'support', 'Only the privacy team can do that');
  });
});

describe('what the policy leaves open', () => {
  it('is counted by subject, with a draft clause, and no word that may name somebody', async () => {
    await person('jo').types('dm', 'is there cctv footage of Quilla Zephyrine at the office?');
    await person('jo').types('dm', 'do we use cctv cameras?');
    await at.desk.waitFor('both answers', () =>
      person('jo')
        .messages('dm')
        .some(({ blocks }) => wordsOf(blocks).includes('cctv') || wordsOf(blocks).includes('cameras')),
    );
    const answer = person('jo')
      .messages('dm')
      .findLast(({ blocks }) => labelsOf(blocks).includes('Not helpful'));
    if (answer === undefined) throw new Error('there is no answer');
    await person('jo').pressesLabel(answer, 'Not helpful');
    await shown('jo', 'without your name');
    const reason = {
      value: {
        type: 'static_select',
        selected_option: { text: { type: 'plain_text', text: 'Something is missing' }, value: 'incomplete' },
      },
    };
    await person('jo').submits({ reason, note: text('call me on 07700 900123') });
    expect(Object.keys(await errorsOf('jo'))).toEqual(['note']);
    await person('jo').submits({ reason, note: text('Quilla said there are cameras in the office') });
    await shown('jo', 'The privacy team reads it');
    await person('priya').types('privacy', '/privacy gaps');
    const gaps = await shown('priya', 'What people asked in vain');
    const words = wordsOf(gaps.view.blocks);
    expect(words).toContain('an answer was not helpful once');
    expect(words).toContain('passed on to the privacy team once');
    expect(words).toContain('Draft clause');
    expect(words).toContain('Automated decisions');
    expect(words).not.toMatch(/quilla|zephyrine|07700/iu);
    for (const someone of ['sam', 'jo', 'priya'] as const)
      expect(JSON.stringify(gaps.view)).not.toContain(person(someone).id);
  });

  it('lies on the disk without names, ids or readable questions', async () => {
    const files = await readdir(join(at.dataDir, 'gaps'));
    expect(files.length).toBeGreaterThan(0);
    const lines = await Promise.all(files.map((file) => readFile(join(at.dataDir, 'gaps', file), 'utf8')));
    const all = lines.join('');
    expect(all).toContain('"why":"silent"');
    expect(all).not.toMatch(/quilla|zephyrine|video|cameras|"U0/iu);
    expect(at.logged()).not.toMatch(/quilla|voicemail|hotline|cameras in/iu);
  });

  it('is told to whoever asks what is held about them', async () => {
    await person('priya').types('privacy', '/privacy about-me');
    const held = await found('priya', 'privacy', 'What I hold about you');
    expect(wordsOf(held.blocks)).toContain('Your Slack id stands in 1 entry');
    expect(wordsOf(held.blocks)).toContain('180 days');
  });
});

it('breaks no rule of Slack', () => {
  expect(at.desk.problems()).toEqual([]);
});
