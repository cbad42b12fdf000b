import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anchorsIn } from '../../src/register/history/anchor.ts';
import { anchoring } from '../../src/runtime/anchoring.ts';
import { temporaryFolder } from '../register/temp-folder.ts';

const folder = temporaryFolder();
const anchorOf = (n: number): string => `${n}-${'ab'.repeat(12)}`;

const world = (file: string | null) => {
  let now = new Date('2026-11-29T09:00:00Z');
  let changes = 1;
  let failures = 0;
  const keeper = anchoring({
    file,
    anchor: () => anchorOf(changes),
    clock: () => now,
    failed: () => {
      failures += 1;
    },
  });
  return {
    ...keeper,
    failures: () => failures,
    change: () => {
      changes += 1;
    },
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
};

it('notes the anchor at the start, once an hour when something changed, and at the end', async () => {
  const file = join(folder(), 'anchors');
  const { look, last, change, later } = world(file);
  const noted = async () => anchorsIn(await readFile(file, 'utf8')).map(({ count }) => count);
  await look();
  change();
  later(59);
  await look();
  expect(await noted()).toEqual([1]);
  later(1);
  await look();
  later(180);
  await look();
  expect(await noted()).toEqual([1, 2]);
  change();
  await last();
  await last();
  expect(await noted()).toEqual([1, 2, 3]);
});

it('holds nothing up when the file cannot be written, and tries again at the next look', async () => {
  const { look, failures } = world(join(folder(), 'no', 'such', 'folder'));
  await look();
  await look();
  expect(failures()).toBe(2);
  const silent = world(null);
  await silent.look();
  expect(silent.failures()).toBe(0);
});
