/** The catalogue of phrasings, searchable by term. */
import { z } from 'zod';
import { packedNumbers, packNumbers } from './packed.ts';
import { type Likelihoods, softmax } from './topic-model.ts';
import type { Phrasing } from './topics.ts';

const K1 = 0.9;
const B = 0.3;

/** Which phrasings hold a term: `holders[starts[n]]` up to `holders[starts[n + 1]]` for term `n`; `topicOf` counts into `topics`. */
export const phrasingIndexSchema = z.object({
  topics: z.array(z.string()),
  topicOf: packedNumbers,
  terms: z.array(z.string()),
  starts: packedNumbers,
  holders: packedNumbers,
});

export type PhrasingIndexFile = z.input<typeof phrasingIndexSchema>;

/** Works out once, when the models are trained, what {@link readPhrasingIndex} looks up. */
export const indexPhrasings = (
  phrasings: readonly Phrasing[],
  terms: (text: string) => readonly string[],
): PhrasingIndexFile => {
  const topics = [...new Set(phrasings.map(({ topic }) => topic))].sort();
  const topicAt = new Map(topics.map((topic, at) => [topic, at]));
  const postings = new Map<string, number[]>();
  for (const [at, { phrasing }] of phrasings.entries()) {
    for (const term of new Set(terms(phrasing))) {
      const posting = postings.get(term);
      if (posting === undefined) postings.set(term, [at]);
      else posting.push(at);
    }
  }
  const starts = [0];
  for (const { length } of postings.values()) starts.push((starts.at(-1) ?? 0) + length);
  return {
    topics,
    topicOf: packNumbers(phrasings.map(({ topic }) => topicAt.get(topic) ?? 0)),
    terms: [...postings.keys()],
    starts: packNumbers(starts),
    holders: packNumbers([...postings.values()].flat()),
  };
};

type PhrasingIndex = z.output<typeof phrasingIndexSchema>;

/** What follows from the index alone. */
type Weighted = {
  readonly termAt: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
  /** How many terms each phrasing has, and how long it is by their weights. */
  readonly sizes: Float64Array;
  readonly roots: Float64Array;
};

const weighted = new WeakMap<PhrasingIndex, Weighted>();

const weigh = (index: PhrasingIndex): Weighted => {
  const before = weighted.get(index);
  if (before !== undefined) return before;
  const { topicOf, terms, starts, holders } = index;
  const { length: count } = topicOf;
  const sizes = new Float64Array(count);
  const norms = new Float64Array(count);
  const idf = Float64Array.from(terms, (_, term) => {
    const length = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    return Math.log(1 + (count - length + 0.5) / (length + 0.5));
  });
  for (const [term, weight] of idf.entries()) {
    for (const at of holders.subarray(starts[term], starts[term + 1])) {
      sizes[at] = (sizes[at] ?? 0) + 1;
      norms[at] = (norms[at] ?? 0) + weight ** 2;
    }
  }
  const roots = norms.map((norm) => Math.sqrt(norm) || 1);
  const own = { termAt: new Map(terms.map((name, at) => [name, at])), idf, sizes, roots };
  weighted.set(index, own);
  return own;
};

/** Nearness of a question to every phrasing of the catalogue: by BM25 and by the angle between weighted words. */
export const readPhrasingIndex = (
  index: PhrasingIndex,
  terms: (text: string) => readonly string[],
): ((question: string) => { readonly bm25: Likelihoods; readonly nearest: Likelihoods }) => {
  const { topics, topicOf, starts, holders } = index;
  const { length: count } = topicOf;
  const { termAt, idf, sizes, roots } = weigh(index);
  const average = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, count);
  const dampings = sizes.map((size) => 1 + K1 * (1 - B + (B * size) / average));
  const unseen = Math.log(1 + count);
  // Scratch of one question, emptied for the next: twenty thousand numbers each.
  const scores = new Float64Array(count);
  const angles = new Float64Array(count);
  return (question) => {
    scores.fill(0);
    angles.fill(0);
    let own = 0;
    let best = 0;
    for (const name of new Set(terms(question))) {
      const term = termAt.get(name);
      const weight = term === undefined ? undefined : idf[term];
      // A word never seen says that the question is about something else, but words of spelling or names are many.
      own += (weight ?? unseen * 0.5) ** 2;
      if (term === undefined || weight === undefined) continue;
      best += weight;
      const square = weight ** 2;
      const most = weight * (K1 + 1);
      for (let place = starts[term] ?? 0; place < (starts[term + 1] ?? 0); place += 1) {
        const at = holders[place] ?? 0;
        scores[at] = (scores[at] ?? 0) + most / (dampings[at] ?? 1);
        angles[at] = (angles[at] ?? 0) + square;
      }
    }
    const byScore = new Float64Array(topics.length);
    const second = new Float64Array(topics.length);
    const byAngle = new Float64Array(topics.length);
    const length = Math.sqrt(own) || 1;
    for (let at = 0; at < count; at += 1) {
      if (angles[at] === 0) continue;
      const topic = topicOf[at] ?? 0;
      const score = (scores[at] ?? 0) / (best || 1);
      if (score > (byScore[topic] ?? 0)) {
        second[topic] = byScore[topic] ?? 0;
        byScore[topic] = score;
      } else if (score > (second[topic] ?? 0)) second[topic] = score;
      const angle = (angles[at] ?? 0) / (length * (roots[at] ?? 1));
      byAngle[topic] = Math.max(byAngle[topic] ?? 0, angle);
    }
    const bm = softmax(byScore.map((score, at) => 7 * score + 5 * (second[at] ?? 0)));
    const near = softmax(byAngle.map((angle) => 14 * angle));
    return {
      bm25: new Map(topics.map((topic, at) => [topic, bm[at] ?? 0])),
      nearest: new Map(topics.map((topic, at) => [topic, near[at] ?? 0])),
    };
  };
};
