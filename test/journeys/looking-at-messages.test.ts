import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceMessage } from '../../src/workspace/contract.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';

let at: BotAtDesk;
beforeAll(async () => {
  at = await startBotAtDesk();
});
afterEach(() => at.desk.person('sam').closes(true));
afterAll(() => at.stop());
const sam = () => at.desk.person('sam');
const priya = () => at.desk.person('priya');

const said = async (text: string): Promise<WorkspaceMessage> => {
  const seen = new Set(
    sam()
      .messages('support')
      .map(({ ts }) => ts),
  );
  await priya().types('support', text);
  return at.desk.waitFor('the message', () =>
    sam()
      .messages('support')
      .find((message) => message.user === priya().id && !seen.has(message.ts)),
  );
};
const looked = async (text: string) => {
  await sam().usesShortcut('is_this_a_rights_request', await said(text));
  return at.desk.waitFor('the private view', () => sam().view());
};
const blocksNow = () => sam().view()?.view.blocks ?? [];

describe('is this a rights request?', () => {
  it('names each right with the words that show it, the moment of receipt, and when an answer would be due', async () => {
    const view = await looked(
      'Quilla Zephyrine wrote: please delete my account, and send me a copy of all the data you hold about me',
    );
    const words = wordsOf(view.view.blocks);
    expect(words).toContain('looks like a rights request');
    expect(words).toMatch(/Erasure/);
    expect(words).toMatch(/Access/);
    expect(words).toMatch(/first reached anyone/);
    expect(words).toMatch(/Due|due by/);
    expect(JSON.stringify(view.view.blocks)).toContain('rich_text_quote');
  });

  it('opens the form with the rights, the day, the channel and the words, and keeps the words out of everything else', async () => {
    await looked('Quilla Zephyrine wrote: please delete my account');
    const view = sam().view();
    expect(
      JSON.stringify([view?.view.private_metadata, view?.view.blocks.filter((b) => b.type === 'actions')]),
    ).not.toMatch(/quilla/i);
    if (view === null) throw new Error('no view');
    await sam().pressesLabel(view, 'Log this as a request');
    const form = await at.desk.waitFor('the form', () => {
      const now = sam().view();
      return now?.view.callback_id === 'log_request' ? now : null;
    });
    expect(form.state['words']?.['value']).toMatchObject({ value: expect.stringContaining('Quilla') });
    expect(form.state['channel']?.['value']).toMatchObject({ selected_option: { value: 'slack' } });
    expect(form.state['rights']?.['value']).toMatchObject({ selected_options: [{ value: 'erasure' }] });
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
    expect(form.state['received_on']?.['value']).toMatchObject({ selected_date: today });
    expect(form.state['received_at']?.['value']).toMatchObject({
      selected_time: expect.stringMatching(/^\d\d:\d\d$/),
    });
    expect(at.logged()).not.toMatch(/quilla|zephyrine/i);
  });

  it('says plainly when it sees none, and still lets you log it', async () => {
    const view = await looked('Lunch at noon? The new place has soup.');
    expect(wordsOf(view.view.blocks)).toContain('I am not sure');
    expect(labelsOf(view.view.blocks)).toContain('Log this as a request');
  });

  it('takes a very long message, and one that tries to be markup', async () => {
    const view = await looked(
      `<!channel> & *erase my data please* ${'and so on, '.repeat(3_000)}`.slice(0, 30_000),
    );
    expect(wordsOf(view.view.blocks)).toContain('Erasure');
    await sam().pressesLabel(view, 'Log this as a request');
    await at.desk.waitFor('the form', () => sam().view()?.view.callback_id === 'log_request');
    expect(JSON.stringify(blocksNow())).not.toContain('could not be shown');
    expect(at.desk.problems()).toEqual([]);
  });

  it('looks at messages of apps, and at those without words', async () => {
    await sam().types('support', '/privacy help');
    const posted = await at.bot.app.client.chat.postMessage({
      channel: sam().channelId('support'),
      text: ' ',
      blocks: [{ type: 'divider' }],
    });
    const message = await at.desk.waitFor('the app’s message', () =>
      sam()
        .messages('support')
        .find(({ ts }) => ts === posted.ts),
    );
    await sam().usesShortcut('is_this_a_rights_request', message);
    const view = await at.desk.waitFor('the private view', () => sam().view());
    expect(wordsOf(view.view.blocks)).toContain('no words');
    expect(wordsOf(view.view.blocks)).toContain('An app posted this');
    expect(labelsOf(view.view.blocks)).toContain('Log this as a request');
  });
});

describe('/privacy deadline', () => {
  const answerTo = async (command: string): Promise<WorkspaceMessage> => {
    const before = new Set(
      sam()
        .messages('support')
        .map(({ ts }) => ts),
    );
    await sam().types('support', command);
    return at.desk.waitFor('the answer', () =>
      sam()
        .messages('support')
        .find((message) => message.ephemeralFor !== null && !before.has(message.ts)),
    );
  };

  it('answers privately with the date, why, the cautious date and what could move it', async () => {
    const words = wordsOf((await answerTo('/privacy deadline 31 Jan 2026 delete')).blocks);
    expect(words).toContain('Mon 2 Mar 2026');
    expect(words).toContain('Reg 1182/71');
    expect(words).toContain('Cautious date');
    expect(words).toContain('What could move it');
    expect(words).toContain('Nothing was logged');
  });

  it('gives an example for what it cannot read, and leaves questions to the policy', async () => {
    expect(wordsOf((await answerTo('/privacy deadline')).blocks)).toContain('/privacy deadline 2026-01-31');
    expect(wordsOf((await answerTo('/privacy deadline 30 February 2026')).blocks)).toContain('no such day');
    const question = await answerTo('/privacy deadline for answering when somebody wants their data?');
    expect(wordsOf(question.blocks)).not.toContain('/privacy deadline 2026-01-31');
  });

  it('starts the form with that day and right', async () => {
    const answer = await answerTo('/privacy deadline 2026-01-31 erasure');
    await sam().pressesLabel(answer, 'Log a rights request');
    const form = await at.desk.waitFor('the form', () => sam().view());
    expect(form.state['received_on']?.['value']).toMatchObject({ selected_date: '2026-01-31' });
    expect(form.state['rights']?.['value']).toMatchObject({ selected_options: [{ value: 'erasure' }] });
  });
});
