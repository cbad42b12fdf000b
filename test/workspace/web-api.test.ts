import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let now = new Date('2026-03-02T10:00:00Z').getTime();
const clock: Clock = () => new Date(now);
let workspace: TestWorkspace;
let client: webApi.WebClient;
const { general, support, privacy, random } = {
  general: 'C0GENERAL1',
  support: 'C0SUPPORT1',
  privacy: 'C0PRIVACY1',
  random: 'C0RANDOM01',
};
const sam = 'U0SAM00001';

beforeAll(async () => {
  workspace = await startTestWorkspace({ clock });
  client = new webApi.WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      setName() {},
      getLevel: () => 'error' as never,
    },
  });
});
afterAll(async () => await workspace.stop());
beforeEach(() => {
  now = new Date('2026-03-02T10:00:00Z').getTime();
});

const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
    return 'ok';
  } catch (error) {
    const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null;
    return typeof data === 'object' && data !== null && 'error' in data ? data.error : error;
  }
};

describe('membership', () => {
  test.each([
    ['a public channel without the bot', random, 'not_in_channel'],
    ['a channel that does not exist', 'C0NOTHING1', 'channel_not_found'],
    ['somebody who has left', 'U0ROBIN001', 'channel_not_found'],
    ['the private channel of the privacy team', privacy, 'ok'],
    ['a person: their direct message', sam, 'ok'],
  ])('posting to %s', async (_name, channel, expected) => {
    expect(await refusal(client.chat.postMessage({ channel, text: 'x' }))).toBe(expected);
  });
  test('an ephemeral message needs a member to read it', async () => {
    expect(await refusal(client.chat.postEphemeral({ channel: privacy, user: sam, text: 'x' }))).toBe(
      'user_not_in_channel',
    );
    expect(await refusal(client.chat.postEphemeral({ channel: general, user: sam, text: 'x' }))).toBe('ok');
  });
  test('the private channel is not shown to people outside it', () => {
    expect(
      workspace
        .person('sam')
        .state()
        .channels.map((channel) => channel.name),
    ).not.toContain('privacy');
  });
});

describe('messages', () => {
  test('timestamps are unique and increase, even when the clock stands still', async () => {
    const sent = [];
    for (let count = 0; count < 5; count += 1)
      sent.push((await client.chat.postMessage({ channel: general, text: 'x' })).ts ?? '');
    expect(sent).toEqual([...new Set(sent)].sort());
    expect(sent[0]).toMatch(/^\d{10}\.\d{6}$/);
  });
  test('text that looks like a number or like JSON stays text', async () => {
    for (const text of ['12', '{"a":1}', 'true', '["x"]']) {
      const { message } = await client.chat.postMessage({ channel: general, text });
      expect(message?.text).toBe(text);
    }
  });
  test('only its own messages can be changed or deleted by the app', async () => {
    const ts = workspace.person('sam').messages('support')[0]?.ts ?? '';
    expect(await refusal(client.chat.update({ channel: support, ts, text: 'x' }))).toBe(
      'cant_update_message',
    );
    expect(await refusal(client.chat.delete({ channel: support, ts }))).toBe('cant_delete_message');
    const own = await client.chat.postMessage({ channel: support, text: 'first' });
    await client.chat.update({ channel: support, ts: own.ts ?? '', text: 'second', blocks: [] });
    expect(workspace.person('sam').messages('support').at(-1)).toMatchObject({
      text: 'second',
      edited: true,
    });
    await client.chat.delete({ channel: support, ts: own.ts ?? '' });
    expect(workspace.person('sam').messages('support').at(-1)?.ts).not.toBe(own.ts);
  });
  test('a changed text above 4,000 characters is too long', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: general, text: 'x' });
    expect(await refusal(client.chat.update({ channel: general, ts, text: 'x'.repeat(4_001) }))).toBe(
      'msg_too_long',
    );
  });
  test('broken blocks are told with pointers; ids are made where they are missing', async () => {
    const call = client.chat.postMessage({
      channel: general,
      text: 'x',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }],
    });
    expect(await refusal(call)).toBe('invalid_blocks');
    const problem = workspace.problems().at(-1);
    expect(problem?.details[0]).toBe(
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    );
    const { message } = await client.chat.postMessage({
      channel: general,
      text: 'x',
      blocks: [{ type: 'divider' }],
    });
    expect(message?.blocks?.[0]?.block_id).toMatch(/\w+/);
  });
  test('an empty message is no_text, an unknown thread is not found', async () => {
    expect(await refusal(client.chat.postMessage({ channel: general, text: '' }))).toBe('no_text');
    expect(
      await refusal(client.chat.postMessage({ channel: general, text: 'x', thread_ts: '1.000001' })),
    ).toBe('thread_not_found');
  });
  test('a streamed answer grows and then is finished', async () => {
    const first = await client.chat.postMessage({ channel: sam, text: 'question' });
    const channel = first.channel ?? '';
    const started = await client.apiCall('chat.startStream', {
      channel,
      thread_ts: first.ts,
      markdown_text: 'One',
    });
    const ts = 'ts' in started ? String(started.ts) : '';
    await client.apiCall('chat.appendStream', { channel, ts, markdown_text: ' two' });
    await client.apiCall('chat.stopStream', { channel, ts });
    expect(workspace.person('sam').messages('dm').at(-1)?.text).toBe('One two');
    expect(await refusal(client.apiCall('chat.appendStream', { channel, ts, markdown_text: 'x' }))).toBe(
      'message_not_in_streaming_state',
    );
  });
  test('a scheduled message is posted when its time has come', async () => {
    const postAt = Math.floor(now / 1_000) + 600;
    await client.chat.scheduleMessage({ channel: general, text: 'in ten minutes', post_at: postAt });
    expect(await refusal(client.chat.scheduleMessage({ channel: general, text: 'x', post_at: 1 }))).toBe(
      'time_in_past',
    );
    now += 600_000;
    await workspace.waitFor('the scheduled message', () =>
      workspace
        .person('sam')
        .messages('general')
        .some((message) => message.text === 'in ten minutes'),
    );
  });
});

test('a status line goes away with the next message in its thread', async () => {
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: sam, text: 'question' });
  await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status: 'is reading…' });
  await client.chat.postMessage({ channel, thread_ts: ts, text: 'answer' });
  const lines = workspace.changes.flatMap((change) => (change.type === 'status' ? [change.text] : []));
  expect(lines).toEqual(['is reading…', '']);
});

describe('permission', () => {
  test('a method outside the manifest is missing_scope, with what is needed', async () => {
    const answer = await fetch(`${workspace.apiUrl}usergroups.list`, {
      method: 'POST',
      headers: { authorization: `Bearer ${workspace.botToken}` },
    });
    const { error, needed, provided } = JSON.parse(await answer.text());
    expect([error, needed, provided.includes('chat:write')]).toEqual([
      'missing_scope',
      'usergroups:read',
      true,
    ]);
  });
  test.each([
    ['no token', null, 'auth.test', 'not_authed'],
    ['a foreign token', 'xoxb-else', 'auth.test', 'invalid_auth'],
    ['an unknown method', 'own', 'chat.shout', 'unknown_method'],
  ])('%s', async (_name, token, method, error) => {
    const headers: Record<string, string> =
      token === null ? {} : { authorization: `Bearer ${token === 'own' ? workspace.botToken : token}` };
    const answer = await fetch(workspace.apiUrl + method, { method: 'POST', headers });
    expect(JSON.parse(await answer.text())).toMatchObject({ ok: false, error });
  });
});

test('people, channels and their members can be read', async () => {
  const { user } = await client.users.info({ user: sam, include_locale: true });
  expect(user).toMatchObject({
    real_name: 'Sam Carter',
    tz: 'Europe/London',
    tz_offset: 0,
    locale: 'en-GB',
    deleted: false,
  });
  expect((await client.users.info({ user: 'U0ROBIN001' })).user?.deleted).toBe(true);
  const { channels } = await client.conversations.list({ types: 'public_channel,private_channel', limit: 2 });
  expect(channels?.map((channel) => channel.name)).toEqual(['general', 'support']);
  expect((await client.conversations.members({ channel: privacy })).members).toEqual([
    'U0PRIYA001',
    'U0ALEX0001',
    'U0BOT00001',
  ]);
});

describe('files', () => {
  const read = (answer: object, field: string): string =>
    String(Object.entries(answer).find(([name]) => name === field)?.[1]);
  const shared = () => workspace.person('sam').messages('general').at(-1)?.files[0];

  test('a file is uploaded in three steps and stands in the message, to be downloaded', async () => {
    await client.filesUploadV2({
      channel_id: general,
      file: Buffer.from('a,b\n1,2\n'),
      filename: 'export.csv',
      title: 'Export',
    });
    expect(shared()).toMatchObject({ title: 'Export', name: 'export.csv', alt: null });
    const answer = await fetch(shared()?.url ?? '');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(await answer.text()).toContain('a,b\n1,2');
  });

  test('a picture is shown with its words, as what it is', async () => {
    const bytes = new Uint8Array([137, 80, 78, 71]);
    const place: object = await client.apiCall('files.getUploadURLExternal', {
      filename: 'chart.png',
      length: bytes.length,
      alt_txt: 'Two bars, one red.',
    });
    await fetch(read(place, 'upload_url'), { method: 'POST', body: bytes });
    await client.files.completeUploadExternal({
      files: [{ id: read(place, 'file_id'), title: 'Chart' }],
      channel_id: general,
    });
    expect(shared()).toMatchObject({ title: 'Chart', alt: 'Two bars, one red.' });
    const answer = await fetch(shared()?.url ?? '');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });
});

describe('faults', () => {
  test('a rate limit tells how long to wait, once', async () => {
    workspace.fault({ type: 'rate_limit', method: 'chat.postMessage', times: 1, retryAfter: 7 });
    const post = () => client.chat.postMessage({ channel: general, text: 'x' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
    expect(await refusal(post())).toBe('ok');
  });
  test('a server error is a 503', async () => {
    workspace.fault({ type: 'server_error', method: '*', times: 1 });
    await expect(client.auth.test()).rejects.toThrow('503');
  });
  test('a slow answer comes late', async () => {
    workspace.fault({ type: 'slow', method: 'auth.test', ms: 60, times: 1 });
    const before = performance.now();
    await client.auth.test();
    expect(performance.now() - before).toBeGreaterThan(55);
  });
});
