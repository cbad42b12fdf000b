import { type Likelihoods, softmax } from './topic-model.ts';
import type { Phrasing } from './topics.ts';

const K1 = 0.9;
const B = 0.3;

/** Nearness of a question to every phrasing of the catalogue: by BM25 and by the angle between weighted words. */
export const buildPhrasingIndex = (
  phrasings: readonly Phrasing[],
  terms: (text: string) => readonly string[],
): ((question: string) => { readonly bm25: Likelihoods; readonly nearest: Likelihoods }) => {
  const topics = [...new Set(phrasings.map(({ topic }) => topic))].sort();
  const topicAt = new Map(topics.map((topic, at) => [topic, at]));
  const topicOf = Int16Array.from(phrasings, ({ topic }) => topicAt.get(topic) ?? 0);
  const postings = new Map<string, number[]>();
  const sizes = new Float64Array(phrasings.length);
  const termsOf = phrasings.map(({ phrasing }, at) => {
    const own = [...new Set(terms(phrasing))];
    sizes[at] = own.length;
    for (const term of own) {
      const posting = postings.get(term);
      if (posting === undefined) postings.set(term, [at]);
      else posting.push(at);
    }
    return own;
  });
  const average = sizes.reduce((sum, size) => sum + size, 0) / phrasings.length;
  const idf = new Map(
    [...postings].map(([term, { length }]) => [
      term,
      Math.log(1 + (phrasings.length - length + 0.5) / (length + 0.5)),
    ]),
  );
  const norms = Float64Array.from(
    termsOf,
    (own) => Math.sqrt(own.reduce((sum, term) => sum + (idf.get(term) ?? 0) ** 2, 0)) || 1,
  );
  const unseen = Math.log(1 + phrasings.length);

  return (question) => {
    const scores = new Float64Array(phrasings.length);
    const angles = new Float64Array(phrasings.length);
    let own = 0;
    let best = 0;
    for (const term of new Set(terms(question))) {
      const weight = idf.get(term);
      // A word never seen says that the question is about something else, but words of spelling or names are many.
      own += (weight ?? unseen * 0.5) ** 2;
      best += weight ?? 0;
      for (const at of postings.get(term) ?? []) {
        const norm = 1 - B + (B * (sizes[at] ?? 0)) / average;
        scores[at] = (scores[at] ?? 0) + ((weight ?? 0) * (K1 + 1)) / (1 + K1 * norm);
        angles[at] = (angles[at] ?? 0) + (weight ?? 0) ** 2;
      }
    }
    const byScore = new Float64Array(topics.length);
    const second = new Float64Array(topics.length);
    const byAngle = new Float64Array(topics.length);
    const length = Math.sqrt(own) || 1;
    for (let at = 0; at < phrasings.length; at += 1) {
      const topic = topicOf[at] ?? 0;
      const score = (scores[at] ?? 0) / (best || 1);
      if (score > (byScore[topic] ?? 0)) {
        second[topic] = byScore[topic] ?? 0;
        byScore[topic] = score;
      } else if (score > (second[topic] ?? 0)) second[topic] = score;
      byAngle[topic] = Math.max(byAngle[topic] ?? 0, (angles[at] ?? 0) / (length * (norms[at] ?? 1)));
    }
    const bm = softmax(byScore.map((score, at) => 7 * score + 5 * (second[at] ?? 0)));
    const near = softmax(byAngle.map((angle) => 14 * angle));
    return {
      bm25: new Map(topics.map((topic, at) => [topic, bm[at] ?? 0])),
      nearest: new Map(topics.map((topic, at) => [topic, near[at] ?? 0])),
    };
  };
};
