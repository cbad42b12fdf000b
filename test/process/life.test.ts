import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { keyText } from '../register/plain-kind.ts';
import { built, folder, type Program, startProgram } from '../support/program.ts';
import { fillRegister } from '../support/remind-storm.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let slack: TestWorkspace;
let dataDir = '';
let running: Program[] = [];
beforeAll(built, 120_000);
beforeEach(async () => {
  const manifest = parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8'));
  slack = await startTestWorkspace({ manifest });
  dataDir = folder();
});
vi.setConfig({ testTimeout: 60_000 });

afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  running = [];
  await slack.stop();
});

const start = async (more: Readonly<Record<string, string>> = {}): Promise<Program> => {
  const program = startProgram({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    PRIVACY_CHANNEL: slack.privacyChannel,
    DATA_DIR: dataDir,
    ...more,
  });
  running.push(program);
  await program.says('The bot is ready');
  return program;
};

/** Taken on: on the disk, not answered yet. */
/** The folder is made with the first thing that is taken on. */
const takenOn = (): boolean =>
  existsSync(join(dataDir, 'inbox')) &&
  readdirSync(join(dataDir, 'inbox')).some((name) => name.endsWith('.json'));
const sam = () => slack.person('sam');
const answers = (channel: 'dm' | 'support') =>
  sam()
    .messages(channel)
    .filter(({ user, text }) => user === slack.botUser && !text.startsWith('Looking'));

describe('the program and its signals', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async (signal) => {
    const program = await start();
    program.signal(signal);
    expect(await program.exit).toBe(0);
  });

  it('a signal during the start ends it with 0 too', async () => {
    slack.fault({ type: 'slow', method: 'auth.test', ms: 20_000, times: 1 });
    const program = startProgram({
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DATA_DIR: dataDir,
    });
    running.push(program);
    await program.says('key');
    program.signal('SIGTERM');
    expect(await program.exit).toBe(0);
  });

  it('finishes a running answer before it leaves', async () => {
    const program = await start();
    slack.fault({ type: 'slow', method: 'conversations.info', ms: 1_500, times: 1 });
    await sam().types('support', '@privacy-assistant who can see client data?');
    await slack.waitFor('the question to be taken on', takenOn);
    // Ctrl-C under npm arrives twice: from the terminal, and from npm.
    program.signal('SIGINT');
    program.signal('SIGINT');
    expect(await program.exit).toBe(0);
    expect(answers('support').length).toBe(1);
  });

  it('waits ten seconds at most for reminders that Slack does not answer', async () => {
    await fillRegister({ folder: dataDir, key: keyText });
    slack.fault({ type: 'slow', method: 'chat.postMessage', ms: 600_000, times: 1_000 });
    const program = await start({
      REGISTER_KEY: keyText,
      CLOCK: '2026-12-14T09:15:00Z',
      PRIVACY_APPROVERS: 'U0ADA00001,U0ABE00001',
    });
    const began = performance.now();
    program.signal('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('prints no token and no question, whatever happens', async () => {
    const program = await start();
    slack.fault({ type: 'server_error', method: 'chat.postMessage', times: 3 });
    await sam().types('dm', 'who can see the canary?');
    await program.says('something broke');
    program.signal('SIGTERM');
    await program.exit;
    expect(program.out() + program.err()).not.toMatch(/canary|xoxb-|xapp-/);
  });
});

describe('the program is killed while it answers', () => {
  it('and answers once after its next start', async () => {
    const first = await start();
    slack.fault({ type: 'slow', method: 'conversations.info', ms: 600_000, times: 1 });
    await sam().types('support', '@privacy-assistant who can see client data?');
    await slack.waitFor('the question to be taken on', takenOn);
    first.signal('SIGKILL');
    await first.exit;
    expect(answers('support')).toEqual([]);

    const second = await start();
    await slack.waitFor('the answer', () => answers('support').length > 0, 15_000);
    second.signal('SIGTERM');
    expect(await second.exit).toBe(0);

    const third = await start();
    third.signal('SIGTERM');
    await third.exit;
    expect(answers('support').length).toBe(1);
  });
});

describe('the socket drops', () => {
  it('and the program opens another', async () => {
    await start();
    slack.fault({ type: 'drop_socket' });
    await slack.waitFor('the drop', () => !sam().state().app.connected);
    await slack.waitFor('the new socket', () => sam().state().app.connected, 15_000);
    expect((await sam().types('support', '/privacy help')).ok).toBe(true);
  });
});
