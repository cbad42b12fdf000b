/** How alike a question is to each of many short texts: the angle between weighted features, in typed arrays. */

/** The features of a text as numbers below `size`; one that occurs twice stands twice. */
export type Features = { readonly size: number; readonly of: (text: string) => readonly number[] };

/** Between 0 and 1 for each text; the array is overwritten by the next call. */
export type TextIndex = (question: string) => Float32Array;

const counted = (features: readonly number[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
};

/** Indexes the texts; weights are those of tf-idf with a logarithm of the count. */
export const indexTexts = (texts: readonly string[], { size, of }: Features): TextIndex => {
  const holders = new Uint32Array(size + 1);
  // The features are worked out twice: keeping them for twenty thousand texts would take more memory than the index.
  for (const text of texts)
    for (const feature of new Set(of(text))) holders[feature + 1] = (holders[feature + 1] ?? 0) + 1;
  const idf = Float32Array.from({ length: size }, (_, feature) =>
    Math.fround(Math.log((texts.length + 1) / ((holders[feature + 1] ?? 0) + 1)) + 1),
  );
  const starts = holders;
  for (let feature = 0; feature < size; feature += 1)
    starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
  const docs = new Uint32Array(starts[size] ?? 0);
  const weights = new Float32Array(docs.length);
  const next = starts.slice();
  const weigh = (features: ReadonlyMap<number, number>): readonly (readonly [number, number])[] => {
    const weighed = [...features].map(([feature, count]): readonly [number, number] => [
      feature,
      (1 + Math.log(count)) * (idf[feature] ?? 0),
    ]);
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1;
    return weighed.map(([feature, weight]) => [feature, weight / length]);
  };
  for (const [number, text] of texts.entries()) {
    for (const [feature, weight] of weigh(counted(of(text)))) {
      const at = next[feature] ?? 0;
      docs[at] = number;
      weights[at] = weight;
      next[feature] = at + 1;
    }
  }
  const scores = new Float32Array(texts.length);
  return (question) => {
    scores.fill(0);
    for (const [feature, weight] of weigh(counted(of(question)))) {
      const end = starts[feature + 1] ?? 0;
      for (let at = starts[feature] ?? 0; at < end; at += 1) {
        const text = docs[at] ?? 0;
        scores[text] = (scores[text] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    return scores;
  };
};
