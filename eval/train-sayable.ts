/** Learns which questions policies answer, by their words alone: phrasings of passages against near misses, and what companies were asked. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import { readPolicyPhrasings } from '../src/knowledge/policy/policy-phrasings.ts';
import { SAYABLE_ROWS, type SayableModel, sayableBytes, sayableRows } from '../src/knowledge/rank/sayable.ts';
import { modelsLeftOut, numbers, shuffled } from './folds.ts';
import { policiesIn, readItems } from './run.ts';

const EPOCHS = 2;
const STEP = 0.05;
const DECAY = 1e-6;
/** What a question counts for: there are four phrasings to a near miss, and few questions that somebody asked. */
const WORTH = { phrasing: 1, nearMiss: 3, silence: 0.5, answered: 3, unanswered: 6 } as const;

type Line = { readonly rows: readonly number[]; readonly said: 0 | 1; readonly worth: number };

export type SayableLesson = { readonly company: string; readonly lines: readonly Line[] };

const linesOf = (texts: readonly string[], said: 0 | 1, worth: number): readonly Line[] =>
  texts.map((text) => ({ rows: sayableRows(text), said, worth }));

/** What was written and asked of each company of `dir`. */
export const readSayableLessons = async (dir: string): Promise<readonly SayableLesson[]> => {
  const found: SayableLesson[] = [];
  for (const company of (await readdir(dir)).sort()) {
    const policies = await openPolicies(policiesIn(join(dir, company)));
    const files = await Promise.all(
      policies.map((policy) => readPolicyPhrasings(policy, join(dir, company, 'phrasings'))),
    );
    const written = files
      .flatMap(({ lines }) => lines)
      .flatMap(({ quote, asks, not }) => [
        ...(quote === null ? linesOf(asks, 0, WORTH.silence) : linesOf(asks, 1, WORTH.phrasing)),
        ...linesOf(not, 0, WORTH.nearMiss),
      ]);
    const asked = (await readItems(join(dir, company, 'questions.jsonl'))).flatMap(
      ({ question, kind, gold }) =>
        kind === 'answerable' || gold.length > 0
          ? linesOf([question], 1, WORTH.answered)
          : linesOf([question], 0, WORTH.unanswered),
    );
    found.push({ company, lines: [...written, ...asked] });
  }
  return found;
};

/** Logistic regression with a step of its own for each row (AdaGrad); the same lessons give the same bytes. */
export const learnSayable = (lessons: readonly SayableLesson[]): SayableModel => {
  const lines = lessons.flatMap(({ lines: own }) => own);
  const weights = new Float32Array(SAYABLE_ROWS);
  const squares = new Float32Array(SAYABLE_ROWS);
  const next = numbers(1);
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const at of shuffled(lines.length, next)) {
      const { rows, said, worth } = lines[at] ?? { rows: [], said: 0, worth: 0 };
      const odds = rows.reduce((sum, row) => sum + (weights[row] ?? 0), bias);
      const miss = worth * (1 / (1 + Math.exp(-odds)) - said);
      bias -= 0.02 * STEP * miss;
      for (const row of rows) {
        const weight = weights[row] ?? 0;
        const slope = miss + DECAY * weight;
        const square = (squares[row] ?? 0) + slope * slope;
        squares[row] = square;
        weights[row] = weight - (STEP * slope) / (Math.sqrt(square) + 1e-3);
      }
    }
  return sayableBytes(weights);
};

/** For each company a model that has learned from others only. */
export const sayableLeftOut = (lessons: readonly SayableLesson[]): ((company: string) => SayableModel) =>
  modelsLeftOut(lessons, learnSayable);
