import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealFor } from '../../src/base/seal.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import { workspaceMemory } from '../../src/runtime/workspace-memory.ts';
import { type MemoryEntry, mostKept } from '../../src/workspace/memory.ts';
import { sampleApp } from '../support/sample-app.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let folder = '';
const failures: unknown[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'said-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sealUnder = (byte: number) => sealFor(new Uint8Array(32).fill(byte), 'workspace');
const memory = (byte = 1) =>
  workspaceMemory(fileFolder(folder), sealUnder(byte), (error) => failures.push(error));

/** One day at the desk: what was said before is there, and what is said is kept. */
const day = async (
  work: (workspace: TestWorkspace, app: App) => Promise<unknown>,
  byte = 1,
): Promise<void> => {
  const workspace = await startTestWorkspace();
  const kept = memory(byte);
  await workspace.remember(kept);
  const app = sampleApp(workspace);
  try {
    await app.start();
    await work(workspace, app);
  } finally {
    await app.stop();
    await workspace.stop();
    await kept.idle();
  }
  expect(failures).toEqual([]);
};
const texts = (
  workspace: TestWorkspace,
  name: 'sam' | 'jo' | 'priya',
  channel: 'support' | 'general' = 'support',
) =>
  workspace
    .person(name)
    .messages(channel)
    .map(({ text }) => text);
const button = { type: 'button', action_id: 'go', value: 'v1', text: { type: 'plain_text', text: 'Go' } };

it('what was said stands there the next day, and the day after: edited as it was, without what was taken back', async () => {
  await day(async (workspace, app) => {
    await workspace.person('sam').types('support', 'Velvet marmalade for tea');
    const { chat } = app.client;
    const first = await chat.postMessage({ channel: 'C0SUPPORT1', text: 'one' });
    await chat.update({ channel: 'C0SUPPORT1', ts: first.ts ?? '', text: 'one, mended' });
    const second = await chat.postMessage({ channel: 'C0SUPPORT1', text: 'two' });
    await chat.delete({ channel: 'C0SUPPORT1', ts: second.ts ?? '' });
    await chat.postMessage({ channel: 'C0SUPPORT1', text: 'in thread', thread_ts: first.ts ?? '' });
    await chat.postEphemeral({ channel: 'C0SUPPORT1', user: 'U0SAM00001', text: 'for you alone' });
  });
  let before: readonly string[] = [];
  for (const _ of ['the next day', 'the day after'])
    await day(async (workspace) => {
      before = texts(workspace, 'sam');
      expect(before).toContain('Velvet marmalade for tea');
      expect(before).toContain('one, mended');
      expect(before).not.toContain('two');
      expect(before).toContain('for you alone');
      expect(texts(workspace, 'jo')).not.toContain('for you alone');
      // The practice messages are not begun anew.
      expect(before.filter((text) => text.startsWith('Queue is short'))).toHaveLength(1);
      const parent = workspace
        .person('sam')
        .messages('support')
        .find(({ text }) => text === 'one, mended');
      expect(parent?.replies).toBe(1);
    });
});

it('buttons of yesterday’s messages are pressed, and new ones come after the old', async () => {
  await day(async (_, app) => {
    await app.client.chat.postMessage({
      channel: 'C0SUPPORT1',
      text: 'press me',
      blocks: [{ type: 'actions', block_id: 'b', elements: [button] }] as never,
      metadata: { event_type: 'case_card', event_payload: { number: 'DSR-2026-0001' } },
    });
  });
  await day(async (workspace, app) => {
    const pressed: unknown[] = [];
    app.action('go', async ({ ack, body }) => {
      await ack();
      pressed.push('message' in body ? body.message?.['metadata'] : null);
    });
    const old = workspace
      .person('sam')
      .messages('support')
      .find(({ text }) => text === 'press me');
    if (old === undefined) throw new Error('it is gone');
    await workspace.person('sam').presses(old, 'go');
    await workspace.waitFor('the press', () => pressed.length > 0);
    const next = await app.client.chat.postMessage({ channel: 'C0SUPPORT1', text: 'later' });
    expect(Number(next.ts)).toBeGreaterThan(Number(old.ts));
    expect(workspace.problems()).toEqual([]);
  });
});

it('is sealed; another key finds nothing and begins anew', async () => {
  await day(async (workspace) => {
    await workspace.person('sam').types('support', 'Velvet marmalade');
  });
  expect(await readFile(join(folder, 'said.jsonl'), 'utf8')).not.toMatch(/marmalade|Queue|U0SAM/i);
  await day(async (workspace) => {
    expect(texts(workspace, 'sam')).not.toContain('Velvet marmalade');
    expect(texts(workspace, 'sam').some((text) => text.startsWith('Queue is short'))).toBe(true);
  }, 2);
});

it('what is said while yesterday is still being written stands behind it', async () => {
  await day(async (workspace) => {
    await workspace.person('sam').types('support', 'yesterday');
  });
  const workspace = await startTestWorkspace();
  const kept = memory();
  let begins = (): void => undefined;
  const written = new Promise<void>((resolve) => {
    begins = resolve;
  });
  const remembering = workspace.remember({
    ...kept,
    begin: (entries) => {
      begins();
      return kept.begin(entries);
    },
  });
  await written;
  await workspace.person('sam').types('support', 'today');
  await remembering;
  await workspace.stop();
  await kept.idle();
  await day(async (next) => {
    expect(texts(next, 'sam').slice(-2)).toEqual(['yesterday', 'today']);
  });
});

it('does not grow with the years: the oldest of what is too much goes', async () => {
  await day((_, app) =>
    app.client.chat.postEphemeral({ channel: 'C0SUPPORT1', user: 'U0SAM00001', text: 'for you alone' }),
  );
  const kept = memory();
  const last = (await kept.load()).at(-1) as Extract<MemoryEntry, { readonly kind: 'message' }>;
  for (let count = 0; count < mostKept.person; count += 1)
    kept.add({ ...last, message: { ...last.message, ts: `9999999999.${String(count).padStart(6, '0')}` } });
  await kept.idle();
  await day(async (workspace) => {
    expect(texts(workspace, 'sam').filter((text) => text === 'for you alone')).toHaveLength(mostKept.person);
  });
});

it('a folder that cannot be written is told of, and the workspace goes on', async () => {
  const workspace = await startTestWorkspace();
  const told: unknown[] = [];
  const refusing = {
    put: () => Promise.reject(new Error('full')),
    append: () => Promise.reject(new Error('full')),
  };
  const kept = workspaceMemory({ ...fileFolder(folder), ...refusing }, sealUnder(1), (error) =>
    told.push(error),
  );
  await workspace.remember(kept);
  await workspace.person('sam').types('support', 'all the same');
  expect(texts(workspace, 'sam')).toContain('all the same');
  await workspace.stop();
  await kept.idle();
  expect(told.length).toBeGreaterThan(1);
});

it('a line that a crash has cut off costs that line alone', async () => {
  await day(async (workspace) => {
    await workspace.person('sam').types('support', 'whole');
  });
  await appendFile(join(folder, 'said.jsonl'), '{"sealed":"AAAA');
  for (const words of ['after the crash', 'and again'])
    await day(async (workspace) => {
      expect(texts(workspace, 'sam')).toContain('whole');
      await workspace.person('sam').types('support', words);
    });
  await day(async (workspace) => {
    expect(texts(workspace, 'sam')).toEqual(
      expect.arrayContaining(['whole', 'after the crash', 'and again']),
    );
  });
});
