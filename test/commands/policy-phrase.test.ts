import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Io } from '../../src/commands/io.ts';
import { policyVerb } from '../../src/commands/policy/policy.ts';
import { policyFolder } from '../support/policy-folder.ts';

const run = async (dir: string, ...args: readonly string[]) => runAt(dir, null, args);

/** `typed` are the lines of a person at a terminal; null at a pipe. */
const runAt = async (dir: string, typed: readonly string[] | null, args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    lines: async function* () {
      yield* typed ?? [];
    },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    terminal: typed !== null,
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

it('asks for as many questions as are wanted, in every voice, of passages that have fewer', async () => {
  const dir = shop();
  writeFileSync(join(dir, 'came.txt'), good);
  await run(dir, 'phrase', '--read', join(dir, 'came.txt'));
  const { out } = await run(dir, 'phrase', '--prompt', '--per', '40');
  expect(out).toContain('asks: 40 questions');
  expect(out).toContain('Orders are kept for six years.');
  for (const voice of [
    'hurried',
    'keyword',
    'misspelt',
    'scenario',
    'indirect',
    'non-native',
    'false premise',
  ])
    expect(out).toContain(`- ${voice}:`);
  expect((await run(dir, 'phrase', '--prompt')).out).not.toContain('Orders are kept for six years.');
});

const asks = [
  'how long do we keep order papers',
  'when may I shred old slips from the till',
  'customer from five years back wants her receipt',
  'six years for what?',
  'retention sales docs',
  'do purchases vanish from the system at some point',
  'how old can an order be before it goes',
  'is it true that we bin them after a month',
  'papers order years hold?',
  'till rolls, until when',
];
const passing = JSON.stringify({
  quote: 'Orders are kept for six years.',
  asks,
  not: ['how long do we keep order papers now', 'who signs for the van'],
});

it('names near misses that would pass for an answer', async () => {
  const dir = shop();
  writeFileSync(join(dir, 'shop.phrasings.jsonl'), passing);
  expect((await run(dir, 'phrase', '--check')).out).toContain('order papers now');
});

it('shows a person what is doubtful in what came back, and drops it when told to', async () => {
  const dir = shop();
  const came = join(dir, 'came.txt');
  writeFileSync(came, passing);
  const { err } = await runAt(dir, ['d'], ['phrase', '--read', came]);
  expect(err).toContain('order papers now');
  const kept = JSON.parse(readFileSync(join(dir, 'shop.phrasings.jsonl'), 'utf8'));
  expect(kept.not).toEqual(['who signs for the van']);
});

it.each([
  [[]],
  [['--read']],
  [['--check', 'x']],
  [['--prompt', '--out']],
  [['--prompt', '--per', 'many']],
  [['--check', '--out', 'x']],
])('refuses wrong use: %j', async (args) => {
  expect((await run(shop(), 'phrase', ...args)).code).toBe(2);
});
