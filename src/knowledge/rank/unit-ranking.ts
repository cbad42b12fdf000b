/** One ranking over the units of all policies: every signal, in one number for each unit. */

import type { Policy, Unit } from '../policy/policy.ts';
import type { ReadPhrasings } from '../policy/policy-phrasings.ts';
import type { Understanding } from '../question/understanding.ts';
import { wordsOf } from '../question/words.ts';
import { type AskedKind, kindsAsked, statedKinds, statesAfresh } from './asked-kinds.ts';
import { type ExpandedReading, expandedSignal } from './expanded-signal.ts';
import { highest } from './highest.ts';
import { type LikenessReading, likenessSignal } from './likeness-signal.ts';
import { type PhrasingReading, phrasingSignal } from './phrasing-signal.ts';
import { rarityOf } from './rarity.ts';
import { type AskedWord, textSignal } from './text-signal.ts';
import { topicSignal } from './topic-signal.ts';
import { answeringUnits } from './unit-fields.ts';
import { EXPANDED, LIKENESS, NEIGHBOURS, SIGNALS } from './weights.ts';
import { plainQuestions, writtenQuestions } from './written-questions.ts';

export type RankedUnit = {
  readonly unit: Unit;
  /** The number of the unit, as the words of the question know it. */
  readonly at: number;
  readonly score: number;
  /** The same without phrasings and without likeness. */
  readonly byText: number;
  /** Its likeness in meaning: -1 to 1. */
  readonly byMeaning: number;
  /** Its likeness to the words of the likely topics. */
  readonly byTopics: number;
  /** Whether it states every kind of answer that is asked for. */
  readonly states: boolean;
};

export type Ranking = {
  /** Best first; units that share nothing with the question are left out. */
  readonly ranked: readonly RankedUnit[];
  /** How many units were ranked. */
  readonly units: number;
  readonly words: readonly AskedWord[];
  readonly kinds: readonly AskedKind[];
  readonly likeness: LikenessReading;
  /** Null where no policy has phrasings. */
  readonly phrasings: (PhrasingReading & { readonly expanded: ExpandedReading }) | null;
  /** The same question by the text alone, and which passages nobody has written questions for; null where there are no phrasings at all. */
  readonly beside: {
    readonly ranking: () => Ranking;
    readonly isUnwritten: (unit: number) => boolean;
  } | null;
};

export type RankUnits = {
  readonly rank: (text: string) => Ranking;
  /** The number by which the words of a ranking know a unit; undefined for a sentence within a bullet. */
  readonly numberOf: (unit: Unit) => number | undefined;
  /** A plain question that is written for a unit, fit for a button; undefined where there is none. */
  readonly plainQuestionOf: (unit: Unit) => string | undefined;
};

const MOST = 30;
/** So many texts keep their ranking. */
const REMEMBERED = 4;

/** Apart from the ranking, so that the phrasings themselves do not stay in memory. */
const phrasingSignals = (
  units: readonly Unit[],
  policies: readonly Policy[],
  phrasings: readonly ReadPhrasings[],
  { offTopicLines, thesaurus, likeness, isWord }: Understanding,
) => {
  const written = writtenQuestions(phrasings, units);
  const texts = policies.map(({ file }) => file);
  const own = new Set(texts.flatMap(wordsOf));
  const inCapitals = texts.flatMap((text) => text.match(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu) ?? []);
  const small = new Set(
    texts
      .flatMap((text) => text.match(/(?<!\p{L})\p{Lu}?\p{Ll}{1,4}(?!\p{L})/gu) ?? [])
      .map((word) => word.toLowerCase()),
  );
  const short = new Set(inCapitals.map((word) => word.toLowerCase()).filter((word) => !small.has(word)));
  const byPhrasings = phrasingSignal(written, units.length, offTopicLines);
  const hasQuestion = new Uint8Array(units.length);
  for (const owner of written.owners) if (owner >= 0) hasQuestion[owner] = 1;
  return {
    hasQuestion,
    byPhrasings,
    byExpanded: byPhrasings === null ? null : expandedSignal(units, policies, written, thesaurus),
    byMeaning: likenessSignal(units, policies, written, likeness, thesaurus),
    plain: plainQuestions(written, { isWord: (word) => isWord(word) || own.has(word), short }),
  };
};

/** Indexes all whole units of the policies and their phrasings; the question comes in with its spelling repaired. */
export const unitRanking = (
  policies: readonly Policy[],
  understanding: Understanding,
  phrasings: readonly ReadPhrasings[] = [],
): RankUnits => {
  const units = policies.flatMap(answeringUnits);
  const { thesaurus, kinds: allKinds, vocabulary, profiles, known: asked } = understanding;
  const byText = textSignal(units, policies, thesaurus, rarityOf(asked));
  const byTopics = topicSignal(units, profiles, vocabulary);
  const signals = phrasingSignals(units, policies, phrasings, understanding);
  const { byPhrasings, byExpanded, byMeaning, plain, hasQuestion } = signals;
  const stated = statedKinds(allKinds, units);
  const leads = new Set(
    units.flatMap(({ leadIn, policy }) => (leadIn === null ? [] : [`${policy}:${leadIn.start}`])),
  );
  const introduces = Uint8Array.from(units, ({ id, text }) => (leads.has(id) && /:\W*$/u.test(text) ? 1 : 0));
  const numbers = new Map(units.map(({ id }, at) => [id, at]));
  const unwritten = Uint8Array.from(units, (_, at) =>
    introduces[at] === 1 || hasQuestion[at] === 1 ? 0 : 1,
  );
  const ranked = (text: string): Ranking => {
    const kinds = kindsAsked(allKinds, text);
    const spent = new Set(kinds.flatMap(({ spends }) => [...spends]));
    const tokens = thesaurus.tokens(text);
    const { scores, words } = byText(tokens, spent);
    const topics = byTopics(understanding.likely(text));
    const wanted = kinds.reduce((bits, kind) => bits | (1 << allKinds.indexOf(kind)), 0);
    const statesAll = (at: number): boolean => ((stated[at] ?? 0) & wanted) === wanted;
    const likeness = byMeaning(text);
    /** What the text says, with what a passage gains that states the kind of answer that is wanted. */
    const scoresBy = (kindWeight: number): Float32Array =>
      scores.map((score, at) => {
        const detail = wanted === 0 ? 1 : statesAll(at) ? 1 + kindWeight : 1 - kindWeight;
        const lead = introduces[at] === 1 ? SIGNALS.introduces : 1;
        return (score + SIGNALS.topics * (topics[at] ?? 0)) * detail * lead;
      });
    const best = (whole: Float32Array, own: Float32Array): readonly RankedUnit[] =>
      highest(whole, MOST).flatMap((at): readonly RankedUnit[] => {
        const unit = units[at];
        return unit === undefined
          ? []
          : [
              {
                unit,
                at,
                score: whole[at] ?? 0,
                byText: own[at] ?? 0,
                byTopics: topics[at] ?? 0,
                byMeaning: likeness.passages[at] ?? 0,
                states: statesAll(at) && statesAfresh(kinds, unit, text),
              },
            ];
      });
    const shared = { units: units.length, words, kinds, likeness };
    const alone = (): Ranking => {
      const own = scoresBy(SIGNALS.stated);
      const whole = own.map((score, at) => score + LIKENESS.alone * (likeness.passages[at] ?? 0));
      return { ...shared, ranked: best(whole, own), phrasings: null, beside: null };
    };
    const expanded = byExpanded?.(tokens);
    const near = byPhrasings?.(text);
    if (near === undefined || expanded === undefined) return alone();
    const own = scoresBy(NEIGHBOURS.stated);
    const whole = near.units.map(
      (like, at) =>
        like +
        NEIGHBOURS.text * (own[at] ?? 0) +
        EXPANDED.weight * (expanded.scores[at] ?? 0) +
        LIKENESS.passage * (likeness.passages[at] ?? 0) +
        LIKENESS.phrasings * (likeness.phrasings[at] ?? 0),
    );
    const beside = { ranking: alone, isUnwritten: (unit: number) => unwritten[unit] === 1 };
    return { ...shared, ranked: best(whole, own), phrasings: { ...near, expanded }, beside };
  };
  // Several steps of one answer ask for the same rankings: of the whole message and of its parts.
  const known = new Map<string, Ranking>();
  return {
    rank: (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const ranking = ranked(text);
      const [oldest] = known.keys();
      if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
      known.set(text, ranking);
      return ranking;
    },
    numberOf: ({ id }) => numbers.get(id),
    plainQuestionOf: ({ id }) => plain.get(numbers.get(id) ?? -1),
  };
};
