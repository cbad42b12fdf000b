/** One ranking over the units of all policies: every signal, in one number for each unit. */
import type { Policy, Unit } from '../policy/policy.ts';
import type { Understanding } from '../question/understanding.ts';
import { type AskedKind, kindsAsked, statedKinds } from './asked-kinds.ts';
import { rarityOf } from './rarity.ts';
import { type AskedWord, textSignal } from './text-signal.ts';
import { topicSignal } from './topic-signal.ts';
import { SIGNALS } from './weights.ts';

export type RankedUnit = {
  readonly unit: Unit;
  /** The number of the unit, as the words of the question know it. */
  readonly at: number;
  readonly score: number;
  /** Whether it states every kind of answer that is asked for. */
  readonly states: boolean;
};

export type Ranking = {
  /** Best first; units that share nothing with the question are left out. */
  readonly ranked: readonly RankedUnit[];
  readonly words: readonly AskedWord[];
  readonly kinds: readonly AskedKind[];
};

export type RankUnits = (text: string) => Ranking;

const MOST = 30;

/** The `most` highest, best first, without sorting all of them. */
const highest = (scores: Float32Array, most: number): readonly number[] => {
  const found: number[] = [];
  let least = 0;
  for (const [at, score] of scores.entries()) {
    if (score <= least) continue;
    let place = found.length;
    while (place > 0 && (scores[found[place - 1] ?? 0] ?? 0) < score) place -= 1;
    found.splice(place, 0, at);
    if (found.length > most) found.pop();
    if (found.length === most) least = scores[found[most - 1] ?? 0] ?? 0;
  }
  return found;
};

/** Indexes all whole units of the policies; the question comes in with its spelling repaired. */
export const unitRanking = (policies: readonly Policy[], understanding: Understanding): RankUnits => {
  const units = policies.flatMap(({ units: own }) => own.filter(({ within }) => within === null));
  const { thesaurus, kinds: known, vocabulary, profiles, known: asked } = understanding;
  const byText = textSignal(units, policies, thesaurus, rarityOf(asked));
  const byTopics = topicSignal(units, profiles, vocabulary);
  const stated = statedKinds(known, units);
  const leads = new Set(
    units.flatMap(({ leadIn, policy }) => (leadIn === null ? [] : [`${policy}:${leadIn.start}`])),
  );
  const introduces = Uint8Array.from(units, ({ id, text }) => (leads.has(id) && /:\W*$/u.test(text) ? 1 : 0));
  return (text) => {
    const kinds = kindsAsked(known, text);
    const spent = new Set(kinds.flatMap(({ spends }) => [...spends]));
    const { scores, words } = byText(thesaurus.tokens(text), spent);
    const topics = byTopics(understanding.likely(text));
    const wanted = kinds.reduce((bits, kind) => bits | (1 << known.indexOf(kind)), 0);
    for (let at = 0; at < scores.length; at += 1) {
      const states = ((stated[at] ?? 0) & wanted) === wanted;
      const detail = wanted === 0 ? 1 : states ? 1 + SIGNALS.stated : 1 - SIGNALS.stated;
      const lead = introduces[at] === 1 ? SIGNALS.introduces : 1;
      scores[at] = ((scores[at] ?? 0) + SIGNALS.topics * (topics[at] ?? 0)) * detail * lead;
    }
    const ranked = highest(scores, MOST).flatMap((at): readonly RankedUnit[] => {
      const unit = units[at];
      return unit === undefined
        ? []
        : [{ unit, at, score: scores[at] ?? 0, states: ((stated[at] ?? 0) & wanted) === wanted }];
    });
    return { ranked, words, kinds };
  };
};
