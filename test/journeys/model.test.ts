import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotAtDesk, startBotAtDesk, wordsOf } from '../support/bot.ts';
import { askedIn, honestly, type Reply, startModelServer } from '../support/model-server.ts';

let at: BotAtDesk;
let server: Awaited<ReturnType<typeof startModelServer>>;
let slow = false;

beforeAll(async () => {
  server = await startModelServer((asked): Reply => (slow ? { hangs: true } : honestly(asked)));
  at = await startBotAtDesk({ config: { model: { ...server.settings, patienceMs: 1_000 } } });
});
afterAll(async () => {
  await at.stop();
  await server.stop();
});

const sam = () => at.desk.person('sam');

const reply = async (
  what: string,
  act: () => Promise<unknown>,
  channel: 'support' | 'dm' = 'support',
  who = sam(),
) => {
  const before = who.messages(channel).map(({ ts }) => ts);
  await act();
  return at.desk.waitFor(what, () =>
    who
      .messages(channel)
      .findLast(
        ({ ts, user, text }) =>
          !before.includes(ts) && user === at.desk.botUser && !text.startsWith('Looking'),
      ),
  );
};

describe('a bot with a model', () => {
  it('says who found the answer, and shows the asker alone what was sent, byte for byte', async () => {
    const answer = await reply('an answer', () =>
      sam().types('support', '/privacy who in the company can see personal information?'),
    );
    expect(wordsOf(answer.blocks)).toContain('Found by a language model');
    const shown = await reply('what was sent', () => sam().types('support', '/privacy what-was-sent'));
    expect(shown.ephemeralFor).toBe(sam().id);
    const body = server.bodies.at(-1) ?? '';
    expect(wordsOf(shown.blocks)).toContain(body.slice(0, 300));
    expect(wordsOf(shown.blocks)).toContain(body.slice(body.lastIndexOf('Question: ')).slice(0, 300));
    // Slack takes some thirteen thousand characters in a message.
    expect(wordsOf(shown.blocks).length).toBeLessThan(13_000);
    const file = await at.desk.waitFor('every byte', () =>
      sam()
        .messages('dm')
        .flatMap((message) => message.files)
        .at(-1),
    );
    expect(await (await fetch(file.url)).text()).toBe(body);
    const jo = at.desk.person('jo');
    const other = await reply('nothing', () => jo.types('support', '/privacy what-was-sent'), 'support', jo);
    expect(other.text).toContain('Nothing of yours');
  });

  it('sends and logs no name', async () => {
    await reply('an answer', () =>
      sam().types(
        'support',
        '/privacy Priya Raman (priya@raman.example, 07700 900123) asks: are backups encrypted?',
      ),
    );
    expect(askedIn(server.bodies.at(-1) ?? '').question).toContain('are backups encrypted');
    expect(`${server.bodies.join('')}${at.logged()}`).not.toMatch(/priya|raman|07700|900123/iu);
    expect(at.logged()).toContain('"fared":"found"');
  });

  it('gives a sign at once when the model takes its time, and the answer of the search when its patience ends', async () => {
    slow = true;
    const began = performance.now();
    await sam().types('support', '/privacy what is a cookie?');
    const answer = await at.desk.waitFor('the answer', () =>
      sam()
        .messages('support')
        .findLast(({ blocks }) => wordsOf(blocks).includes('took too long')),
    );
    expect(performance.now() - began).toBeLessThan(2_500);
    const sign = sam()
      .messages('support')
      .findLast(({ text }) => text.startsWith('Looking'));
    expect(sign?.text).toContain('language model');
    expect(wordsOf(answer.blocks)).toContain('small text file');
    slow = false;
  });

  it('puts the answer in the place of the sign in a direct message', async () => {
    slow = true;
    await sam().types('dm', 'may Hotjar sell the data?');
    await at.desk.waitFor('the answer', () =>
      sam()
        .messages('dm')
        .findLast(({ blocks }) => wordsOf(blocks).includes('took too long')),
    );
    expect(
      sam()
        .messages('dm')
        .some(({ text }) => text.startsWith('Looking')),
    ).toBe(false);
    slow = false;
  });

  it('tells in about-me what a model gets', async () => {
    const held = await reply('holdings', () => sam().types('support', '/privacy about-me'));
    expect(wordsOf(held.blocks)).toContain('language model');
  });
});

it('says that nothing was ever sent where there is no model', async () => {
  const without = await startBotAtDesk();
  const someone = without.desk.person('sam');
  await someone.types('support', '/privacy what-was-sent');
  await without.desk.waitFor('a word', () =>
    someone.messages('support').findLast(({ text }) => text.includes('Nothing of yours was ever sent')),
  );
  await without.stop();
});
