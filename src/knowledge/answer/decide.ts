/** Decides a whole message: its parts, its claims, its outcome. */
import type { Unit } from '../policy/policy.ts';
import { clausesOf } from '../question/clauses.ts';
import type { Matter } from '../question/matter.ts';
import { DECLINED, OUTSIDE } from '../question/topics.ts';
import { wordsOf } from '../question/words.ts';
import { asksUnheardOf } from '../rank/evidence.ts';
import {
  type AnswerDecision,
  nothing,
  oneDecider,
  type Parts as PartsOfOne,
  type Silence,
} from './decide-one.ts';
import { outsideJudge } from './outside.ts';
import type { TopicReading } from './readings.ts';
import { unique } from './units-in-turn.ts';
import { ofPrivacy, weigher } from './weigh.ts';

const CLAUSE_AT = 0.1;
/** The same for what a message takes for granted. */
const CLAIM_AT = 0.15;
/** The same where nothing else in the message is a matter of privacy: an answer beside the point is worse than none. */
const ONLY_CLAIM_AT = 0.3;
/** So short a question turns on the thing that it names; below this an answer to it is guessed where the policies know no such thing. */
const SHORT = 8;
const GUESSED_AT = 0.3;
/** How sure a passage has to be by its words, so that its matter is the policy's whatever the models of scope say. */
const HELD_AT = 0.8;
/** So many times surer than what is asked, what is said on a claim comes first. */
const SURER = 2;
const REFERS_BACK = /\b(?:this|that|these|those|it|them|one|ones)\b/iu;
/** So many passages are promised at most, but for a list that is the answer: it stays whole. */
const MOST = 6;
/** Words that join two things in one question. */
const JOINS =
  /\b(?:and|both|as well as|plus|versus|vs|compared (?:to|with)|(?:the )?same as|differen\w+ (?:from|between)|or)\b/iu;
/** How near the second reading has to come to the first to be taken for the second half of the question. */
const SECOND_AT = 0.4;
const FIRST_AT = 0.12;

type Parts = PartsOfOne & {
  /** The passage that each topic leads to, where people have said so. */
  readonly leads: ReadonlyMap<string, Unit>;
};

const unitsOf = (decisions: readonly AnswerDecision[]): readonly Unit[] =>
  unique(decisions.flatMap(({ units }) => units)).slice(0, Math.max(MOST, decisions[0]?.units.length ?? 0));

const silencesOf = ({ outcome, topics, lacks, confidence }: AnswerDecision): readonly Silence[] =>
  outcome === 'silent' ? topics.map((topic) => ({ topic, lacks, confidence })) : [];

/** Decides what a message gets: an answer from units, silence with what comes close, or neither. */
export const decider = ({ leads, ...parts }: Parts): ((message: string) => AnswerDecision) => {
  const { understanding, entryOf, byUnits } = parts;
  const readingsOf = weigher(understanding, leads);
  const single = oneDecider(parts);
  const isOutside = outsideJudge(understanding, byUnits);

  const several = (clauses: readonly string[], text: string): AnswerDecision | null => {
    // "… and how do I get a copy?" hangs on the clause before it.
    if (clauses.some((clause) => understanding.vocabulary.stems(clause).length < 2)) return null;
    const parts = clauses.map((clause) => ({ clause, readings: readingsOf(clause, text) }));
    const sure = parts.every(({ readings: [best] }) => best !== undefined && best.chance >= CLAUSE_AT);
    const own = new Set(parts.map(({ readings: [best] }) => best?.topic.id));
    if (!sure || own.size < parts.length || own.has(OUTSIDE) || own.has(DECLINED)) return null;
    const decided = parts.map(({ clause, readings }) => single(clause, clause, readings));
    const answered = decided.filter(({ outcome }) => outcome === 'answered');
    if (answered.length === 0) return null;
    return {
      outcome: 'answered',
      certain: false,
      lacks: null,
      topics: answered.flatMap(({ topics }) => topics),
      silentOn: decided.flatMap(silencesOf),
      units: unitsOf(answered),
      near: [],
      others: [],
      offers: [],
      confidence: Math.min(...decided.map(({ confidence }) => confidence)),
    };
  };

  /** One question on two things that are close: both are answered, the likelier first. */
  const joined = (
    text: string,
    [first, second]: readonly TopicReading[],
    whole: AnswerDecision,
  ): AnswerDecision | null => {
    if (first === undefined || second === undefined || whole.outcome !== 'answered' || !JOINS.test(text))
      return null;
    if (
      first.chance < FIRST_AT ||
      second.chance < SECOND_AT * first.chance ||
      entryOf(second.topic).says.length === 0
    )
      return null;
    const units = unique([...whole.units, ...entryOf(second.topic).says]);
    if (units.length > MOST) return null;
    return { ...whole, topics: [...whole.topics, second.topic], units, others: [] };
  };

  const answerTo = (claim: string, sureAt: number): AnswerDecision | null => {
    const text = understanding.repair(claim);
    const readings = ofPrivacy(readingsOf(text));
    const [best] = readings;
    if (best === undefined || best.chance < sureAt) return null;
    const found = single(text, text, readings);
    return found.outcome === 'answered' ? found : null;
  };

  /** What a message takes for granted is set right beside its answer: the policy's words on it, where they are clear. */
  const withClaims = (decision: AnswerDecision, { asked, claims }: Matter): AnswerDecision => {
    const sureAt = decision.outcome === 'out_of_scope' ? ONLY_CLAIM_AT : CLAIM_AT;
    const found = claims.flatMap((claim) => answerTo(claim, sureAt) ?? []);
    // What follows from a claim and is asked of "this one" says little by itself: the surer comes first.
    const heard = (decision.outcome === 'answered' ? [decision, ...found] : found).toSorted((a, b) =>
      REFERS_BACK.test(asked)
        ? Number(b.confidence > SURER * a.confidence) - Number(a.confidence > SURER * b.confidence)
        : 0,
    );
    const [first, ...others] = heard;
    if (first === undefined) return decision;
    return {
      ...first,
      topics: [first, ...others].flatMap(({ topics }) => topics),
      silentOn: [...first.silentOn, ...silencesOf(decision)],
      units: unitsOf([first, ...others]),
    };
  };

  const isSurelyHeld = (text: string): boolean => {
    const { answered, confidence } = byUnits(text);
    return answered && confidence >= HELD_AT;
  };

  /** Silence instead of an answer that is only guessed. */
  const unlessGuessed = (text: string, decision: AnswerDecision): AnswerDecision => {
    const { outcome, confidence } = decision;
    if (outcome !== 'answered' || confidence >= GUESSED_AT || wordsOf(text).length > SHORT) return decision;
    const { answered, units, ranking } = byUnits(text);
    return asksUnheardOf(ranking, understanding.isWord)
      ? { ...nothing, outcome: 'silent', near: answered ? [] : units, confidence }
      : decision;
  };

  return (message) => {
    const matter = understanding.matter(message);
    const { asked: question, claims } = matter;
    const gate = understanding.gate(question);
    if (gate === 'declined' || (gate === null && understanding.isOrder(message, claims.length > 0)))
      return { ...nothing, outcome: 'declined', confidence: 0.95 };
    const text = understanding.repair(question);
    const readings = readingsOf(text, understanding.repair(message));
    const [best] = readings;
    if (gate === 'out_of_scope' || wordsOf(text).length === 0)
      return { ...nothing, outcome: 'out_of_scope', confidence: 0.9 };
    const about = ofPrivacy(readings);
    // What is asked may be idle where what is taken for granted is not: then that is set right.
    if (isOutside(text, readings) && !isSurelyHeld(text))
      return withClaims({ ...nothing, outcome: 'out_of_scope', confidence: best?.chance ?? 0.5 }, matter);
    const clauses = clausesOf(text);
    const whole = single(`${question}\n${text}`, text, about);
    const decided =
      (clauses.length < 2 ? null : several(clauses, text)) ?? joined(text, about, whole) ?? whole;
    return withClaims(unlessGuessed(text, decided), matter);
  };
};
