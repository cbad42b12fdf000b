import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../../src/commands/ask.ts';
import { evalVerb } from '../../src/commands/eval/eval.ts';
import type { Io, Verb } from '../../src/commands/io.ts';
import { policyVerb } from '../../src/commands/policy/policy.ts';

const run = async (
  verb: Verb,
  args: readonly string[],
  lines: readonly string[] = [],
  env: Io['env'] = {},
) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await verb(args, {
    lines: async function* () {
      yield* lines;
    },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env,
    clock: () => new Date('2026-01-05T09:00:00Z'),
  });
  return { code, out, err };
};

it('prints exactly one answer of the agreed shape with --json', async () => {
  const { code, out, err } = await run(ask, ['--json', 'are backups encrypted?']);
  expect([code, out.length, err]).toEqual([0, 1, []]);
  const answer: Record<string, unknown> = JSON.parse(out[0] ?? '');
  expect(Object.keys(answer).sort()).toEqual(
    [
      'question',
      'outcome',
      'answer',
      'citations',
      'nearest',
      'didYouMean',
      'law',
      'procedure',
      'verdict',
      'answeredBy',
      'foundBy',
      'confidence',
    ].sort(),
  );
});

it('answers one object a line, in order, and goes on after a bad line', async () => {
  const lines = ['{"question":"what is a cookie?"}', '{"question":7}', '{oops', 'are backups encrypted?', ''];
  const { code, out } = await run(ask, ['--jsonl'], lines);
  const read: { question?: string; error?: { code: string; field: string } }[] = out.map((line) =>
    JSON.parse(line),
  );
  expect(code).toBe(0);
  expect(read.map(({ question, error }) => question ?? error?.field)).toEqual([
    'what is a cookie?',
    'question',
    'line',
    'are backups encrypted?',
    '',
  ]);
});

it('shows a person the words of the policy and their section', async () => {
  const { out } = await run(ask, ['are', 'backups', 'encrypted?']);
  expect(out.join('\n')).toContain('these are encrypted and stored as single files');
  expect(out.join('\n')).toContain('How long is your information kept for?');
});

it.each([
  [ask, []],
  [ask, ['--loud', 'why']],
  [ask, ['--jsonl', 'why']],
  [policyVerb, []],
  [policyVerb, ['mend']],
  [evalVerb, ['--questions']],
  [evalVerb, ['--nonsense']],
  [evalVerb, ['--questions', '/nowhere/at-all.jsonl']],
])('says how it is used, exit 2 (%#)', async (verb, args) => {
  const { code, out, err } = await run(verb, args);
  expect([code, out]).toEqual([2, []]);
  expect(err.length).toBeGreaterThan(0);
});

it('ends with 1 and the fix when the policies cannot be read', async () => {
  const env = { POLICY_DIR: await mkdtemp(join(tmpdir(), 'none-')) };
  for (const [verb, args] of [
    [ask, ['why?']],
    [policyVerb, ['show']],
  ] as const) {
    const { code, err } = await run(verb, args, [], env);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('POLICY_DIR');
  }
});

it('lists the pieces of a policy, for people and for programs', async () => {
  const people = await run(policyVerb, ['show']);
  expect(people.out.join('\n')).toContain('Last updated: June 2020');
  const programs = await run(policyVerb, ['show', 'smartxpo-privacy-notice', '--json']);
  const [policy]: { id: string; units: unknown[] }[] = JSON.parse(programs.out[0] ?? '');
  expect(policy?.id).toBe('smartxpo-privacy-notice');
  expect((await run(policyVerb, ['show', 'nothing'])).code).toBe(1);
});

it('holds the answers to the measures of the baseline', async () => {
  const { code, out, err } = await run(evalVerb, ['--json', '--questions', 'eval/questions.jsonl']);
  expect([code, err]).toEqual([0, []]);
  const { summary }: { summary: Record<string, number> } = JSON.parse(out[0] ?? '');
  expect(summary['bad_quotes']).toBe(0);
}, 180_000);

it('answers beside the law that the environment names, as the bot does', async () => {
  const lawUnder = async (env: Io['env']): Promise<unknown> => {
    const { out } = await run(ask, ['--json', 'how long do we have to answer an access request?'], [], env);
    return JSON.parse(out[0] ?? '{}')['law'];
  };
  const [uk, eu] = [await lawUnder({}), await lawUnder({ REGIME: 'eu' })];
  expect(JSON.stringify(uk)).toContain('UK');
  expect(eu).not.toEqual(uk);
});

it('says which laws there are where REGIME names none', async () => {
  const { code, err } = await run(ask, ['what is a cookie?'], [], { REGIME: 'mars' });
  expect([code, err.length]).toEqual([1, 1]);
  expect(err[0]).toContain('uk');
});
