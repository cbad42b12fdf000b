import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleApp } from '../support/sample-app.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let now = 0;
const ticks = (): number => now;
let workspace: TestWorkspace;
let app: App;
beforeEach(async () => {
  now = 0;
  workspace = await startTestWorkspace({ ackMs: 150, ticks });
  app = sampleApp(workspace);
});
afterEach(async () => {
  await app.stop();
  await workspace.stop();
});

const last = (name: 'sam' | 'priya', channel: 'support' | 'random' = 'support') =>
  workspace.person(name).messages(channel).at(-1);

test('a command that is acknowledged with a text shows it to that person alone', async () => {
  app.command('/sample', async ({ ack, command }) => await ack(`You typed: ${command.text}`));
  await app.start();
  const result = await workspace.person('sam').types('support', '/sample  two words');
  expect(result.ok).toBe(true);
  expect(last('sam')).toMatchObject({ text: 'You typed: two words', ephemeralFor: 'U0SAM00001' });
  expect(last('priya')?.text).not.toContain('You typed');
  expect(workspace.problems()).toEqual([]);
});

test('a command that nobody acknowledges tells the person operation_timeout', async () => {
  app.command('/sample', async () => undefined);
  await app.start();
  const result = await workspace.person('sam').types('support', '/sample');
  expect(result).toMatchObject({ ok: false, error: 'operation_timeout' });
  expect(workspace.changes).toContainEqual({
    type: 'notice',
    channel: 'C0SUPPORT1',
    text: '/sample failed with the error "operation_timeout"',
  });
});

test('commands do not work in threads, and unknown ones are said to be unknown', async () => {
  await app.start();
  const parent = last('sam')?.ts ?? '';
  expect((await workspace.person('sam').types('support', '/sample', parent)).error).toBe(
    'not_supported_in_threads',
  );
  expect((await workspace.person('sam').types('support', '/nothing')).error).toBe('unknown_command');
});

test('should_escape resolves names and links; without it the text comes as typed', async () => {
  const texts: string[] = [];
  app.command(/.*/, async ({ ack, command }) => {
    texts.push(command.text);
    await ack();
  });
  await app.start();
  const typed = 'ask @priya in #general and #privacy at https://example.org/x';
  await workspace.person('sam').types('support', `/sample ${typed}`);
  await workspace.person('sam').types('support', `/escaped ${typed}`);
  expect(texts).toEqual([
    typed,
    'ask <@U0PRIYA001|priya> in <#C0GENERAL1|general> and <#C0PRIVACY1|> at <https://example.org/x>',
  ]);
});

test('a response_url works five times, in channels without the bot too, and only for thirty minutes', async () => {
  const urls: string[] = [];
  app.command('/sample', async ({ ack, command }) => {
    await ack();
    urls.push(command.response_url);
  });
  await app.start();
  await workspace.person('sam').types('random', '/sample');
  const use = async (url: string | undefined, body: object = { text: 'hello' }) =>
    await fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answers = [];
  for (let times = 0; times < 6; times += 1) answers.push((await use(urls[0])).status);
  expect(answers).toEqual([200, 200, 200, 200, 200, 404]);
  expect(last('sam', 'random')).toMatchObject({ text: 'hello', ephemeralFor: 'U0SAM00001' });
  await workspace.person('sam').types('random', '/sample');
  now += 30 * 60_000 + 1;
  const late = await use(urls[1]);
  expect([late.status, await late.text()]).toEqual([404, '{"ok":false,"error":"expired_url"}']);
});

test('respond() can speak in the channel, and a broken block is refused', async () => {
  const failures: unknown[] = [];
  app.command('/sample', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'in_channel', text: 'for all' });
    await respond({ text: 'x', blocks: [{ type: 'section' }] }).catch((error: unknown) =>
      failures.push(error),
    );
  });
  await app.start();
  await workspace.person('sam').types('support', '/sample');
  await workspace.waitFor('the refusal', () => failures.length === 1 && workspace.problems().length === 1);
  expect(last('priya')).toMatchObject({ text: 'for all', ephemeralFor: null, user: workspace.botUser });
  expect(workspace.problems()[0]).toMatchObject({ method: 'response_url', error: 'invalid_blocks' });
});
