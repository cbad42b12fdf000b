/** Learns which questions policies answer, by their words alone: phrasings of passages against near misses, and what companies were asked. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import { readPolicyPhrasings } from '../src/knowledge/policy/policy-phrasings.ts';
import type { ByteRows } from '../src/knowledge/rank/byte-rows.ts';
import { sayableBytes, sayableRows } from '../src/knowledge/rank/sayable.ts';
import { modelsLeftOut } from './folds.ts';
import { type HashedLine, learnHashed } from './hashed-logistic.ts';
import { policiesIn, readItems } from './run.ts';

const COURSE = { epochs: 2, step: 0.05, decay: 1e-6, even: false } as const;
/** What a question counts for: there are four phrasings to a near miss, and few questions that somebody asked. */
const WORTH = { phrasing: 1, nearMiss: 3, silence: 0.5, answered: 3, unanswered: 6 } as const;

export type SayableLesson = { readonly company: string; readonly lines: readonly HashedLine[] };

const linesOf = (texts: readonly string[], said: 0 | 1, worth: number): readonly HashedLine[] =>
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

/** The same lessons give the same bytes. */
export const learnSayable = (lessons: readonly SayableLesson[]): ByteRows =>
  sayableBytes(
    learnHashed(
      lessons.flatMap(({ lines }) => lines),
      COURSE,
    ),
  );

/** For each company a model that has learned from others only. */
export const sayableLeftOut = (lessons: readonly SayableLesson[]): ((company: string) => ByteRows) =>
  modelsLeftOut(lessons, learnSayable);
