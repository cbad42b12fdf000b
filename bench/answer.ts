/** How long one answer takes in the process, after start: the shipped policy, four policies with 20,000 phrasings, and one of 500 pages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectRoot } from '../src/base/root.ts';
import { answerQuestion } from '../src/flows/ask/answer-question.ts';
import { openKnowledge } from '../src/knowledge/answer/knowledge.ts';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import { phrasingsFile } from '../src/knowledge/policy/phrasing-file.ts';
import { type Line, line, percentile } from './figures.ts';

const OTHERS = join(projectRoot, 'eval/policies');
const FOUR = [
  'harbour-fitness/harbour-fitness.md',
  'meridian-sterile/meridian-sterile.md',
  'hallowsound/policies/hallowsound-privacy-policy.md',
  'tansyfold/policies/tansyfold-peoples-information.md',
];
const PHRASINGS = 20_000;
/** The longest sample has some twenty pages. */
const TIMES = 25;

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(projectRoot, file), 'utf8')
    .split('\n')
    .filter((row) => row !== '');

export const questions = linesOf('eval/questions.jsonl').map((row) => String(JSON.parse(row).question));

const timed = async (dir: string, rounds: number) => {
  const before = performance.now();
  const ask = answerQuestion(await openKnowledge(dir));
  const opened = performance.now() - before;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const start = performance.now();
      await ask(question);
      times.push(performance.now() - start);
    }
  }
  return { opened, times };
};

/** Runs with a folder that is removed afterwards. */
const inFolder = async <Result>(fill: (dir: string) => Promise<Result>): Promise<Result> => {
  const dir = mkdtempSync(join(tmpdir(), 'bench-policies-'));
  try {
    return await fill(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Four policies of one company with 20,000 phrasings in a folder, for whatever is measured with it. */
export const withPhrasings = <Result>(measure: (dir: string) => Promise<Result>): Promise<Result> =>
  inFolder(async (dir) => {
    // One company speaks in a run: for the measuring all four are made one's own.
    for (const file of FOUR) {
      const text = readFileSync(join(OTHERS, file), 'utf8');
      writeFileSync(join(dir, basename(file)), text.replace(/^controller: .*$/mu, 'controller: Bench Ltd'));
    }
    const asked = [...linesOf('data/knowledge/phrasings.jsonl').slice(0, PHRASINGS)];
    const policies = await openPolicies(dir);
    const each = Math.ceil(PHRASINGS / policies.reduce((sum, { units }) => sum + units.length, 0));
    for (const policy of policies) {
      const { path, units } = policy;
      const lines = units.map(({ text }) => ({
        quote: text,
        asks: asked.splice(0, each).map((row) => String(JSON.parse(row).phrasing)),
        not: [],
      }));
      writeFileSync(path.replace(/\.md$/u, '.phrasings.jsonl'), phrasingsFile(policy, lines));
    }
    return measure(dir);
  });

const long = (): Promise<Awaited<ReturnType<typeof timed>>> =>
  inFolder(async (dir) => {
    const file = readFileSync(join(OTHERS, FOUR[2] ?? ''), 'utf8');
    const [head = ''] = /^---[\s\S]*?\n---\n/u.exec(file) ?? [];
    writeFileSync(join(dir, 'long.md'), head + `${file.slice(head.length)}\n`.repeat(TIMES));
    return timed(dir, 1);
  });

export const benchAnswers = async (): Promise<readonly Line[]> => {
  const shipped = await timed(join(projectRoot, 'data/policies'), 10);
  const four = await withPhrasings((dir) => timed(dir, 3));
  const pages = await long();
  return [
    line('policies and catalogue opened', shipped.opened, 'ms', null),
    line(`answer p50 (${shipped.times.length} answers)`, percentile(shipped.times, 0.5), 'ms', null),
    line('answer p99', percentile(shipped.times, 0.99), 'ms', 20),
    line('four policies with 20,000 phrasings opened', four.opened, 'ms', 2500),
    line('answer p99', percentile(four.times, 0.99), 'ms', 20),
    line('a policy of 500 pages: answer p99', percentile(pages.times, 0.99), 'ms', 50),
  ];
};
