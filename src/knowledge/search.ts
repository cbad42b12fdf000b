import type { Unit } from './policy.ts';
import { stemOf, wordsOf } from './words.ts';

export type Hit = {
  readonly unit: Unit;
  readonly score: number;
  /** Share of the question's terms, weighed by how rare they are, that the unit or its heading holds: 0 to 1. */
  readonly covered: number;
};

export type Search = (question: string, limit: number) => readonly Hit[];

export type Terms = (text: string) => readonly string[];

export const plainTerms: Terms = (text) => wordsOf(text).map(stemOf);

const K1 = 1.2;
const B = 0.5;
const HEADING = 0.6;

/** BM25 over units, the heading and the lead-in as fields of less weight. */
export const buildSearch = (units: readonly Unit[], terms: Terms = plainTerms): Search => {
  const postings = new Map<string, Map<number, number>>();
  const lengths: number[] = [];
  for (const [at, unit] of units.entries()) {
    const own = terms(unit.text);
    lengths.push(own.length);
    const put = (words: readonly string[], weight: number): void => {
      for (const word of words) {
        const posting = postings.get(word) ?? new Map<number, number>();
        posting.set(at, (posting.get(at) ?? 0) + weight);
        postings.set(word, posting);
      }
    };
    put(own, 1);
    put(terms(unit.path.slice(1).join(' ')), HEADING);
    put(terms(unit.leadIn?.text ?? ''), HEADING);
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const unseen = Math.log(1 + units.length);
  return (question, limit) => {
    const scores = new Float64Array(units.length);
    const held = new Float64Array(units.length);
    let all = 0;
    for (const term of new Set(terms(question))) {
      const posting = postings.get(term);
      const idf =
        posting === undefined
          ? unseen
          : Math.log(1 + (units.length - posting.size + 0.5) / (posting.size + 0.5));
      all += idf;
      for (const [at, tf] of posting ?? []) {
        const norm = 1 - B + (B * (lengths[at] ?? 0)) / average;
        scores[at] = (scores[at] ?? 0) + (idf * tf * (K1 + 1)) / (tf + K1 * norm);
        held[at] = (held[at] ?? 0) + idf;
      }
    }
    return units
      .map((unit, at) => ({ unit, score: scores[at] ?? 0, covered: (held[at] ?? 0) / (all || 1) }))
      .filter((hit) => hit.score > 0)
      .toSorted((a, b) => b.score - a.score || a.unit.start - b.unit.start)
      .slice(0, limit);
  };
};
