/** Decides one question by the ranking of units: answered by one to three passages, or silent with what comes closest. */
import type { Unit } from '../policy/policy.ts';
import type { WordBearing } from '../question/word-bearing.ts';
import { type AnswerableModels, chanceOf } from '../rank/answerable.ts';
import { coveredBy, evidenceOf, type WordTelling } from '../rank/evidence.ts';
import type { RankedUnit, Ranking, RankUnits } from '../rank/unit-ranking.ts';
import { ANSWER, CLOSEST } from '../rank/weights.ts';
import { inTurn } from './units-in-turn.ts';

export type UnitDecision = {
  readonly answered: boolean;
  /** Best first; those that answer, or those that come closest. */
  readonly units: readonly Unit[];
  /** The detail that is asked for and that the best passages do not state; null when nothing is known to be lacking. */
  readonly lacks: string | null;
  /** How sure it is that the best passages answer: 0 to 1. */
  readonly confidence: number;
  readonly ranking: Ranking;
};

export type DecideByUnits = (text: string) => UnitDecision;

/** The best passages: those that come near to the best, a list as a whole where several of its points do. */
const chosen = ({ ranked, kinds }: Ranking): readonly RankedUnit[] => {
  const [best] = ranked;
  if (best === undefined) return [];
  const near = ranked.filter(({ score }) => score >= ANSWER.beside * best.score).slice(0, ANSWER.candidates);
  // Of passages that come equally near, those first that state what is asked for.
  const first =
    kinds.length === 0
      ? best
      : (near.find(({ states, score }) => states && score >= ANSWER.equal * best.score) ?? best);
  return [first, ...near.filter((one) => one !== first)].slice(0, ANSWER.most);
};

/** Of the closest passages the one that holds most of what the question turns on: a period for another thing is no answer. */
const onTheThing = (ranking: Ranking, bearing: WordBearing): RankedUnit | undefined =>
  ranking.ranked
    .slice(0, ANSWER.most)
    .map((one) => ({ one, covered: coveredBy(ranking, one.at, bearing) }))
    .toSorted((a, b) => b.covered - a.covered)[0]?.one;

/** What comes closest, less what shares neither matter nor words with the question; nothing where nothing is near. */
const closestIn = (ranking: Ranking, bearing: WordBearing): readonly Unit[] => {
  const { ranked, phrasings } = ranking;
  const best = ranked[0]?.score ?? 0;
  const isNear = ({ at, score, byMeaning, unit }: RankedUnit, place: number): boolean => {
    // Words that introduce a list say nothing without it.
    if (/:\s*$/u.test(unit.text)) return false;
    const { meaning, covered } = place === 0 ? CLOSEST.first : CLOSEST.further;
    const holds = coveredBy(ranking, at, bearing, (stem) => phrasings?.expanded.holds(stem, at) ?? false);
    return (
      (byMeaning >= meaning || holds >= covered) && (place === 0 || score >= CLOSEST.further.near * best)
    );
  };
  return ranked
    .slice(0, ANSWER.most)
    .filter(isNear)
    .map(({ unit }) => unit);
};

/** Whether somebody has written that the policies do not answer this very question. */
const isSaidToBeSilent = ({ phrasings }: Ranking): boolean =>
  phrasings !== null && Math.max(phrasings.nearMiss, phrasings.nearSilence) >= ANSWER.sameQuestion;

export const unitDecider = (
  { rank }: RankUnits,
  telling: WordTelling & { readonly answerable: AnswerableModels },
): DecideByUnits => {
  const decided = (text: string, ranking: Ranking): UnitDecision => {
    const evidence = evidenceOf(text, ranking, telling);
    const closest = (): readonly Unit[] => closestIn(ranking, telling.bearing);
    if (evidence === null) return { answered: false, units: closest(), lacks: null, confidence: 0, ranking };
    const units = chosen(ranking);
    const confidence = chanceOf(
      ranking.phrasings === null ? telling.answerable.without : telling.answerable.withPhrasings,
      evidence,
    );
    const lacking = ranking.kinds.length > 0 && onTheThing(ranking, telling.bearing)?.states === false;
    const answered = confidence >= ANSWER.at;
    return {
      answered,
      units: answered ? units.map(({ unit }) => unit) : closest(),
      lacks: lacking ? (ranking.kinds[0]?.lacks ?? null) : null,
      confidence,
      ranking,
    };
  };
  return (text) => {
    const ranking = rank(text);
    const byAll = decided(text, ranking);
    if (byAll.answered || ranking.beside === null || isSaidToBeSilent(ranking)) return byAll;
    // Phrasings say nothing of a passage that has none, and little of a question that nobody thought of: there the text decides.
    const alone = ranking.beside.ranking();
    const [first] = alone.ranked;
    if (first === undefined) return byAll;
    const byText = decided(text, alone);
    const agreed =
      byText.confidence >= ANSWER.byTextAt &&
      ranking.ranked.slice(0, ANSWER.most).some(({ at }) => at === first.at);
    if (!agreed && !ranking.beside.isUnwritten(first.at)) return byAll;
    return byText.answered ? byText : { ...byAll, units: inTurn([byText.units, byAll.units], ANSWER.most) };
  };
};
