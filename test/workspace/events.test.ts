import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleApp } from '../support/sample-app.ts';
import { sampleManifest } from '../support/sample-manifest.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
let app: App;
const heard: string[] = [];
beforeEach(async () => {
  heard.length = 0;
  workspace = await startTestWorkspace({ ackMs: 300 });
  app = sampleApp(workspace);
  app.event('app_mention', async ({ event }) => {
    heard.push(`mention ${event.text}`);
  });
  app.message(async ({ message }) => {
    if (message.subtype === undefined) heard.push(`${message.channel_type} ${message.text}`);
  });
});
afterEach(async () => {
  await app.stop();
  await workspace.stop();
});
const firstText = (name: 'sam' | 'priya') => workspace.person(name).messages('dm').at(-1)?.text;

test('a mention is heard where the bot is a member and nowhere else', async () => {
  await app.start();
  await workspace.person('sam').types('random', '@sample-app hello');
  await workspace.person('sam').types('general', 'hello @Sample App, <!here> & all');
  await workspace.waitFor('the mention', () => heard.length === 2);
  const text = 'hello <@U0BOT00001>, &lt;!here&gt; &amp; all';
  expect([...heard].sort()).toEqual([`channel ${text}`, `mention ${text}`]);
});

test('a direct message is heard, answered in its thread, and the answer is not heard again', async () => {
  app.message('hello', async ({ message, say }) => {
    await say({ text: 'Good morning', thread_ts: message.ts });
  });
  await app.start();
  await workspace.person('sam').types('dm', 'hello');
  const answer = await workspace.waitFor('the answer', () =>
    workspace
      .person('sam')
      .messages('dm')
      .find((message) => message.text === 'Good morning'),
  );
  const [question] = workspace.person('sam').messages('dm');
  expect(answer.threadTs).toBe(question?.ts);
  expect(question?.replies).toBe(1);
  expect(firstText('priya')).toBeUndefined();
  expect(heard).toEqual(['im hello']);
});

test('an event that the manifest does not subscribe to, or has no scope for, is not delivered', async () => {
  const { settings, oauth_config: oauth } = sampleManifest;
  const strict = await startTestWorkspace({
    manifest: {
      ...sampleManifest,
      settings: { ...settings, event_subscriptions: { bot_events: ['app_mention', 'message.im'] } },
      oauth_config: { scopes: { bot: oauth.scopes.bot.filter((scope) => scope !== 'im:history') } },
    },
  });
  const other = sampleApp(strict);
  const types: string[] = [];
  other.use(async ({ body, next }) => {
    types.push('event' in body && typeof body.event === 'object' ? String(body.event?.['type']) : '');
    await next();
  });
  await other.start();
  await strict.person('sam').types('general', 'plain');
  await strict.person('sam').types('dm', 'plain');
  await strict.person('sam').types('general', '@sample-app');
  await strict.waitFor('the mention', () => types.length > 0);
  expect(types).toEqual(['app_mention']);
  expect(strict.problems()).toMatchObject([{ method: 'message.im', error: 'missing_scope' }]);
  await other.stop();
  await strict.stop();
  await app.client.auth.test();
});

test('an event that is not acknowledged comes again, marked as a retry', async () => {
  await workspace.person('sam').types('dm', 'are you there?');
  const attempts: unknown[] = [];
  app.use(async ({ context, next }) => {
    attempts.push([context.retryNum, context.retryReason]);
    await next();
  });
  await app.start();
  await workspace.waitFor('the retry', () => heard.length > 0);
  expect(heard).toEqual(['im are you there?']);
  expect(attempts).toEqual([[expect.any(Number), 'timeout']]);
});

test('a duplicate is the same event twice', async () => {
  const ids: unknown[] = [];
  app.event('message', async ({ body }) => {
    ids.push(body.event_id);
  });
  await app.start();
  workspace.fault({ type: 'duplicate', times: 1 });
  await workspace.person('sam').types('dm', 'once');
  await workspace.person('sam').types('dm', 'again');
  await workspace.waitFor('three deliveries', () => ids.length === 3);
  expect(new Set(ids).size).toBe(2);
});

test('opening the Home tells the app every time, and a published Home is shown to that person', async () => {
  app.event('app_home_opened', async ({ event, client }) => {
    heard.push(`${event.tab} ${event.view === undefined ? 'new' : 'known'}`);
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
  });
  await app.start();
  await workspace.person('sam').opensHome();
  await workspace.waitFor('the Home', () => workspace.person('sam').home());
  await workspace.person('sam').opensHome();
  await workspace.waitFor('the second opening', () => heard.length === 2);
  expect(heard).toEqual(['home new', 'home known']);
  expect(workspace.person('priya').home()).toBeNull();
});

test('a message shortcut brings the message; an external select gets its options', async () => {
  app.shortcut('look_at_it', async ({ ack, shortcut, respond }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    heard.push(String(shortcut.message.text));
    await respond({
      text: 'choose',
      blocks: [
        { type: 'actions', elements: [{ type: 'external_select', action_id: 'pick', min_query_length: 0 }] },
      ],
    });
  });
  app.options('pick', async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: `${options.value}!` }, value: 'v' }] });
  });
  await app.start();
  const sam = workspace.person('sam');
  const message = sam.messages('support').at(-1);
  await sam.usesShortcut('look_at_it', message);
  const shown = await workspace.waitFor('the select', () =>
    sam.messages('support').find((other) => other.text === 'choose'),
  );
  expect(heard).toEqual([message?.text]);
  const at = { channel: shown.channel, ts: shown.ts };
  const blockId = String(shown.blocks[0]?.block_id);
  const found = await workspace
    .as(sam.id)
    .act({ type: 'suggest', place: at, blockId, actionId: 'pick', value: 'ab' });
  expect(found.options).toEqual([{ text: { type: 'plain_text', text: 'ab!' }, value: 'v' }]);
});

test('after a refresh the app connects again and hears what was said meanwhile', async () => {
  await app.start();
  workspace.fault({ type: 'refresh_socket' });
  await workspace.waitFor(
    'the socket to close',
    () => workspace.person('sam').state().app.connected === false,
  );
  await workspace.waitFor('the socket to open', () => workspace.person('sam').state().app.connected, 10_000);
  await workspace.person('sam').types('dm', 'welcome back');
  await workspace.waitFor('the message', () => heard.includes('im welcome back'));
});
