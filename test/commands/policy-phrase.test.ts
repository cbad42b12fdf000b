import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Io } from '../../src/commands/io.ts';
import { policyVerb } from '../../src/commands/policy/policy.ts';
import { policyFolder } from '../support/policy-folder.ts';

const run = async (dir: string, ...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    lines: async function* () {
      yield '';
    },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    terminal: false,
    env: { POLICY_DIR: dir, DATA_DIR: join(dir, 'register') },
    clock: () => new Date('2026-01-05T09:00:00Z'),
  };
  return { code: await policyVerb(args, io), out: out.join('\n'), err: err.join('\n') };
};

const shop = (): string => policyFolder({ 'shop.md': '# Notice\n\nOrders are kept for six years.\n' });
const good = JSON.stringify({ quote: 'Orders are kept for six years.', asks: ['how long for orders'] });

it('reads what came back into the file beside the policy', async () => {
  const dir = shop();
  writeFileSync(join(dir, 'came.txt'), good);
  expect((await run(dir, 'phrase', '--read', join(dir, 'came.txt'))).code).toBe(0);
  expect(JSON.parse(readFileSync(join(dir, 'shop.phrasings.jsonl'), 'utf8')).asks).toEqual([
    'how long for orders',
  ]);
});

it('names a line that it leaves out, with exit code 1, and keeps the others', async () => {
  const dir = shop();
  writeFileSync(join(dir, 'came.txt'), `${good}\n{"quote":"Orders are burnt.","asks":["x"]}`);
  const { code, err } = await run(dir, 'phrase', '--read', join(dir, 'came.txt'));
  expect([code, err]).toEqual([1, expect.stringContaining('line 2')]);
  expect(readFileSync(join(dir, 'shop.phrasings.jsonl'), 'utf8')).not.toContain('burnt');
});

it('finds a quote that the text does not have any more, by both checks', async () => {
  const dir = shop();
  writeFileSync(join(dir, 'shop.phrasings.jsonl'), good.replace('six', 'ten'));
  for (const args of [['phrase', '--check'], ['check']]) {
    const { code, out } = await run(dir, ...args);
    expect([code, out]).toEqual([1, expect.stringContaining('quote not in the text')]);
  }
});

it('prints the prompt, or writes it to a file', async () => {
  const dir = shop();
  const { out } = await run(dir, 'phrase', '--prompt');
  expect(out).toContain('Orders are kept for six years.');
  await run(dir, 'phrase', '--prompt', '--out', join(dir, 'prompt.txt'));
  expect(readFileSync(join(dir, 'prompt.txt'), 'utf8').trim()).toBe(out.trim());
});

it.each([[[]], [['--read']], [['--check', 'x']], [['--prompt', '--out']]])(
  'refuses wrong use: %j',
  async (args) => {
    expect((await run(shop(), 'phrase', ...args)).code).toBe(2);
  },
);
