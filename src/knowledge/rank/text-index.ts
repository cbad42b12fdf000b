/** How alike a question is to each of many short texts: the angle between weighted features, in typed arrays. */

/** The features of a text as numbers below `size`; one that occurs twice stands twice. */
export type Features = { readonly size: number; readonly of: (text: string) => readonly number[] };

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

/** Indexes the texts; weights are those of tf-idf with a logarithm of the count. */
export const indexTexts = (texts: readonly string[], { size, of }: Features): TextIndex => {
  // Scratch of the size of the feature space: a map for each of twenty thousand texts would take ten times as long.
  const counts = new Uint16Array(size);
  const distinct = (text: string): readonly number[] =>
    of(text).filter((feature) => {
      const before = counts[feature] ?? 0;
      counts[feature] = before + 1;
      return before === 0;
    });
  const starts = new Uint32Array(size + 1);
  // The features of all texts, each with how often it occurs, one after the other, so that no text is taken apart twice.
  const sample = texts.slice(0, SAMPLED).reduce((sum, text) => sum + of(text).length, 0);
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
  const idf = new Float32Array(size);
  for (let feature = 0; feature < size; feature += 1) {
    const held = starts[feature + 1] ?? 0;
    idf[feature] = Math.log((texts.length + 1) / (held + 1)) + 1;
    starts[feature + 1] = held + (starts[feature] ?? 0);
  }
  const docs = numbersBelow(texts.length, starts[size] ?? 0);
  const times = new Uint8Array(docs.length);
  const lengths = new Float32Array(texts.length);
  const next = starts.slice();
  const weightOf = (feature: number, count: number): number => byTimes(count) * (idf[feature] ?? 0);
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
      sum += weightOf(feature, both >>> FEATURE_BITS) ** 2;
    }
    lengths[number] = Math.sqrt(sum) || 1;
    from = to;
  }
  const scores = new Float32Array(texts.length);
  return (question) => {
    scores.fill(0);
    const features = distinct(question);
    const own = features.map((feature) => {
      const weight = weightOf(feature, counts[feature] ?? 1);
      counts[feature] = 0;
      return weight;
    });
    const length = Math.sqrt(own.reduce((sum, weight) => sum + weight ** 2, 0)) || 1;
    for (const [place, feature] of features.entries()) {
      const weight = ((own[place] ?? 0) / length) * (idf[feature] ?? 0);
      const last = starts[feature + 1] ?? 0;
      for (let at = starts[feature] ?? 0; at < last; at += 1) {
        const text = docs[at] ?? 0;
        scores[text] = (scores[text] ?? 0) + weight * (BY_TIMES[times[at] ?? 1] ?? 1);
      }
    }
    for (let text = 0; text < scores.length; text += 1)
      scores[text] = (scores[text] ?? 0) / (lengths[text] ?? 1);
    return scores;
  };
};
