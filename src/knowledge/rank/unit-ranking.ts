/** One ranking over the units of all policies: every signal, in one number for each unit. */

import type { Policy, Unit } from '../policy/policy.ts';
import type { ReadPhrasings } from '../policy/policy-phrasings.ts';
import type { Understanding } from '../question/understanding.ts';
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
  { offTopicLines, thesaurus, likeness }: Understanding,
) => {
  const written = writtenQuestions(phrasings, units);
  const byPhrasings = phrasingSignal(written, units.length, offTopicLines);
  return {
    byPhrasings,
    byExpanded: byPhrasings === null ? null : expandedSignal(units, policies, written, thesaurus),
    byMeaning: likenessSignal(units, policies, written, likeness, thesaurus),
    plain: plainQuestions(written),
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
  const { byPhrasings, byExpanded, byMeaning, plain } = signals;
  const kindWeight = byPhrasings === null ? SIGNALS.stated : NEIGHBOURS.stated;
  const stated = statedKinds(allKinds, units);
  const leads = new Set(
    units.flatMap(({ leadIn, policy }) => (leadIn === null ? [] : [`${policy}:${leadIn.start}`])),
  );
  const introduces = Uint8Array.from(units, ({ id, text }) => (leads.has(id) && /:\W*$/u.test(text) ? 1 : 0));
  const numbers = new Map(units.map(({ id }, at) => [id, at]));
  const ranked = (text: string): Ranking => {
    const kinds = kindsAsked(allKinds, text);
    const spent = new Set(kinds.flatMap(({ spends }) => [...spends]));
    const tokens = thesaurus.tokens(text);
    const { scores, words } = byText(tokens, spent);
    const topics = byTopics(understanding.likely(text));
    const wanted = kinds.reduce((bits, kind) => bits | (1 << allKinds.indexOf(kind)), 0);
    for (let at = 0; at < scores.length; at += 1) {
      const states = ((stated[at] ?? 0) & wanted) === wanted;
      const detail = wanted === 0 ? 1 : states ? 1 + kindWeight : 1 - kindWeight;
      const lead = introduces[at] === 1 ? SIGNALS.introduces : 1;
      scores[at] = ((scores[at] ?? 0) + SIGNALS.topics * (topics[at] ?? 0)) * detail * lead;
    }
    const expanded = byExpanded?.(tokens);
    const near = byPhrasings?.(text);
    const phrasings = near === undefined || expanded === undefined ? null : { ...near, expanded };
    const likeness = byMeaning(text);
    const whole =
      phrasings === null
        ? scores.map((score, at) => score + LIKENESS.alone * (likeness.passages[at] ?? 0))
        : phrasings.units.map(
            (like, at) =>
              like +
              NEIGHBOURS.text * (scores[at] ?? 0) +
              EXPANDED.weight * (phrasings.expanded.scores[at] ?? 0) +
              LIKENESS.passage * (likeness.passages[at] ?? 0) +
              LIKENESS.phrasings * (likeness.phrasings[at] ?? 0),
          );
    const best = highest(whole, MOST).flatMap((at): readonly RankedUnit[] => {
      const unit = units[at];
      const states =
        ((stated[at] ?? 0) & wanted) === wanted && unit !== undefined && statesAfresh(kinds, unit, text);
      const score = whole[at] ?? 0;
      return unit === undefined
        ? []
        : [
            {
              unit,
              at,
              score,
              byText: scores[at] ?? 0,
              byTopics: topics[at] ?? 0,
              byMeaning: likeness.passages[at] ?? 0,
              states,
            },
          ];
    });
    return { ranked: best, units: units.length, words, kinds, likeness, phrasings };
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
