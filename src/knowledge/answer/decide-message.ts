/** Decides what a message gets where people have mapped no policy: gates first, then the ranking of units. */
import type { Unit } from '../policy/policy.ts';
import { clausesOf } from '../question/clauses.ts';
import { OUTSIDE } from '../question/topics.ts';
import type { Understanding } from '../question/understanding.ts';
import { wordsOf } from '../question/words.ts';
import { coveredBy } from '../rank/evidence.ts';
import { CLOSEST } from '../rank/weights.ts';
import type { DecideByUnits, UnitDecision } from './decide-by-units.ts';
import { type AnswerDecision, nothing, SURE_AT } from './decide-one.ts';
import type { Offers } from './offers.ts';
import type { TopicReading } from './readings.ts';
import { inTurn } from './units-in-turn.ts';
import { ofPrivacy, weigher } from './weigh.ts';

/** Log odds against a matter of privacy, less what the policy covers of the question. */
const OUTSIDE_AT = 3.5;
const COVERED = 3;
/** So much of what a question turns on may stand in no passage before a pattern of small talk counts. */
const UNSPOKEN_AT = 0.75;
/** A question as near as this to a phrasing of a passage is a matter of the policy. */
const NEIGHBOUR_AT = 0.55;
/** The share of nearest phrasings that are no matter of privacy. */
const VOTED_AT = 0.45;
/** Log odds by the models of scope that such a vote needs beside it. */
const DOUBTED_AT = 2;
const MOST = 6;

const heard = (decisions: readonly UnitDecision[]): readonly Unit[] =>
  inTurn(
    decisions.map(({ units }) => units),
    MOST,
  );

export const messageDecider = (
  understanding: Understanding,
  byUnits: DecideByUnits,
  offers: Offers,
): ((message: string) => AnswerDecision) => {
  const readingsOf = weigher(understanding, new Map());

  /** Whether nothing in the policies speaks of what a question turns on. */
  const unspoken = ({ ranking }: UnitDecision): number => {
    const best = ranking.ranked[0];
    return best === undefined ? 1 : 1 - coveredBy(ranking, best.at, understanding.bearing);
  };

  const isOutside = (
    text: string,
    readings: readonly TopicReading[],
    whole: UnitDecision,
    gated: boolean,
  ): boolean => {
    const { phrasings } = whole.ranking;
    const known = ofPrivacy(readings)[0]?.chance ?? 0;
    const odds = understanding.offTopic(text) - Math.log(known + 1e-3);
    if (phrasings !== null)
      return phrasings.nearest < NEIGHBOUR_AT && phrasings.outside >= VOTED_AT && odds >= DOUBTED_AT;
    // A lottery is small talk, but not where the policy is about one.
    if (gated) return unspoken(whole) > UNSPOKEN_AT;
    return !understanding.namesPrivacy(text) && odds - COVERED * (1 - unspoken(whole)) ** 2 >= OUTSIDE_AT;
  };

  const decisionOf = (
    text: string,
    readings: readonly TopicReading[],
    whole: UnitDecision,
  ): AnswerDecision => {
    const topics = readings.filter(({ chance }) => chance >= SURE_AT).map(({ topic }) => topic);
    const clauses = clausesOf(text);
    const parts = clauses.length < 2 ? [] : clauses.map(byUnits);
    const answering = parts.filter(({ answered }) => answered);
    const { lacks, confidence } = whole;
    if (whole.answered || answering.length > 0)
      return {
        ...nothing,
        outcome: 'answered',
        topics,
        units: heard(answering.length > 0 ? [...answering, whole] : [whole]),
        confidence: Math.max(confidence, ...answering.map((part) => part.confidence)),
      };
    return {
      ...nothing,
      outcome: 'silent',
      topics,
      lacks,
      near: confidence < CLOSEST.none ? [] : whole.units,
      offers: offers(text, whole.units, readings),
      confidence,
    };
  };

  return (message) => {
    const { asked, claims } = understanding.matter(message);
    const gate = understanding.gate(asked);
    if (gate === 'declined' || (gate === null && understanding.isOrder(message, claims.length > 0)))
      return { ...nothing, outcome: 'declined', confidence: 0.95 };
    const text = understanding.repair(asked);
    if (wordsOf(text).length === 0) return { ...nothing, outcome: 'out_of_scope', confidence: 0.9 };
    const readings = readingsOf(text, understanding.repair(message));
    const about = ofPrivacy(readings);
    const whole = byUnits(text);
    const outside = readings.find(({ topic }) => topic.id === OUTSIDE)?.chance ?? 0;
    const decision: AnswerDecision = isOutside(text, readings, whole, gate === 'out_of_scope')
      ? { ...nothing, outcome: 'out_of_scope', confidence: Math.max(outside, SURE_AT) }
      : decisionOf(text, about, whole);
    // What a message takes for granted is set right beside its answer or instead of it, where the policy speaks to it.
    const claimed = claims
      .map((claim) => byUnits(understanding.repair(claim)))
      .filter(({ answered }) => answered);
    if (claimed.length === 0) return decision;
    const own = decision.outcome === 'answered' ? [{ ...whole, units: decision.units }] : [];
    return {
      ...decision,
      outcome: 'answered',
      units: heard([...own, ...claimed]),
      near: [],
      offers: [],
      confidence: Math.max(decision.confidence, ...claimed.map(({ confidence }) => confidence)),
    };
  };
};
