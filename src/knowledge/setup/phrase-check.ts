/** What is wrong or weak in the phrasings of a company's policies. */
import type { Policy, Unit } from '../policy/policy.ts';
import type { PhrasingFault, ReadPhrasings } from '../policy/policy-phrasings.ts';
import { questionKey } from '../policy/policy-phrasings.ts';
import { gramFeatures, wordFeatures } from '../rank/text-features.ts';
import { indexTexts } from '../rank/text-index.ts';
import { NEIGHBOURS } from '../rank/weights.ts';
import { unitsToPhrase } from './phrase-prompt.ts';

/** One question that stands for two things. */
export type PhrasingConflict = { readonly question: string; readonly quotes: readonly string[] };

export type PhrasingReport = {
  readonly policy: string;
  readonly faults: readonly PhrasingFault[];
  readonly asks: number;
  /** Questions that passages seem to answer and do not. */
  readonly nearMisses: number;
  /** Whether there are so few of them that much gets an answer which the policy does not have. */
  readonly fewNearMisses: boolean;
  /** Passages for which nothing is written. */
  readonly missing: readonly string[];
  /** Passages with few questions, or whose questions are nearer to those of other passages. */
  readonly weak: readonly { readonly quote: string; readonly why: string }[];
};

const FEW = 5;
/** A passage with fewer near misses is taken to answer what it does not (measured: phrase-prompt.ts). */
const NEAR_MISSES = 3;
/** The share of a passage's questions that come back to it, among the first three, when each is left out in turn. */
const HOME_AT = 0.34;
const FIRST = 3;

type CheckedQuestion = { readonly text: string; readonly quote: string; readonly unit: Unit | null };

const askedIn = (files: readonly ReadPhrasings[]): readonly CheckedQuestion[] =>
  files.flatMap(({ lines, units }) =>
    lines.flatMap(({ quote, asks, not }, at) => [
      ...asks.map((text) => ({
        text,
        quote: quote ?? 'nothing: the policies are silent',
        unit: units[at] ?? null,
      })),
      ...not.map((text) => ({ text, quote: 'nothing: the policies are silent', unit: null })),
    ]),
  );

/** Questions that stand under several passages, or under one and under silence. */
export const phrasingConflicts = (files: readonly ReadPhrasings[]): readonly PhrasingConflict[] => {
  const quotes = new Map<string, { readonly question: string; readonly found: Set<string> }>();
  for (const { text, quote } of askedIn(files)) {
    const key = questionKey(text);
    const own = quotes.get(key) ?? { question: text, found: new Set<string>() };
    own.found.add(quote);
    quotes.set(key, own);
  }
  return [...quotes.values()]
    .filter(({ found }) => found.size > 1)
    .map(({ question, found }) => ({ question, quotes: [...found] }));
};

/** For each unit the share of its questions that, left out in turn, find it among the first three by the others, by unit id. */
const comingHome = (asked: readonly CheckedQuestion[]): ReadonlyMap<string, number> => {
  const texts = asked.map(({ text }) => text);
  const byWords = indexTexts(texts, wordFeatures());
  const byGrams = indexTexts(texts, gramFeatures());
  const counts = new Map<string, { home: number; all: number }>();
  for (const [at, { text, unit }] of asked.entries()) {
    if (unit === null) continue;
    const words = byWords(text);
    const grams = byGrams(text);
    const nearest = new Map<string, number>();
    for (const [other, { unit: its }] of asked.entries()) {
      if (other === at || its === null) continue;
      const like = NEIGHBOURS.words * (words[other] ?? 0) + (1 - NEIGHBOURS.words) * (grams[other] ?? 0);
      if (like > (nearest.get(its.id) ?? 0)) nearest.set(its.id, like);
    }
    const mine = nearest.get(unit.id) ?? 0;
    const before = [...nearest.values()].filter((like) => like > mine).length;
    const own = counts.get(unit.id) ?? { home: 0, all: 0 };
    own.all += 1;
    if (before < FIRST) own.home += 1;
    counts.set(unit.id, own);
  }
  return new Map([...counts].map(([id, { home, all }]) => [id, home / all]));
};

/** Checks the phrasings of policies that are read together; `files` in the order of `policies`. */
export const checkPhrasings = (
  policies: readonly Policy[],
  files: readonly ReadPhrasings[],
): readonly PhrasingReport[] => {
  const home = comingHome(askedIn(files));
  return policies.map((policy, at) => {
    const { lines = [], units = [], faults = [] } = files[at] ?? {};
    const counts = new Map<string, number>();
    for (const [place, { asks }] of lines.entries()) {
      const id = units[place]?.id;
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + asks.length);
    }
    const wanted = unitsToPhrase(policy);
    const nearMisses = lines.reduce((sum, { not }) => sum + not.length, 0);
    const weak = wanted.flatMap(({ id, text }) => {
      const asks = counts.get(id) ?? 0;
      if (asks === 0) return [];
      if (asks < FEW) return [{ quote: text, why: `only ${asks} questions` }];
      const share = home.get(id) ?? 0;
      return share < HOME_AT
        ? [
            {
              quote: text,
              why: `${Math.round(100 * (1 - share))} % of its questions lead to other passages`,
            },
          ]
        : [];
    });
    return {
      policy: policy.head.id,
      faults,
      asks: lines.reduce((sum, { asks }) => sum + asks.length, 0),
      nearMisses,
      fewNearMisses: nearMisses < NEAR_MISSES * counts.size,
      missing: wanted.filter(({ id }) => !counts.has(id)).map(({ text }) => text),
      weak,
    };
  });
};
