import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealUnder } from '../../src/base/seal.ts';
import { openInbox } from '../../src/slack/inbox.ts';

let dir = '';
let marks = 0;
let now = new Date();
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inbox-'));
  now = new Date();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const open = (key = 1) => {
  marks += 1;
  return openInbox(
    dir,
    sealUnder(new Uint8Array(32).fill(key)),
    () => now,
    () => `m${marks++}`,
  );
};

it('takes an event once, also after a restart', async () => {
  expect(await (await open()).take('Ev1', 'words')).toBe(true);
  expect(await (await open()).take('Ev1', 'words')).toBe(false);
});

it('of two at the same moment lets one through', async () => {
  const [one, other] = [await open(), await open()];
  const taken = await Promise.all([one.take('Ev1', 'x'), other.take('Ev1', 'x'), one.take('Ev1', 'x')]);
  expect(taken.filter((won) => won).length).toBe(1);
});

it('finds what a crash cut off, once, and nothing that was finished', async () => {
  const before = await open();
  await before.take('Ev1', 'first words');
  await before.take('Ev2', 'second words');
  await before.finish('Ev2');
  const next = await open();
  expect(await next.unfinished()).toEqual([{ key: 'Ev1', content: 'first words' }]);
  expect(await (await open()).unfinished()).toEqual([]);
});

it('keeps no words in clear, and gives none to another key', async () => {
  await (await open()).take('Ev1', 'the canary sings');
  for (const name of await readdir(dir))
    expect(await readFile(join(dir, name), 'utf8')).not.toContain('canary');
  expect(await (await open(2)).unfinished()).toEqual([]);
});

it('forgets after a day', async () => {
  await (await open()).claim('share 1');
  now = new Date(now.getTime() + 25 * 60 * 60 * 1_000);
  expect(await (await open()).claim('share 1')).toBe(true);
});

it('lets the next one try what was released', async () => {
  const inbox = await open();
  await inbox.claim('share 1');
  await inbox.release('share 1');
  expect(await inbox.claim('share 1')).toBe(true);
});
