/** Each passage together with all questions written for it, as one document: what a single phrasing lacks, another has. */
import type { Policy, Unit } from '../policy/policy.ts';
import { holders, indexTerms, type Postings, weightIn } from './postings.ts';
import type { Thesaurus, Token } from './thesaurus.ts';
import { fieldsOf } from './unit-fields.ts';
import { EXPANDED } from './weights.ts';
import type { WrittenQuestions } from './written-questions.ts';

export type ExpandedReading = {
  /** For every unit the share of what the question turns on that its document holds: 0 to about 2. */
  readonly scores: Float32Array;
  /** Whether the document of a unit holds a word, or one of its kind. */
  readonly holds: (stem: string, unit: number) => boolean;
};

export type ExpandedSignal = (tokens: readonly Token[]) => ExpandedReading;

/** A word, and each kind of words that it belongs to. */
const termsOf = ({ stem, kinds }: Token): readonly string[] => [stem, ...kinds.map((kind) => `#${kind}`)];

/** The weighted terms of each unit in turn: none of them stays in memory. */
function* documentsOf(
  units: readonly Unit[],
  policies: readonly Policy[],
  { texts, owners }: WrittenQuestions,
  { tokens }: Thesaurus,
): Generator<ReadonlyMap<string, number>> {
  const fields = new Map(policies.flatMap((policy) => [...fieldsOf(policy)]));
  const questions = units.map((): number[] => []);
  for (const [at, owner] of owners.entries()) questions[owner]?.push(at);
  for (const [at, { id }] of units.entries()) {
    const own = new Map<string, number>();
    const put = (text: string, weight: number): void => {
      for (const token of tokens(text))
        for (const term of termsOf(token)) own.set(term, (own.get(term) ?? 0) + weight);
    };
    for (const [text, weight] of fields.get(id) ?? []) put(text, EXPANDED.own * weight);
    for (const question of questions[at] ?? []) put(texts[question] ?? '', 1);
    yield own;
  }
}

/** BM25 over documents, indexed once. */
export const expandedSignal = (
  units: readonly Unit[],
  policies: readonly Policy[],
  written: WrittenQuestions,
  thesaurus: Thesaurus,
): ExpandedSignal => scorerOf(units.length, indexTerms(documentsOf(units, policies, written, thesaurus)));

const scorerOf = (count: number, postings: Postings): ExpandedSignal => {
  const { termOf, starts, docs, weights } = postings;
  const lengths = new Float32Array(count);
  for (const [at, document] of docs.entries())
    lengths[document] = (lengths[document] ?? 0) + (weights[at] ?? 0);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count) || 1;
  const idf = (held: number): number => Math.log(1 + (count - held + 0.5) / (held + 0.5));
  return (asked) => {
    const scores = new Float32Array(count);
    let total = 0;
    for (const name of new Set(asked.flatMap(termsOf))) {
      const term = termOf.get(name);
      const rare = idf(term === undefined ? 0 : holders(postings, term));
      total += rare;
      if (term === undefined) continue;
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
        const unit = docs[at] ?? 0;
        const weight = weights[at] ?? 0;
        const long = 1 - EXPANDED.b + (EXPANDED.b * (lengths[unit] ?? 0)) / average;
        scores[unit] =
          (scores[unit] ?? 0) + (rare * weight * (EXPANDED.k1 + 1)) / (weight + EXPANDED.k1 * long);
      }
    }
    if (total > 0) for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
    const termsOfStem = new Map(asked.map((token) => [token.stem, termsOf(token)]));
    return {
      scores,
      holds: (stem, unit) =>
        (termsOfStem.get(stem) ?? []).some((name) => {
          const term = termOf.get(name);
          return term !== undefined && weightIn(postings, term, unit) > 0;
        }),
    };
  };
};
