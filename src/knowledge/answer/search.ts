import type { Unit } from '../policy/policy.ts';

/** The terms of a passage and those of a question, each with the weight of its kind. */
export type Terms = {
  readonly said: (text: string) => ReadonlyMap<string, number>;
  readonly asked: (question: string) => ReadonlyMap<string, number>;
};

export type Field = { readonly text: string; readonly weight: number };

export type Ranked = {
  readonly at: number;
  readonly score: number;
  /** Share of the question's terms, weighed by how rare they are, that the passage holds: 0 to 1. */
  readonly covered: number;
};

type Hit = Omit<Ranked, 'at'> & { readonly unit: Unit };

export type Search = (question: string, limit: number) => readonly Hit[];

const K1 = 1.2;
const B = 0.5;

/** BM25 over passages of several fields, each with its weight. */
export const buildRanking = (
  passages: readonly (readonly Field[])[],
  terms: Terms,
): ((question: string) => readonly Ranked[]) => {
  const postings = new Map<string, Map<number, number>>();
  const lengths = new Float64Array(passages.length);
  for (const [at, fields] of passages.entries()) {
    for (const { text, weight } of fields) {
      for (const [term, own] of terms.said(text)) {
        const posting = postings.get(term) ?? new Map<number, number>();
        posting.set(at, (posting.get(at) ?? 0) + weight * own);
        postings.set(term, posting);
        lengths[at] = (lengths[at] ?? 0) + weight * own;
      }
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, passages.length);
  const rarity = (term: string): number => {
    const held = postings.get(term)?.size ?? 0;
    return Math.log(1 + (passages.length - held + 0.5) / (held + 0.5));
  };
  return (question) => {
    const scores = new Float64Array(passages.length);
    const held = new Float64Array(passages.length);
    let all = 0;
    for (const [term, weight] of terms.asked(question)) {
      const idf = weight * rarity(term);
      all += idf;
      for (const [at, tf] of postings.get(term) ?? []) {
        const norm = 1 - B + (B * (lengths[at] ?? 0)) / average;
        scores[at] = (scores[at] ?? 0) + (idf * tf * (K1 + 1)) / (tf + K1 * norm);
        held[at] = (held[at] ?? 0) + idf;
      }
    }
    const ranked: Ranked[] = [];
    for (const [at, score] of scores.entries())
      if (score > 0) ranked.push({ at, score, covered: (held[at] ?? 0) / all });
    return ranked.sort((a, b) => b.score - a.score || a.at - b.at);
  };
};

const HEADING = 0.6;

/** The same over units: the headings above and the lead-in are fields of less weight. */
export const buildSearch = (units: readonly Unit[], terms: Terms): Search => {
  const rank = buildRanking(
    units.map((unit) => [
      { text: unit.text, weight: 1 },
      { text: unit.path.slice(1).join('. '), weight: HEADING },
      { text: unit.leadIn?.text ?? '', weight: HEADING },
    ]),
    terms,
  );
  return (question, limit) =>
    rank(question)
      .slice(0, limit)
      .flatMap(({ at, ...hit }) => {
        const unit = units[at];
        return unit === undefined ? [] : [{ unit, ...hit }];
      });
};
