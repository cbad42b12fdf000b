import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/answer/answer.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';

/** The real knowledge, but sure to be silent about one word. */
const silentAbout =
  (word: string) =>
  (real: Knowledge): Knowledge => ({
    ...real,
    ask: async (question) => {
      const answer = await real.ask(question);
      if (!question.includes(word)) return answer;
      return {
        ...answer,
        outcome: 'silent',
        citations: [],
        nearest: answer.citations,
        answer: 'The policy does not say.',
      };
    },
  });

/** The answer to whatever has this word in it waits until it is let go. */
let letGo = (): void => {};
const waitingFor =
  (word: string) =>
  (real: Knowledge): Knowledge => {
    const gone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    return {
      ...real,
      ask: async (question) => {
        if (question.includes(word)) await gone;
        return real.ask(question);
      },
    };
  };

let at: BotAtDesk;
beforeAll(async () => {
  at = await startBotAtDesk({ knowledge: (real) => waitingFor('zeppelin')(silentAbout('drone')(real)) });
});
afterEach(() => at.desk.person('sam').closes(true));
afterAll(() => at.stop());

const sam = () => at.desk.person('sam');
const latest = (channel: 'support' | 'general' | 'dm' | 'random' | 'privacy', who = sam()) =>
  who.messages(channel).at(-1);

/** Does something and waits for the message that comes of it. */
const reply = async (
  channel: 'support' | 'general' | 'dm' | 'random' | 'privacy',
  what: string,
  act: () => Promise<unknown>,
  who = sam(),
) => {
  const before = who.messages(channel).map(({ ts }) => ts);
  await act();
  return at.desk.waitFor(what, () =>
    who.messages(channel).findLast(({ ts, user }) => !before.includes(ts) && user === at.desk.botUser),
  );
};

describe('mentioning the bot where it is not', () => {
  it('is answered by Slack itself with the way to invite it', async () => {
    await sam().types('random', 'hello @Privacy Assistant who can see client data?');
    const said = await at.desk.waitFor('the notice', () =>
      at.desk.changes.find((change) => change.type === 'notice' && change.text.includes('/invite')),
    );
    expect(said).toMatchObject({ type: 'notice' });
  });
});

describe('asking with the command', () => {
  it('is acknowledged when it is heard, before anybody knows the answer', async () => {
    const before = sam().messages('support').length;
    const typed = await sam().types('support', '/privacy who can see client data, or a zeppelin?');
    expect(typed.ok).toBe(true);
    expect(sam().messages('support')).toHaveLength(before);
    letGo();
    await at.desk.waitFor('the answer', () =>
      sam()
        .messages('support')
        .slice(before)
        .find(({ blocks }) => labelsOf(blocks).includes('Helpful')),
    );
  });

  it('answers privately, at once, with a quote, its section and the policy date', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy who can see client data?'),
    );
    expect(answer.ephemeralFor).toBe(sam().id);
    const words = wordsOf(answer.blocks);
    expect(words).toContain('who can see client data?');
    expect(words).toContain('Our operations team and senior management have access');
    expect(words).toContain('June 2020');
    expect(words).toContain('Only you can see this');
    expect(labelsOf(answer.blocks)).toEqual(
      expect.arrayContaining(['Share in channel', 'Helpful', 'Not helpful', 'Ask the privacy team']),
    );
    expect(answer.text).not.toBe('');
  });

  it('shows the menu when nothing or "help" is typed, and asks when help is part of a question', async () => {
    const empty = await reply('support', 'a menu', () => sam().types('support', '/privacy'));
    const help = await reply('support', 'a menu', () => sam().types('support', '/privacy help'));
    const question = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy help me find who can see client data'),
    );
    for (const menu of [empty, help]) {
      expect(labelsOf(menu.blocks)).toEqual([
        'Ask a question',
        'Log a rights request',
        'What the policy covers',
      ]);
    }
    expect(labelsOf(question.blocks)).toContain('Helpful');
  });

  it('says in those words that the policy does not say', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy does the policy say how drones film our garden?'),
    );
    expect(wordsOf(answer.blocks)).toMatch(/does not say|not a question for the privacy policy/);
    expect(labelsOf(answer.blocks)).toContain('Ask the privacy team');
    expect(labelsOf(answer.blocks)).not.toContain('Share in channel');
  });

  it('offers the command that was meant, and runs it when pressed', async () => {
    const offer = await reply('support', 'an offer', () => sam().types('support', '/privacy abuot-me'));
    expect(labelsOf(offer.blocks)).toEqual(['/privacy about-me', 'Ask it as a question']);
    const held = await reply('support', 'the command', () => sam().pressesLabel(offer, '/privacy about-me'));
    expect(wordsOf(held.blocks)).toContain('What I hold about you');
  });

  it('refuses a letter politely', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', `/privacy ${'why '.repeat(400)}`),
    );
    expect(answer.text).toContain('longer than');
  });

  it('tells what it holds about the person', async () => {
    const answer = await reply('support', 'an answer', () => sam().types('support', '/privacy about-me'));
    expect(wordsOf(answer.blocks)).toContain('What I hold about you');
  });
});

describe('sharing', () => {
  it('posts the quotes once, however often the button is pressed', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy who can see client data?'),
    );
    const posts = () =>
      sam()
        .messages('support')
        .filter(
          ({ text, ephemeralFor }) => ephemeralFor === null && text.startsWith('From the privacy policy'),
        );
    const before = posts().length;
    await sam().pressesLabel(answer, 'Share in channel');
    await at.desk.waitFor('the shared answer', () => posts().length === before + 1);
    await at.desk.waitFor('the private word', () => latest('support')?.text.startsWith('Shared.'));
    const again = await reply('support', 'a private word', () =>
      sam().pressesLabel(answer, 'Share in channel'),
    );
    expect(again.text).toContain('already shared');
    expect(posts().length).toBe(before + 1);
    expect(wordsOf(posts().at(-1)?.blocks ?? [])).toContain(`<@${sam().id}>`);
  });

  it('says how to invite the bot where it is not a member', async () => {
    const answer = await reply('random', 'an answer', () =>
      sam().types('random', '/privacy who can see client data?'),
    );
    const word = await reply('random', 'a private word', () =>
      sam().pressesLabel(answer, 'Share in channel'),
    );
    expect(word.text).toContain('/invite');
  });
});

describe('the privacy team', () => {
  it('gets a question and answers the asker privately', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy how long do we keep garden photos?'),
    );
    await sam().pressesLabel(answer, 'Ask the privacy team');
    const form = await at.desk.waitFor('the form', () => sam().view());
    expect(JSON.stringify(form.view)).toContain('how long do we keep garden photos?');
    const priya = at.desk.person('priya');
    const card = await reply(
      'privacy',
      'the card',
      () =>
        sam().submits({
          question: {
            value: { type: 'plain_text_input', value: 'How long do we keep <!channel> *garden* photos?' },
          },
        }),
      priya,
    );
    expect(JSON.stringify(card.blocks)).toContain('<!channel> *garden* photos');
    expect(card.text).not.toContain('garden');

    const alex = at.desk.person('alex');
    const refused = await reply('privacy', 'a refusal', () => alex.pressesLabel(card, 'Answer'), alex);
    expect(refused.text).toContain('Only the privacy team');

    await priya.pressesLabel(card, 'Answer');
    await at.desk.waitFor('the answer form', () => priya.view());
    const back = await reply('dm', 'the answer', () =>
      priya.submits({ answer: { value: { type: 'plain_text_input', value: 'Until the garden is sold.' } } }),
    );
    expect(wordsOf(back.blocks)).toContain('Until the garden is sold.');
    await at.desk.waitFor('the card to be done', () =>
      priya.messages('privacy').some(({ ts, text }) => ts === card.ts && text.includes('answered')),
    );
  });

  it('keeps identifiers out of the channel and what was typed in the form', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy how long do we keep photos?'),
    );
    await sam().pressesLabel(answer, 'Ask the privacy team');
    await at.desk.waitFor('the form', () => sam().view());
    await sam().submits({
      question: { value: { type: 'plain_text_input', value: 'May I mail ada@example.org?' } },
    });
    const marked = await at.desk.waitFor(
      'the marked form',
      () => Object.keys(sam().view()?.errors ?? {}).length > 0 && sam().view(),
    );
    expect(marked.errors['question']).toContain('e-mail address');
    await sam().closes(true);
  });
});

describe('feedback', () => {
  it('takes a reason, without asking who gives it', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '/privacy who can see client data?'),
    );
    const thanks = await reply('support', 'thanks', () => sam().pressesLabel(answer, 'Helpful'));
    expect(thanks.text).toContain('Thank you');
    await sam().pressesLabel(answer, 'Not helpful');
    await at.desk.waitFor('the form', () => sam().view());
    await sam().submits({
      reason: {
        value: {
          type: 'static_select',
          selected_option: {
            text: { type: 'plain_text', text: 'Something is missing' },
            value: 'incomplete',
          },
        },
      },
      note: { value: { type: 'plain_text_input', value: null } },
    });
    await at.desk.waitFor('the thanks', () => {
      const { view } = sam().view() ?? {};
      return view?.type === 'modal' && view.title.text === 'Thank you';
    });
    await sam().closes(true);
  });
});

describe('in conversation', () => {
  it('answers a mention in its thread, for everybody, without a share button', async () => {
    const answer = await reply('support', 'an answer', () =>
      sam().types('support', '@privacy-assistant who can see client data?'),
    );
    expect(answer.threadTs).not.toBeNull();
    expect(answer.ephemeralFor).toBeNull();
    expect(labelsOf(answer.blocks)).toContain('Helpful');
    expect(labelsOf(answer.blocks)).not.toContain('Share in channel');
  });

  it('answers a direct message in its thread', async () => {
    const answer = await reply('dm', 'an answer', () => sam().types('dm', 'who can see client data?'));
    expect(answer.threadTs).not.toBeNull();
    expect(wordsOf(answer.blocks)).toContain('June 2020');
  });

  it('reads a further message together with the question before it, and has a word for thanks', async () => {
    const first = await reply('dm', 'an answer', () =>
      sam().types('dm', 'Do we keep a client’s data after they leave us?'),
    );
    const thread = first.threadTs ?? '';
    const next = await reply('dm', 'an answer', () => sam().types('dm', 'and for how long?', thread));
    expect(wordsOf(next.blocks)).toContain('up to a year after termination');
    const thanks = await reply('dm', 'a word', () => sam().types('dm', 'thanks!', thread));
    expect(labelsOf(thanks.blocks)).toEqual([]);
  });

  it('asks from the Home tab and answers in a form', async () => {
    await sam().opensHome();
    const home = await at.desk.waitFor('the home tab', () => sam().home());
    await sam().presses(home, 'home_ask', { value: 'who can see client data?' });
    const view = await at.desk.waitFor('an answer', () => sam().view());
    expect(wordsOf(view.view.blocks)).toContain('June 2020');
    await sam().closes(true);
  });
});

describe('the workspace as referee', () => {
  it('saw no rule of Slack broken', () => {
    const real = at.desk.problems().filter(({ error }) => error !== 'not_in_channel');
    expect(real).toEqual([]);
  });

  it('found nobody’s words in the log', () => {
    expect(at.logged()).not.toMatch(/garden|client data|ada@example/);
    expect(latest('support')).toBeDefined();
  });
});
