/** How alike a question is to each of many short texts: the angle between weighted features, in typed arrays. */

/** The features of a text as numbers below `size`; one that occurs twice stands twice. */
export type Features = { readonly size: number; readonly of: (text: string) => readonly number[] };

/** Between 0 and 1 for each text; the array is overwritten by the next call. */
export type TextIndex = (question: string) => Float32Array;

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
  for (const text of texts) {
    for (const feature of distinct(text)) {
      starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
      counts[feature] = 0;
    }
  }
  const idf = new Float32Array(size);
  for (let feature = 0; feature < size; feature += 1) {
    const held = starts[feature + 1] ?? 0;
    idf[feature] = Math.log((texts.length + 1) / (held + 1)) + 1;
    starts[feature + 1] = held + (starts[feature] ?? 0);
  }
  const docs = new Uint32Array(starts[size] ?? 0);
  const weights = new Float32Array(docs.length);
  const next = starts.slice();
  const weigh = (text: string, each: (feature: number, weight: number) => void): void => {
    const features = distinct(text);
    let sum = 0;
    const own = features.map((feature) => {
      const weight = (1 + Math.log(counts[feature] ?? 1)) * (idf[feature] ?? 0);
      counts[feature] = 0;
      sum += weight ** 2;
      return weight;
    });
    const length = Math.sqrt(sum) || 1;
    for (const [at, feature] of features.entries()) each(feature, (own[at] ?? 0) / length);
  };
  for (const [number, text] of texts.entries()) {
    weigh(text, (feature, weight) => {
      const at = next[feature] ?? 0;
      docs[at] = number;
      weights[at] = weight;
      next[feature] = at + 1;
    });
  }
  const scores = new Float32Array(texts.length);
  return (question) => {
    scores.fill(0);
    weigh(question, (feature, weight) => {
      const end = starts[feature + 1] ?? 0;
      for (let at = starts[feature] ?? 0; at < end; at += 1) {
        const text = docs[at] ?? 0;
        scores[text] = (scores[text] ?? 0) + weight * (weights[at] ?? 0);
      }
    });
    return scores;
  };
};
