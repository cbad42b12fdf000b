import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import type { Io } from '../../src/commands/io.ts';
import { phraseWithModel } from '../../src/commands/policy/policy-phrase-model.ts';
import { phrasingLineSchema } from '../../src/knowledge/policy/policy-phrasings.ts';
import { selfTest } from '../../src/knowledge/setup/phrase-self-test.ts';
import { type Reply, startModelServer } from '../support/model-server.ts';

const head =
  '---\nid: tiny\ntitle: Tiny policy\nversion: "1"\nupdated: May 2026\ncontroller: Tiny Ltd\ncontact: not stated\nprecedence: 1\n---\n';
const text =
  '# Tiny policy\n\n## Keeping\n\nWe keep badges for a year.\n\nWe keep keys for ever.\n\n## Seeing\n\nOnly the porter sees the badges.\n';

let server: Awaited<ReturnType<typeof startModelServer>>;
let broken = (_count: number): boolean => false;
let count = 0;

/** Forty questions for each unit that is asked about, one of them twice; the same silent ones each time. */
const writes = (body: string): Reply => {
  count += 1;
  if (broken(count)) return { dies: true };
  const last: string = JSON.parse(body).messages.at(-1).content;
  const ids = /units ([u\d, ]+), for each/u.exec(last)?.[1]?.split(', ') ?? [];
  const many = (what: string): string[] =>
    Array.from({ length: 45 }, (_, at) => `${what} number ${at} asked?`);
  return ids.length > 0
    ? {
        content: JSON.stringify({
          units: [...ids, 'u99'].map((id) => ({
            id,
            asks: [...many(`thing ${id}`), `Thing ${id} number 0 asked`],
            not: ['who signs?', `thing ${id} number 1 asked?`],
          })),
        }),
      }
    : { content: JSON.stringify({ silent: many(`silence ${count}`) }) };
};

beforeAll(async () => {
  server = await startModelServer((_, body) => writes(body));
});
afterAll(() => server.stop());
beforeEach(() => {
  broken = () => false;
  count = 0;
  server.bodies.length = 0;
});

const policies = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'phrase-'));
  await writeFile(join(dir, 'tiny.md'), `${head}${text}`);
  return dir;
};

const run = async (dir: string, args: readonly string[], lines: readonly string[] = [], terminal = false) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    lines: async function* () {
      yield* lines;
    },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal,
    env: { POLICY_DIR: dir, OPENAI_BASE_URL: server.settings.baseUrl, OPENAI_MODEL: 'small' },
    clock: systemClock,
  };
  return { code: await phraseWithModel(['--with-model', ...args], io), out, err };
};

const written = async (dir: string) =>
  (await readFile(join(dir, 'tiny.phrasings.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => phrasingLineSchema.parse(JSON.parse(line)));

it('writes more than forty questions a passage, nothing twice, near misses and silence, in the order of the policy', async () => {
  const dir = await policies();
  const { code, err } = await run(dir, ['--yes']);
  expect([code, err.at(-1)]).toEqual([0, expect.stringContaining('doubtful')]);
  const lines = await written(dir);
  expect(lines.map(({ quote }) => quote)).toEqual([
    'We keep badges for a year.',
    'We keep keys for ever.',
    'Only the porter sees the badges.',
    null,
  ]);
  expect(lines.map(({ asks }) => asks.length)).toEqual([45, 45, 45, 180]);
  expect(lines[0]?.not).toEqual(['who signs?']);
  expect(lines.every(({ by }) => by === 'small')).toBe(true);
});

it('tells the cost first, and asks nothing when the person does not want it', async () => {
  const dir = await policies();
  const { code, err } = await run(dir, [], ['no']);
  expect(code).toBe(1);
  expect(err[0]).toMatch(/\d+ requests, about [\d,]+ tokens sent/u);
  expect(server.bodies).toEqual([]);
});

it('goes on where it was interrupted', async () => {
  const dir = await policies();
  broken = (turn) => turn > 2;
  expect((await run(dir, ['--yes'])).code).toBe(1);
  const before = await written(dir);
  expect(before.length).toBe(3);
  broken = () => false;
  server.bodies.length = 0;
  expect((await run(dir, ['--yes'])).code).toBe(0);
  expect(server.bodies.length).toBe(4);
  expect((await written(dir)).slice(0, 3)).toEqual(before);
});

it('asks after an edit for changed passages only, and keeps what no longer stands for the check to name', async () => {
  const dir = await policies();
  await run(dir, ['--yes']);
  await writeFile(join(dir, 'tiny.md'), `${head}${text.replace('for ever', 'for a month')}`);
  server.bodies.length = 0;
  await run(dir, ['--yes']);
  expect(server.bodies).toHaveLength(1);
  const quotes = (await written(dir)).map(({ quote }) => quote);
  expect(quotes).toContain('We keep keys for a month.');
  expect(quotes).toContain('We keep keys for ever.');
  server.bodies.length = 0;
  await run(dir, ['--yes']);
  expect(server.bodies).toEqual([]);
});

it('sends the whole policy first, the same bytes each time, and no question of anybody', async () => {
  const dir = await policies();
  await run(dir, ['--yes']);
  const prefixes = server.bodies.map((body) => JSON.parse(body).messages[0].content);
  expect(new Set(prefixes).size).toBe(1);
  expect(prefixes[0]).toContain('[u2] We keep keys for ever.');
});

it('finds weak passages, questions that stand for two things and near misses that pass', () => {
  const asks = (what: string): string[] =>
    Array.from({ length: 20 }, (_, at) => `${what} ${'abcdefghijklmnopqrst'[at]}${at}?`);
  const doubts = selfTest([
    { quote: 'A.', asks: [...asks('how long do we keep the badges of guests'), 'and the keys?'], not: [] },
    {
      quote: 'B.',
      asks: [...asks('who may look at the cameras in the yard'), 'and the keys?'],
      not: ['how long do we keep tapes', 'who may look at the cameras in the yard b1'],
    },
    { quote: 'C.', asks: asks('which papers are shredded at night'), not: ['may I eat here'] },
  ]);
  expect(doubts.map(({ quote }) => quote).toSorted()).toEqual(['A.', 'B.']);
  expect(doubts.find(({ quote }) => quote === 'A.')?.conflicts).toEqual(['and the keys?']);
  expect(doubts.find(({ quote }) => quote === 'B.')?.passing).toEqual([
    'who may look at the cameras in the yard b1',
  ]);
});

it('shows a person one doubtful passage after the other, and drops what the person drops', async () => {
  const dir = await policies();
  const clash = 'and the same again?';
  await writeFile(
    join(dir, 'tiny.phrasings.jsonl'),
    ['We keep badges for a year.', 'We keep keys for ever.']
      .map((quote) => `${JSON.stringify({ quote, asks: [clash], not: [] })}\n`)
      .join(''),
  );
  const { err } = await run(dir, ['--yes'], ['d', '', ''], true);
  expect(err.join('\n')).toContain(clash);
  const holding = (await written(dir)).filter(({ asks }) => asks.includes(clash));
  expect(holding).toHaveLength(1);
});
