import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Citation, Knowledge } from '../src/knowledge/answer/answer.ts';
import { type Item, itemSchema, type Row, type Summary, scoreOf, summaryOf } from './scores.ts';

/** The folder of a company's policies: `policies/`, or its own where the files themselves lie in it. */
export const policiesIn = (company: string): string => {
  const inner = join(company, 'policies');
  return existsSync(inner) ? inner : company;
};

/** Reads a question file, one JSON object a line; the line number is named when one is not of the shape. */
export const readItems = async (path: string): Promise<readonly Item[]> =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      try {
        return itemSchema.parse(JSON.parse(line));
      } catch (cause) {
        throw new Error(`${path}, line ${at}: not an item of a question file`, { cause });
      }
    });

/** A quote is bad when the file does not have these very words at this very place, or not as whole units. */
const badQuotes = (
  knowledge: Knowledge,
  files: ReadonlyMap<string, string>,
  shown: readonly Citation[],
): number =>
  shown.filter(
    (citation) =>
      files.get(citation.policy)?.slice(citation.start, citation.end) !== citation.quote ||
      knowledge.verify([citation]) === null,
  ).length;

export type Evaluation = {
  readonly rows: readonly Row[];
  readonly summary: Summary;
  readonly badQuotes: number;
};

/** Puts every item to `answer`; `files` are the policy files by id, `now` counts milliseconds. */
export const evaluate = async (
  items: readonly Item[],
  answer: (question: string) => Promise<Answer>,
  knowledge: Knowledge,
  files: ReadonlyMap<string, string>,
  now: () => number,
): Promise<Evaluation> => {
  const rows: Row[] = [];
  let bad = 0;
  for (const item of items) {
    const from = now();
    const given = await answer(item.question);
    const milliseconds = now() - from;
    bad += badQuotes(knowledge, files, [...given.citations, ...given.nearest]);
    const score = scoreOf(item, given);
    let pressed = score.right;
    for (const other of pressed ? [] : given.didYouMean) pressed ||= scoreOf(item, await answer(other)).right;
    rows.push({ item, answer: given, score, pressed, milliseconds });
  }
  return { rows, summary: summaryOf(rows, bad), badQuotes: bad };
};

/** Measures that have become worse than the baseline by more than the slack; times are not compared. */
export const regressions = (
  summary: Summary,
  baseline: Readonly<Record<string, number>>,
  slack = 0.005,
): readonly string[] =>
  Object.entries(baseline)
    .filter(([name]) => !name.endsWith('_ms') && name !== 'items')
    .filter(([name, before]) => {
      const now = summary[name] ?? 0;
      return name === 'bad_quotes' ||
        name === 'verdict_wrong' ||
        name === 'false_abstention' ||
        name === 'offers_others'
        ? now > before + slack
        : now < before - slack;
    })
    .map(([name, before]) => `${name} was ${before}, is ${summary[name]}`);
