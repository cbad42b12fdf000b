/** Which passages share words, or words of the same kind, with a question: the first signal of the ranking. */
import type { Policy, Unit } from '../policy/policy.ts';
import { holders, indexTerms, type Postings, weightIn } from './postings.ts';
import type { Rarity } from './rarity.ts';
import { similarWords } from './similar-words.ts';
import type { Thesaurus, Token } from './thesaurus.ts';
import { fieldsOf } from './unit-fields.ts';
import { TEXT } from './weights.ts';

/** A word of a question, and what it finds. */
export type AskedWord = {
  /** As it is written. */
  readonly word: string;
  readonly stem: string;
  readonly weight: number;
  readonly phrase: boolean;
  readonly inPhrase: boolean;
  /** Those whose data is held: a passage need not name them. */
  readonly person: boolean;
  /** The thesaurus knows it: it is a thing that people ask about. */
  readonly listed: boolean;
  /** It only says what kind of answer is wanted. */
  readonly spent: boolean;
  /** Whether the word, a word of its kind, or one written alike stands in any passage. */
  readonly known: 'word' | 'kind' | 'alike' | 'nowhere';
  /** How well a passage holds it: 0 not at all, about 1 once. */
  readonly heldBy: (unit: number) => number;
  /** Whether the very word stands in the text of a passage, not only around it. */
  readonly standsIn: (unit: number) => boolean;
};

export type TextSignal = (
  tokens: readonly Token[],
  spent: ReadonlySet<string>,
) => { readonly scores: Float32Array; readonly words: readonly AskedWord[] };

type Source = { readonly term: number; readonly postings: Postings; readonly share: number };

const plus = (terms: Map<string, number>, term: string, weight: number): void => {
  terms.set(term, (terms.get(term) ?? 0) + weight);
};

/** Indexes the units once; what comes back weighs the words of one question against all of them. */
export const textSignal = (
  units: readonly Unit[],
  policies: readonly Policy[],
  thesaurus: Thesaurus,
  rarity: Rarity,
): TextSignal => {
  const fields = new Map(policies.flatMap((policy) => [...fieldsOf(policy)]));
  const lengths = new Float32Array(units.length);
  const stems: Map<string, number>[] = [];
  const kinds: Map<string, number>[] = [];
  for (const [at, unit] of units.entries()) {
    const own = new Map<string, number>();
    const ofKind = new Map<string, number>();
    for (const [text, weight] of fields.get(unit.id) ?? []) {
      for (const token of thesaurus.tokens(text)) {
        plus(own, token.stem, weight);
        for (const kind of token.kinds) plus(ofKind, String(kind), weight);
        if (!token.phrase) lengths[at] = (lengths[at] ?? 0) + weight;
      }
    }
    stems.push(own);
    kinds.push(ofKind);
  }
  const byStem = indexTerms(stems);
  const byKind = indexTerms(kinds);
  const { length: count } = units;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count) || 1;
  const idf = (held: number): number => Math.log(1 + (count - held + 0.5) / (held + 0.5));
  /** Only passages that have the word in their own text make it a common one: a heading repeats it for all below. */
  const ownCounts = new Map<number, number>();
  const inOwnText = (term: number): number => {
    const before = ownCounts.get(term);
    if (before !== undefined) return before;
    let own = 0;
    for (let at = byStem.starts[term] ?? 0; at < (byStem.starts[term + 1] ?? 0); at += 1)
      if ((byStem.weights[at] ?? 0) >= 1) own += 1;
    ownCounts.set(term, own);
    return own;
  };
  const saturated = (weight: number, unit: number): number =>
    (weight * (TEXT.k1 + 1)) / (weight + TEXT.k1 * (1 - TEXT.b + (TEXT.b * (lengths[unit] ?? 0)) / average));
  const alike = similarWords([...byStem.termOf.keys()].filter((stem) => !stem.includes(' ')));

  const wordOf = (
    token: Token,
    spent: boolean,
  ): { readonly word: AskedWord; readonly sources: readonly Source[] } => {
    const exact = byStem.termOf.get(token.stem);
    const rare = idf(exact === undefined ? 0 : inOwnText(exact));
    const weight =
      (TEXT.asked * rarity(token.stem) + (1 - TEXT.asked) * rare) *
      (token.phrase ? TEXT.phrase : 1) *
      (spent ? TEXT.spent : 1);
    const sources: Source[] = exact === undefined ? [] : [{ term: exact, postings: byStem, share: 1 }];
    for (const kind of token.kinds) {
      const term = byKind.termOf.get(String(kind));
      if (term === undefined) continue;
      const share = TEXT.kind * Math.min(1, idf(holders(byKind, term)) / Math.max(0.5, rare));
      sources.push({ term, postings: byKind, share });
    }
    const known = exact !== undefined ? 'word' : sources.length > 0 ? 'kind' : 'nowhere';
    if (exact === undefined && !token.phrase)
      for (const { stem, share } of alike(token.stem)) {
        const term = byStem.termOf.get(stem);
        if (term !== undefined) sources.push({ term, postings: byStem, share: TEXT.alike * share });
      }
    const heldBy = (unit: number): number =>
      sources.reduce((most, { term, postings, share }) => {
        const held = weightIn(postings, term, unit);
        return held === 0 ? most : Math.max(most, share * saturated(held, unit));
      }, 0);
    const word: AskedWord = {
      word: token.word,
      stem: token.stem,
      listed: token.kinds.length > 0,
      weight,
      phrase: token.phrase,
      inPhrase: token.inPhrase,
      person: token.person,
      spent,
      known: known === 'nowhere' && sources.length > 0 ? 'alike' : known,
      heldBy,
      standsIn: (unit) => exact !== undefined && weightIn(byStem, exact, unit) >= 1,
    };
    return { word, sources };
  };

  return (tokens, spent) => {
    const asked = [...new Map(tokens.map((token) => [token.stem, token])).values()].map((token) =>
      wordOf(token, spent.has(token.stem)),
    );
    const scores = new Float32Array(count);
    const best = new Float32Array(count);
    let total = 0;
    for (const { word, sources } of asked) {
      total += word.weight;
      const touched: number[] = [];
      for (const { term, postings, share } of sources) {
        for (let at = postings.starts[term] ?? 0; at < (postings.starts[term + 1] ?? 0); at += 1) {
          const unit = postings.docs[at] ?? 0;
          const value = share * saturated(postings.weights[at] ?? 0, unit);
          const before = best[unit] ?? 0;
          if (before === 0) touched.push(unit);
          if (value > before) best[unit] = value;
        }
      }
      for (const unit of touched) {
        scores[unit] = (scores[unit] ?? 0) + word.weight * (best[unit] ?? 0);
        best[unit] = 0;
      }
    }
    if (total > 0) for (let at = 0; at < count; at += 1) scores[at] = (scores[at] ?? 0) / total;
    return { scores, words: asked.map(({ word }) => word) };
  };
};
