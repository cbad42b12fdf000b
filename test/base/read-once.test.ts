import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readOnce } from '../../src/base/read-once.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'once-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const counting = () => {
  let times = 0;
  const read = readOnce((path) => {
    times += 1;
    return readFileSync(path, 'utf8');
  });
  return { read, times: () => times };
};

it('works a file out once, and anew as soon as it is another', () => {
  const file = join(dir, 'a');
  const { read, times } = counting();
  writeFileSync(file, 'one');
  expect([read(file), read(file), times()]).toEqual(['one', 'one', 1]);
  writeFileSync(file, 'three');
  expect([read(file), read(file), times()]).toEqual(['three', 'three', 2]);
});

it('keeps two files apart', () => {
  const { read } = counting();
  for (const name of ['a', 'b']) writeFileSync(join(dir, name), name);
  expect(['a', 'b', 'a'].map((name) => read(join(dir, name)))).toEqual(['a', 'b', 'a']);
});

it('tries again what failed', async () => {
  const file = join(dir, 'a');
  const { read } = counting();
  expect(() => read(file)).toThrow();
  writeFileSync(file, 'there');
  expect(read(file)).toBe('there');
  let broken = true;
  const later = readOnce(async (path) => {
    if (broken) throw new Error(path);
    return 'mended';
  });
  await expect(later(file)).rejects.toThrow();
  broken = false;
  expect(await later(file)).toBe('mended');
});
