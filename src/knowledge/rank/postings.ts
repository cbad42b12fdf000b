/** A compact inverted index: which documents hold a term, and how much of it, in typed arrays. */

export type Postings = {
  /** The number of a term; undefined where no document holds it. */
  readonly termOf: ReadonlyMap<string, number>;
  /** Documents of term `n`, ascending: `docs[starts[n]]` up to `docs[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly weights: Float32Array;
};

/** Builds the index from the weighted terms of each document, in order. */
export const indexTerms = (documents: readonly ReadonlyMap<string, number>[]): Postings => {
  const termOf = new Map<string, number>();
  const counts: number[] = [];
  for (const terms of documents) {
    for (const term of terms.keys()) {
      const number = termOf.get(term) ?? termOf.size;
      termOf.set(term, number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(termOf.size + 1);
  for (const [term, count] of counts.entries()) starts[term + 1] = (starts[term] ?? 0) + count;
  const docs = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(docs.length);
  const next = starts.slice();
  for (const [document, terms] of documents.entries()) {
    for (const [term, weight] of terms) {
      const number = termOf.get(term) ?? 0;
      const at = next[number] ?? 0;
      docs[at] = document;
      weights[at] = weight;
      next[number] = at + 1;
    }
  }
  return { termOf, starts, docs, weights };
};

/** In how many documents term `n` stands. */
export const holders = ({ starts }: Postings, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** How much of term `n` a document holds; 0 when none. */
export const weightIn = ({ starts, docs, weights }: Postings, term: number, document: number): number => {
  let low = starts[term] ?? 0;
  let high = (starts[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = docs[middle] ?? 0;
    if (found === document) return weights[middle] ?? 0;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
};
