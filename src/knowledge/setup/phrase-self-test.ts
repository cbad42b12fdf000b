/** Holds a fifth of the questions back and asks them of the rest: which units are weak, which questions stand for two things, which near misses pass for answers. */

import { type PhrasingLine, questionKey } from '../policy/policy-phrasings.ts';
import { gramFeatures, wordFeatures } from '../rank/text-features.ts';
import { indexTexts } from '../rank/text-index.ts';
import { NEIGHBOURS } from '../rank/weights.ts';

export type Doubt = {
  readonly quote: string;
  /** The share of its held-out questions that find it among the first three; null where too few are held. */
  readonly found: number | null;
  /** Its questions that stand under another unit, or under silence, too. */
  readonly conflicts: readonly string[];
  /** Its near misses that are as near to its questions as these are to one another. */
  readonly passing: readonly string[];
};

const WEAK = 0.5;
const FIRST = 3;
const EVERY = 5;
/** A near miss is never taken for an answer that is less like the questions than this. */
const PASSES_AT = 0.6;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 1;

/** Only the units about which there is a doubt, the worst first. */
export const selfTest = (lines: readonly PhrasingLine[]): readonly Doubt[] => {
  const units = lines.filter((line) => line.quote !== null);
  const owners = new Map<string, Set<string | null>>();
  for (const { quote, asks } of lines)
    for (const question of asks) {
      const key = questionKey(question);
      owners.set(key, (owners.get(key) ?? new Set()).add(quote));
    }
  const known: { readonly quote: string; readonly text: string }[] = [];
  const held: { readonly quote: string; readonly text: string }[] = [];
  for (const { quote, asks } of units)
    for (const [at, text] of asks.entries())
      (at % EVERY === EVERY - 1 ? held : known).push({ quote: quote ?? '', text });
  const texts = known.map(({ text }) => text);
  const byWords = indexTexts(texts, wordFeatures());
  const byGrams = indexTexts(texts, gramFeatures());
  /** How near each unit's nearest question is. */
  const nearest = (asked: string): ReadonlyMap<string, number> => {
    const words = byWords(asked);
    const grams = byGrams(asked);
    const best = new Map<string, number>();
    for (const [at, { quote }] of known.entries()) {
      const like = NEIGHBOURS.words * (words[at] ?? 0) + (1 - NEIGHBOURS.words) * (grams[at] ?? 0);
      if (like > (best.get(quote) ?? 0)) best.set(quote, like);
    }
    return best;
  };
  const tried = held.map(({ quote, text }) => {
    const best = nearest(text);
    const own = best.get(quote) ?? 0;
    return { quote, own, home: [...best.values()].filter((other) => other > own).length < FIRST };
  });
  return units
    .map(({ quote, asks, not }): Doubt => {
      const own = tried.filter((one) => one.quote === quote);
      const usual = median(own.map((one) => one.own));
      return {
        quote: quote ?? '',
        found: own.length === 0 ? null : own.filter(({ home }) => home).length / own.length,
        conflicts: asks.filter((question) => (owners.get(questionKey(question))?.size ?? 0) > 1),
        passing: not.filter(
          (question) => (nearest(question).get(quote ?? '') ?? 0) > Math.max(PASSES_AT, usual),
        ),
      };
    })
    .filter(({ found, conflicts, passing }) => (found ?? 0) < WEAK || conflicts.length + passing.length > 0)
    .toSorted((one, other) => (one.found ?? 0) - (other.found ?? 0));
};

/** The lines without the questions about which there is a doubt. */
export const withoutDoubtful = (
  lines: readonly PhrasingLine[],
  { quote, conflicts, passing }: Doubt,
): readonly PhrasingLine[] => {
  const gone = new Set([...conflicts, ...passing].map(questionKey));
  const left = (questions: readonly string[]): readonly string[] =>
    questions.filter((question) => !gone.has(questionKey(question)));
  return lines.map((line) =>
    line.quote === quote ? { ...line, asks: left(line.asks), not: left(line.not) } : line,
  );
};
