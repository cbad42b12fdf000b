/** How alike a question is to each of many short texts: the angle between weighted features, in typed arrays. */

/** The features of a text as numbers below `size`, in groups as they come; one that occurs twice stands twice. */
export type Features = {
  readonly size: number;
  readonly of: (text: string) => readonly (readonly number[])[];
};

/** Between 0 and 1 for each text; the array is overwritten by the next call. */
export type TextIndex = (question: string) => Float32Array;

/** By so many of the texts it is told how much room all of them need. */
const SAMPLED = 200;
/** A feature and how often it occurs in a text, in one number. */
const FEATURE_BITS = 18;
const FEATURE = (1 << FEATURE_BITS) - 1;
const MOST_TIMES = 255;

/** What a feature counts for by how often it occurs in a text. */
const BY_TIMES = Float32Array.from(
  { length: MOST_TIMES + 1 },
  (_, times) => 1 + Math.log(Math.max(1, times)),
);
const byTimes = (times: number): number => BY_TIMES[Math.min(MOST_TIMES, times)] ?? 1;

const grown = (before: Uint32Array, least: number): Uint32Array => {
  const after = new Uint32Array(Math.ceil(1.3 * least));
  after.set(before);
  return after;
};

/** Two bytes a number where they are enough: the lists of which texts hold a feature are the largest thing that is kept. */
const numbersBelow = (most: number, count: number): Uint16Array | Uint32Array =>
  most <= 1 << 16 ? new Uint16Array(count) : new Uint32Array(count);

/** Which texts hold a feature, and how often: those of feature `n` stand from `starts[n]` up to `starts[n + 1]`. */
type Holders = {
  readonly starts: Uint32Array;
  readonly docs: Uint16Array | Uint32Array;
  readonly times: Uint8Array;
  /** Of each text, by the weights of its features. */
  readonly lengths: Float32Array;
};

/** The different features of a text; how often each occurs stands in `counts` until whoever asked has made it nought again. */
const distinctIn =
  ({ of }: Features, counts: Uint16Array) =>
  (text: string): readonly number[] => {
    const found: number[] = [];
    for (const group of of(text))
      for (const feature of group) {
        const before = counts[feature] ?? 0;
        counts[feature] = before + 1;
        if (before === 0) found.push(feature);
      }
    return found;
  };

/** How telling a feature is that so many of `count` texts hold. */
const rareness = (held: number, count: number): number => Math.fround(Math.log((count + 1) / (held + 1)) + 1);

const holdersIn = (
  texts: readonly string[],
  size: number,
  distinct: (text: string) => readonly number[],
  counts: Uint16Array,
): Holders => {
  const starts = new Uint32Array(size + 1);
  // The features of all texts, each with how often it occurs, one after the other, so that no text is taken apart twice.
  const sample = texts.slice(0, SAMPLED).reduce((sum, text) => {
    const features = distinct(text);
    for (const feature of features) counts[feature] = 0;
    return sum + features.length;
  }, 0);
  let found: Uint32Array = new Uint32Array(
    Math.ceil((texts.length * sample) / Math.min(SAMPLED, texts.length)),
  );
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [number, text] of texts.entries()) {
    const features = distinct(text);
    if (end + features.length > found.length) found = grown(found, end + features.length);
    for (const feature of features) {
      starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
      found[end] = (Math.min(MOST_TIMES, counts[feature] ?? 1) << FEATURE_BITS) | feature;
      counts[feature] = 0;
      end += 1;
    }
    ends[number] = end;
  }
  const idf = Float32Array.from(starts.subarray(1), (held) => rareness(held, texts.length));
  for (let feature = 0; feature < size; feature += 1)
    starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
  const docs = numbersBelow(texts.length, starts[size] ?? 0);
  const times = new Uint8Array(docs.length);
  const lengths = new Float32Array(texts.length);
  const next = starts.slice();
  for (let number = 0, from = 0; number < texts.length; number += 1) {
    const to = ends[number] ?? 0;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const both = found[at] ?? 0;
      const feature = both & FEATURE;
      const place = next[feature] ?? 0;
      docs[place] = number;
      times[place] = both >>> FEATURE_BITS;
      next[feature] = place + 1;
      sum += (byTimes(both >>> FEATURE_BITS) * (idf[feature] ?? 0)) ** 2;
    }
    lengths[number] = Math.sqrt(sum) || 1;
    from = to;
  }
  return { starts, docs, times, lengths };
};

/** Indexes the texts; weights are those of tf-idf with a logarithm of the count. */
export const indexTexts = (texts: readonly string[], features: Features): TextIndex => {
  const { size } = features;
  // Scratch of the size of the feature space: a map for each of twenty thousand texts would take ten times as long.
  const counts = new Uint16Array(size);
  const distinct = distinctIn(features, counts);
  const { starts, docs, times, lengths } = holdersIn(texts, size, distinct, counts);
  const { length: count } = texts;
  const scores = new Float32Array(count);
  return (question) => {
    scores.fill(0);
    const own = distinct(question).map((feature) => {
      const idf = rareness((starts[feature + 1] ?? 0) - (starts[feature] ?? 0), count);
      const weight = byTimes(counts[feature] ?? 1) * idf;
      counts[feature] = 0;
      return { feature, idf, weight };
    });
    const length = Math.sqrt(own.reduce((sum, { weight }) => sum + weight ** 2, 0)) || 1;
    for (const one of own) {
      const weight = (one.weight / length) * one.idf;
      const last = starts[one.feature + 1] ?? 0;
      for (let at = starts[one.feature] ?? 0; at < last; at += 1) {
        const text = docs[at] ?? 0;
        scores[text] = (scores[text] ?? 0) + weight * (BY_TIMES[times[at] ?? 1] ?? 1);
      }
    }
    for (let text = 0; text < count; text += 1) scores[text] = (scores[text] ?? 0) / (lengths[text] ?? 1);
    return scores;
  };
};
