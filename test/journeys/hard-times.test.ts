import { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Knowledge } from '../../src/knowledge/answer/answer.ts';
import type { Unfinished } from '../../src/slack/inbox.ts';
import { countWorking, replayUnfinished } from '../../src/slack/middleware.ts';
import { notice } from '../../src/views/notice.ts';
import { type BotAtDesk, labelsOf, startBotAtDesk, wordsOf } from '../support/bot.ts';

let at: BotAtDesk | undefined;
afterEach(async () => {
  await at?.stop();
  at = undefined;
});

const said = ({ desk }: BotAtDesk, channel: 'dm' | 'support') =>
  desk
    .person('sam')
    .messages(channel)
    .filter(({ user }) => user === desk.botUser);

describe('when Slack is away', () => {
  it('ends by itself after a while without a connection, and says why', async () => {
    at = await startBotAtDesk({ by: { lostMs: 200 } });
    await at.desk.stop();
    expect(await at.bot.ended).toBe('not_connected');
  });

  it('gives up at the start when nobody says hello', async () => {
    await expect(startBotAtDesk({ by: { helloMs: 1 } })).rejects.toMatchObject({ name: 'NoHello' });
  });
});

describe('when Slack has stopped waiting for an acknowledgement', () => {
  it('answers all the same: the message is known, so that Slack’s second try would not be', async () => {
    at = await startBotAtDesk();
    const here = at;
    const sam = here.desk.person('sam');
    const dm = sam.channelId('dm');
    const { ts } = await here.bot.parts.slack.post({ channel: dm }, notice('What stood there before.'));
    const body = {
      type: 'event_callback',
      team_id: 'T0DESK0001',
      event_id: 'EvLATE',
      event: {
        type: 'message',
        channel_type: 'im',
        channel: dm,
        user: sam.id,
        ts,
        text: 'who can see client data?',
      },
    };
    let refused = 0;
    const ack = async (): Promise<void> => {
      refused += 1;
      throw new Error('the connection is gone');
    };
    await here.bot.app.processEvent({ body, ack });
    await here.bot.app.processEvent({ body, ack: async () => {} });
    await here.bot.idle();
    expect(refused).toBe(1);
    expect(said(here, 'dm').filter(({ blocks }) => labelsOf(blocks).includes('Helpful'))).toHaveLength(1);
  });
});

describe('when a form would open too late', () => {
  it.each(['/privacy request', '/privacy-request'])('%s offers to try again', async (command) => {
    at = await startBotAtDesk({ desk: { triggerMs: 0 } });
    const here = at;
    await here.desk.person('sam').types('support', command);
    const told = await here.desk.waitFor('a private word', () => said(here, 'support').at(-1));
    expect(told.ephemeralFor).toBe(here.desk.person('sam').id);
    expect(told.text).toContain('took too long');
    expect(labelsOf(told.blocks)).toEqual(['Try again']);
    expect(here.logged()).not.toContain('something broke');
  });

  it('offers the pressed button again, as a direct message where there is no other way', async () => {
    at = await startBotAtDesk({ desk: { triggerMs: 0 } });
    const here = at;
    const sam = here.desk.person('sam');
    await sam.opensHome();
    const home = await here.desk.waitFor('the Home tab', () => sam.home());
    await sam.presses(home, 'menu_request');
    const told = await here.desk.waitFor('a direct message', () => said(here, 'dm').at(-1));
    expect(labelsOf(told.blocks)).toEqual(['Try again']);
  });
});

describe('when something breaks behind a form that is open already', () => {
  it('says so in that form', async () => {
    const failing = (real: Knowledge): Knowledge => ({
      ...real,
      ask: (question) =>
        new Promise((_, reject) => setTimeout(() => reject(new Error(`no ${question}`)), 1_000)),
    });
    at = await startBotAtDesk({ knowledge: failing });
    const here = at;
    const sam = here.desk.person('sam');
    await sam.opensHome();
    const home = await here.desk.waitFor('the Home tab', () => sam.home());
    await sam.presses(home, 'home_ask', { value: 'who can see client data?' });
    await here.desk.waitFor('the reference', () =>
      wordsOf(sam.view()?.view.blocks ?? []).includes('this reference'),
    );
    expect(sam.state().views.length).toBe(1);
  });
});

describe('what Slack brings twice', () => {
  it('a command is answered once', async () => {
    at = await startBotAtDesk();
    const here = at;
    here.desk.fault({ type: 'duplicate', times: 1 });
    await here.desk.person('sam').types('support', '/privacy who can see client data?');
    await here.desk.person('sam').types('support', '/privacy help');
    await here.desk.waitFor('both answers', () => said(here, 'support').length > 1);
    await here.bot.working.idle();
    expect(here.logged().match(/"did":"\/privacy"/g)?.length).toBe(2);
  });

  it('a press is done once', async () => {
    at = await startBotAtDesk();
    const here = at;
    await here.desk.person('sam').types('support', '/privacy help');
    const menu = await here.desk.waitFor('the menu', () => said(here, 'support').at(-1));
    here.desk.fault({ type: 'duplicate', times: 1 });
    await here.desk.person('sam').pressesLabel(menu, 'What the policy covers');
    await here.desk.waitFor('the form', () => here.desk.person('sam').view());
    await here.bot.working.idle();
    expect(here.logged().match(/press menu_covers/g)?.length).toBe(1);
    expect(here.logged()).not.toContain('something broke');
  });
});

describe('after a crash', () => {
  const replay = async (here: BotAtDesk, given: Partial<Unfinished>, process: App['processEvent']) => {
    const done: string[] = [];
    const door: Parameters<typeof replayUnfinished>[1] = {
      inbox: {
        claim: async () => true,
        release: async () => {},
        take: async () => true,
        first: async () => true,
        mine: async () => true,
        saying: async () => 'said',
        countLater: () => {},
        doubt: () => {},
        doubted: () => true,
        again: (key) => void done.push(`again ${key}`),
        finish: async (key) => void done.push(`finished ${key}`),
        unfinished: async () => [{ key: 'Ev1', content: '', last: false, ...given }],
      },
      working: countWorking(),
      forget: (what) => void done.push(`failed ${what}`),
      gate: async () => null,
      gaveUp: () => 'ref-1',
      tell: async (_, { text }) => void done.push(text.includes('ref-1') ? 'told' : 'told nothing'),
    };
    await replayUnfinished(here.bot.app, door, process);
    return done;
  };
  const content = (id: string, event: object = {}) => JSON.stringify({ event_id: id, event });

  it('a direct message that was answered in the last moment is not answered again', async () => {
    at = await startBotAtDesk();
    const here = at;
    const sam = here.desk.person('sam');
    await sam.types('dm', 'who can see client data?');
    await here.desk.waitFor('an answer', () => said(here, 'dm').length > 0);
    const asked = sam.messages('dm').find(({ user }) => user === sam.id);
    const place = { channel: asked?.channel ?? '', ts: asked?.ts ?? '' };
    const { messages = [] } = await here.bot.app.client.conversations.replies({
      ...place,
      include_all_metadata: true,
    });
    const payload = z.object({ key: z.string() });
    const [id] = messages.flatMap(
      ({ metadata }) => payload.safeParse(metadata?.event_payload).data?.key ?? [],
    );
    const { processEvent } = App.prototype;
    const event = { type: 'message', channel_type: 'im', ...place, user: sam.id, text: asked?.text };
    expect(await replay(here, { content: content(id ?? '', event) }, processEvent)).toEqual(['finished Ev1']);
    expect(said(here, 'dm')).toHaveLength(1);
    expect(await replay(here, { content: content('Ev2', event) }, processEvent)).toEqual(['finished Ev1']);
    expect(said(here, 'dm')).toHaveLength(2);
  });

  it('what could not be answered is given back, and when it was tried often enough its person is told', async () => {
    at = await startBotAtDesk();
    const failing = async (): Promise<void> => {
      throw new Error('Slack says nothing');
    };
    const given = { content: content('Ev1', { type: 'message', channel: 'D0SAM', user: 'U0SAM' }) };
    expect(await replay(at, given, failing)).toEqual(['again Ev1', 'failed replaying an event']);
    expect(await replay(at, { ...given, last: true }, failing)).toEqual(['told', 'finished Ev1']);
  });
});
