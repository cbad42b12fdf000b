/** What the likeness of a question and a passage is read from: words, their kinds, runs of letters and pairs of neighbours, as numbered rows of a trained table. */
import { stemOf, wordsOf } from '../question/words.ts';
import { hash, remembering } from './text-features.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Field } from './unit-fields.ts';

const ROW_BITS = 13;
/** Features share this many rows; two that fall into one are told apart by the others. */
export const LIKENESS_ROWS = 1 << ROW_BITS;
const ROW = LIKENESS_ROWS - 1;

/** What a feature counts for by its sort, and the mark that keeps those of one spelling apart. */
const SORTS = [
  { mark: 'w', worth: 1 },
  { mark: 'k', worth: 0.7 },
  { mark: 'g', worth: 0.35 },
  { mark: 'b', worth: 0.5 },
] as const;
const [WORD, KIND, GRAM, PAIR] = [0, 1, 2, 3] as const;
const GRAM_SIZE = 4;

/** The rows of a text with what each counts for; the whole is of length one. A row of two features stands twice. */
export type Terms = { readonly rows: Uint16Array; readonly values: Float32Array };

/** Which features a text holds and how much of each; the number of a feature is its sort and its row. */
export type FeatureCounts = { readonly features: Uint32Array; readonly counts: Float64Array };

/** The row of a feature that `FeatureCounts` holds. */
export const rowOf = (feature: number): number => feature & ROW;

/** Takes texts apart; neighbours count only in the text itself, not in what stands around it. */
export const likenessFeatures = ({
  tokens,
}: Thesaurus): {
  readonly question: (text: string) => FeatureCounts;
  readonly passage: (fields: readonly Field[]) => FeatureCounts;
} => {
  const numbered = (sort: number, feature: string): number => {
    const marked = `${SORTS[sort]?.mark}:${feature}`;
    return (sort << ROW_BITS) | hash(marked, 0, marked.length, ROW_BITS);
  };
  const wordOf = remembering((word) => numbered(WORD, stemOf(word)));
  const kindOf = remembering((kind) => numbered(KIND, kind));
  const gramsOf = remembering((word): readonly number[] => {
    const marked = `^${word}$`;
    return Array.from({ length: Math.max(0, marked.length - GRAM_SIZE + 1) }, (_, at) =>
      numbered(GRAM, marked.slice(at, at + GRAM_SIZE)),
    );
  });
  // Scratch of one text, made nought again after it: a map for each of twenty thousand would take longer than all the rest.
  const held = new Float64Array(SORTS.length << ROW_BITS);
  const found: number[] = [];
  const taken = (): FeatureCounts => {
    const features = new Uint32Array(found);
    const counts = new Float64Array(features.length);
    for (let at = 0; at < features.length; at += 1) {
      const feature = features[at] ?? 0;
      counts[at] = held[feature] ?? 0;
      held[feature] = 0;
    }
    found.length = 0;
    return { features, counts };
  };
  const put = (text: string, weight: number, pairs: boolean): void => {
    const add = (feature: number): void => {
      const before = held[feature] ?? 0;
      if (before === 0) found.push(feature);
      held[feature] = before + weight;
    };
    const words = wordsOf(text);
    for (const word of words) add(wordOf(word));
    for (const { stem, kinds, phrase } of tokens(text)) {
      for (const kind of kinds) add(kindOf(String(kind)));
      if (phrase) add(kindOf(stem));
    }
    for (const word of new Set(words)) for (const gram of gramsOf(word)) add(gram);
    if (!pairs) return;
    for (let at = 1; at < words.length; at += 1)
      add(numbered(PAIR, `${stemOf(words[at - 1] ?? '')} ${stemOf(words[at] ?? '')}`));
  };
  return {
    question: (text) => {
      put(text, 1, true);
      return taken();
    },
    passage: (fields) => {
      for (const [at, [text, weight]] of fields.entries()) put(text, weight, at === 0);
      return taken();
    },
  };
};

/** `rarity` is that of a row. */
export const likenessTerms = (
  { features, counts }: FeatureCounts,
  rarity: (row: number) => number,
): Terms => {
  const rows = new Uint16Array(features.length);
  const values = new Float32Array(features.length);
  let squares = 0;
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] ?? 0;
    const count = counts[at] ?? 0;
    const row = rowOf(feature);
    const damped = count >= 1 ? 1 + Math.log(count) : count;
    const value = damped * (SORTS[feature >> ROW_BITS]?.worth ?? 0) * rarity(row);
    rows[at] = row;
    values[at] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let place = 0; place < values.length; place += 1) values[place] = (values[place] ?? 0) / length;
  return { rows, values };
};
