/** Holds a fifth of the questions back and asks them of the rest: which units are weak, which questions stand for two things, which near misses pass for answers. */

import { type PhrasingLine, questionKey } from '../policy/policy-phrasings.ts';
import { wordsOf } from '../question/words.ts';

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

/** Words and runs of four letters, counted once each. */
const featuresOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  const joined = ` ${words.join(' ')} `;
  const grams = Array.from({ length: Math.max(0, joined.length - 3) }, (_, at) => joined.slice(at, at + 4));
  return new Set([...words.map((word) => `=${word}`), ...grams]);
};

type KnownPhrasings = {
  readonly quote: string;
  readonly features: ReadonlySet<string>;
  readonly size: number;
};

/** How alike questions are, by features weighed by their rarity. */
const likeness = (all: readonly ReadonlySet<string>[]) => {
  const counts = new Map<string, number>();
  for (const features of all) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const weight = (feature: string): number =>
    Math.log(1 + all.length / (1 + (counts.get(feature) ?? 0))) ** 2;
  const size = (features: ReadonlySet<string>): number =>
    Math.sqrt([...features].reduce((sum, one) => sum + weight(one), 0));
  const like = (one: ReadonlySet<string>, other: KnownPhrasings): number => {
    let shared = 0;
    for (const feature of one) if (other.features.has(feature)) shared += weight(feature);
    return shared / Math.max(1e-9, size(one) * other.size);
  };
  return { size, like };
};

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
  const features = units.flatMap(({ asks }) => asks.map(featuresOf));
  const { size, like } = likeness(features);
  const known: KnownPhrasings[] = [];
  const held: { readonly quote: string; readonly features: ReadonlySet<string> }[] = [];
  for (const { quote, asks } of units)
    for (const [at, question] of asks.entries()) {
      const own = featuresOf(question);
      if (at % EVERY === EVERY - 1) held.push({ quote: quote ?? '', features: own });
      else known.push({ quote: quote ?? '', features: own, size: size(own) });
    }
  /** How near each unit's nearest question is. */
  const nearest = (asked: ReadonlySet<string>): ReadonlyMap<string, number> => {
    const best = new Map<string, number>();
    for (const one of known) best.set(one.quote, Math.max(best.get(one.quote) ?? 0, like(asked, one)));
    return best;
  };
  const tried = held.map(({ quote, features: asked }) => {
    const best = nearest(asked);
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
          (question) => (nearest(featuresOf(question)).get(quote ?? '') ?? 0) > Math.max(0.6, usual),
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
