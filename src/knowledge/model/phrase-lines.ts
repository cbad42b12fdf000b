/** Reads what a model wrote at set-up into lines of a phrasings file (interface.md, section 5). */
import { z } from 'zod';
import { eachOnce } from '../policy/phrasing-file.ts';
import type { Unit } from '../policy/policy.ts';
import { type PhrasingLine, questionKey, quoteKey } from '../policy/policy-phrasings.ts';
import { wordsOf } from '../question/words.ts';
import { objectsIn } from './finder-reply.ts';
import type { PhraseTask } from './phrase-request.ts';

const questions = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => (typeof one === 'string' ? [one] : [])))
  .catch([]);
const unitsReply = z.object({
  units: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform((id) => String(id).replace(/[[\]\s]/gu, '')),
      asks: questions,
      not: questions,
    }),
  ),
});
const silentReply = z.object({ silent: questions });

const LONGEST = 300;
const isUsable = (question: string): boolean =>
  question.trim().length > 2 && question.length <= LONGEST && wordsOf(question).length > 0;

const usable = (all: readonly string[]): readonly string[] =>
  all.filter((question) => isUsable(quoteKey(question)));

/** What a reply to one task is worth, `by` whom; null when it is not of the shape. Units that were not asked about are left out. */
export const linesFrom = (task: PhraseTask, content: string, by: string): readonly PhrasingLine[] | null => {
  for (const value of objectsIn(content)) {
    if (task.kind === 'silent') {
      const read = silentReply.safeParse(value);
      if (read.success) return [{ quote: null, asks: eachOnce(usable(read.data.silent)), not: [], by }];
      continue;
    }
    const read = unitsReply.safeParse(value);
    if (!read.success) continue;
    return read.data.units.flatMap(({ id, asks, not }) => {
      const unit = task.units.find((one) => one.id === id)?.unit;
      if (unit === undefined) return [];
      const own = eachOnce(usable(asks));
      const misses = eachOnce(usable(not), new Set(own.map(questionKey)));
      return [{ quote: quoteKey(unit.text), asks: own, not: misses, by }];
    });
  }
  return null;
};

export const asksOfUnit =
  (lines: readonly PhrasingLine[]) =>
  (unit: Unit): number =>
    lines.find(({ quote }) => quote === quoteKey(unit.text))?.asks.length ?? 0;
