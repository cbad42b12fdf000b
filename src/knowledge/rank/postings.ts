/** A compact inverted index: which documents hold a term, and how much of it, in typed arrays. */

export type Postings = {
  /** The number of a term; undefined where no document holds it. */
  readonly termOf: ReadonlyMap<string, number>;
  /** Documents of term `n`, ascending: `docs[starts[n]]` up to `docs[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly weights: Float32Array;
};

/** Twice as long, with what was there. */
const grown = <Numbers extends Uint32Array | Float32Array>(
  before: Numbers,
  make: (size: number) => Numbers,
): Numbers => {
  const after = make(Math.max(1024, 2 * before.length));
  after.set(before);
  return after;
};

/** Builds the index from the weighted terms of each document, in order; of each document nothing is kept but numbers. */
export const indexTerms = (documents: Iterable<ReadonlyMap<string, number>>): Postings => {
  const termOf = new Map<string, number>();
  const counts: number[] = [];
  const ends: number[] = [];
  let terms = new Uint32Array(0);
  let found = new Float32Array(0);
  let end = 0;
  for (const own of documents) {
    for (const [term, weight] of own) {
      const number = termOf.get(term) ?? termOf.size;
      termOf.set(term, number);
      counts[number] = (counts[number] ?? 0) + 1;
      if (end === terms.length) {
        terms = grown(terms, (size) => new Uint32Array(size));
        found = grown(found, (size) => new Float32Array(size));
      }
      terms[end] = number;
      found[end] = weight;
      end += 1;
    }
    ends.push(end);
  }
  const starts = new Uint32Array(termOf.size + 1);
  for (const [term, count] of counts.entries()) starts[term + 1] = (starts[term] ?? 0) + count;
  const docs = new Uint32Array(end);
  const weights = new Float32Array(end);
  const next = starts.slice();
  let from = 0;
  for (const [document, to] of ends.entries()) {
    for (; from < to; from += 1) {
      const number = terms[from] ?? 0;
      const at = next[number] ?? 0;
      docs[at] = document;
      weights[at] = found[from] ?? 0;
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
