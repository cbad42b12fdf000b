import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/answer/answer.ts';
import { startProblem } from '../../src/runtime/start-errors.ts';
import { notice } from '../../src/views/notice.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { freePort } from '../support/program.ts';

const secret = '0123456789abcdef0123456789abcdef';
const gate: { open: () => void } = { open: () => {} };
const untilOpened = new Promise<void>((resolve) => {
  gate.open = resolve;
});
const slowAboutDrones = (real: Knowledge): Knowledge => ({
  ...real,
  ask: async (question) => {
    if (question.includes('drone')) await untilOpened;
    return real.ask(question);
  },
});

let at: BotAtDesk;
let port = 0;
beforeAll(async () => {
  port = await freePort();
  at = await startBotAtDesk({
    by: { type: 'http', signingSecret: secret, port },
    knowledge: slowAboutDrones,
  });
});
afterAll(() => at.stop());

const now = () => Math.floor(Date.now() / 1_000);
const url = (path: string) => `http://127.0.0.1:${port}${path}`;
const form = 'application/x-www-form-urlencoded';

/** What Slack sends: the body signed with the secret and the second it was signed in. */
const send = (
  body: string,
  over: {
    readonly type?: string;
    readonly secret?: string;
    readonly at?: number;
    readonly signed?: boolean;
  } = {},
): Promise<Response> => {
  const stamp = over.at ?? now();
  const signature = `v0=${createHmac('sha256', over.secret ?? secret)
    .update(`v0:${stamp}:${body}`)
    .digest('hex')}`;
  return fetch(url('/slack/events'), {
    method: 'POST',
    headers: {
      'content-type': over.type ?? form,
      ...(over.signed === false
        ? {}
        : { 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': signature }),
    },
    body,
  });
};

const command = (text: string): string =>
  new URLSearchParams({
    command: '/privacy',
    text,
    user_id: at.desk.person('sam').id,
    channel_id: 'C0SUPPORT1',
    team_id: 'T0DESK0001',
    api_app_id: 'A0DESK0001',
    trigger_id: `t${Math.random()}`,
    response_url: url('/nowhere'),
  }).toString();

describe('over HTTP', () => {
  it('answers a signed command in the response itself', async () => {
    const answer = await send(command('help'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ response_type: 'ephemeral' });
  });

  it.each([
    ['without a signature', { signed: false }],
    ['signed by somebody else', { secret: 'f'.repeat(32) }],
    ['signed six minutes ago', { at: now() - 360 }],
  ])('refuses what comes %s', async (_, over) => {
    const answer = await send(command('help'), over);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('privacy');
  });

  it('proves its address to Slack and passes its certificate check', async () => {
    const proof = await send(JSON.stringify({ type: 'url_verification', challenge: 'say this' }), {
      type: 'application/json',
    });
    expect(await proof.text()).toContain('say this');
    expect((await send('ssl_check=1&token=x')).status).toBe(200);
  });

  it('logs nothing of a body that it cannot read', async () => {
    const answer = await send('{"question":"the canary sings"', { type: 'application/json' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await send('payload={"canary');
    expect(at.logged()).not.toContain('canary');
  });

  it.each([
    ['null', 'application/json'],
    [' null ', 'application/json'],
    ['payload=null', form],
  ])('refuses a body that is no payload, and goes on: %s', async (body, type) => {
    expect((await send(body, { type })).status).toBe(400);
    expect((await send(command('help'))).status).toBe(200);
  });

  it('refuses what is dated more than five minutes ahead, whoever signed it', async () => {
    expect((await send(command('help'), { at: now() + 400 })).status).toBe(401);
    expect((await send(command('help'), { at: now() + 60 })).status).toBe(200);
  });

  it.each<readonly [string, object]>([
    [
      'null where a field may be missing',
      {
        type: 'block_actions',
        channel: null,
        message: null,
        container: null,
        view: null,
        response_url: null,
        state: null,
        actions: [{ type: 'button', action_id: 'menu_covers', value: null }],
      },
    ],
    [
      'a menu without a choice',
      {
        type: 'block_actions',
        actions: [{ type: 'static_select', action_id: 'cases_filter', selected_option: null }],
      },
    ],
    [
      'a form of an older version',
      {
        type: 'view_submission',
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: 'gone',
          state: { values: {} },
          hash: null,
          private_metadata: null,
        },
      },
    ],
    ['a press without actions', { type: 'block_actions', actions: [] }],
    ['an unknown kind', { type: 'workflow_step_edit' }],
    ['a suggestion for nothing', { type: 'block_suggestion', action_id: 'gone', value: null }],
  ])('acknowledges every interaction that is signed: %s', async (_, payload) => {
    const sent = {
      user: { id: at.desk.person('sam').id, team_id: 'T0DESK0001' },
      team: null,
      enterprise: null,
      trigger_id: `t${Math.random()}`,
      ...payload,
    };
    const answer = await send(new URLSearchParams({ payload: JSON.stringify(sent) }).toString());
    expect(answer.status).toBe(200);
  });

  it.each<readonly [string, unknown]>([
    ['a step of a workflow', { type: 'function_executed', function: {}, inputs: {} }],
    ['no event at all', null],
    ['an event that is a word', 'message'],
    ['a message without anything', { type: 'message', channel: null, user: null, text: null, bot_id: null }],
    ['a channel that is an object', { type: 'message', channel: { id: 'C1' }, channel_type: 'im' }],
    ['an item that is missing', { type: 'reaction_added', item: null }],
  ])('acknowledges every event that is signed: %s', async (_, event) => {
    const body = {
      type: 'event_callback',
      team_id: 'T0DESK0001',
      event_id: `Ev${Math.random()}`,
      authorizations: null,
      event,
    };
    const answer = await send(JSON.stringify(body), { type: 'application/json' });
    expect(answer.status).toBe(200);
  });

  it.each(['me_message', 'thread_broadcast', 'file_share'])(
    'hears what people say as %s, and nothing that is only changed',
    async (subtype) => {
      const sam = at.desk.person('sam');
      const { channel, ts } = await at.bot.parts.slack.post({ channel: sam.id }, notice('Hello.'));
      const saying = (kind: string) =>
        send(
          JSON.stringify({
            type: 'event_callback',
            team_id: 'T0DESK0001',
            event_id: `Ev${Math.random()}`,
            event: {
              type: 'message',
              subtype: kind,
              bot_id: null,
              user: sam.id,
              channel,
              channel_type: 'im',
              text: 'who can see client data?',
              ts,
            },
          }),
          { type: 'application/json' },
        );
      const before = sam.messages('dm').length;
      await saying('message_changed');
      await saying(subtype);
      await at.bot.idle();
      expect(sam.messages('dm').length).toBe(before + 1);
    },
  );

  it('turns away whoever comes from another company, with a friendly line', async () => {
    const stranger = new URLSearchParams(command('who can see client data?'));
    stranger.set('team_id', 'T0ELSEWHERE');
    const answer = await send(stranger.toString());
    expect(await answer.json()).toMatchObject({ response_type: 'ephemeral' });
    expect(at.logged()).toContain('"why":"stranger"');
  });

  it('says that its port is taken', async () => {
    const other = createServer();
    const taken = await freePort();
    await new Promise<void>((resolve) => other.listen(taken, resolve));
    const by = { type: 'http', signingSecret: secret, port: taken } as const;
    const failure = await startBotAtDesk({ by }).catch((error: unknown) => error);
    other.close();
    expect(startProblem(failure, { apiUrl: '', botToken: '', by })).toBe(
      `Port ${taken} is taken by another program. Set PORT to a free one.`,
    );
  });

  it('ends when the app is removed from the workspace', async () => {
    const event = { type: 'app_uninstalled' };
    const answer = await send(
      JSON.stringify({
        type: 'event_callback',
        team_id: 'T0DESK0001',
        api_app_id: 'A0DESK0001',
        event_id: 'Ev0GONE',
        event,
      }),
      { type: 'application/json' },
    );
    expect(answer.status).toBe(200);
    expect(await at.bot.ended).toBe('uninstalled');
  });

  it('is ready until it drains, finishes what runs, then is gone', async () => {
    expect((await fetch(url('/healthz'))).status).toBe(200);
    const running = send(command('what about drones?'));
    await at.desk.waitFor('the question', () => at.bot.working.count() > 0);
    const stopping = at.bot.stop(5_000);
    const draining = await fetch(url('/healthz'));
    expect([draining.status, await draining.text()]).toEqual([503, 'draining\n']);
    gate.open();
    expect((await running).status).toBe(200);
    await stopping;
    await expect(fetch(url('/healthz'))).rejects.toThrow();
  });
});
