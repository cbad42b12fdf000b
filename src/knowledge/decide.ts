import type { Outcome } from './answer.ts';
import { clausesOf } from './clauses.ts';
import { missingSlot } from './gates.ts';
import type { Unit } from './policy.ts';
import type { Entry } from './policy-map.ts';
import type { Asked, Reading } from './readings.ts';
import type { Search } from './search.ts';
import type { Likelihoods } from './topic-model.ts';
import { DECLINED, OUTSIDE, type Topic } from './topics.ts';
import type { Understanding } from './understanding.ts';
import { wordsOf } from './words.ts';

/** What is to be said, before it is worded and cited. */
export type Decision = {
  readonly outcome: Outcome;
  readonly topics: readonly Topic[];
  /** Topics of the same message on which the policy is silent. */
  readonly silentOn: readonly Topic[];
  /** The detail that was asked for and that the passages on the topic do not state. */
  readonly lacks: string | null;
  readonly units: readonly Unit[];
  readonly near: readonly Unit[];
  readonly others: readonly Topic[];
  readonly confidence: number;
};

/** Below this the reading is not trusted enough to answer. */
const ANSWER_AT = 0.02;
/** Below this other readings are offered beside the answer. */
const SURE_AT = 0.35;
const CLAUSE_AT = 0.1;
/** The same for what a message takes for granted. */
const CLAIM_AT = 0.15;
/** How sure it has to be that a message wants a deed, somebody's data or other words than the policy's; more where it claims something that can be set right. */
const ORDER_AT = 0.1;
const ORDER_BESIDE_CLAIM_AT = 0.5;
/** How sure it has to be that a message is no matter of privacy, by its likeness to phrasings. */
const OUTSIDE_AT = 0.3;
/** The same by the model of scope, weighed against the best reading: log odds, chosen on questions of another author. */
const OFF_TOPIC_AT = 0.6;
/** A question whose rarer words stand together in a passage speaks of what the policy speaks of. */
const OWN_WORDS = 3;
const SPOKEN_OF = 20;
/** The same where a message touches nothing that is known of privacy. */
const UNKNOWN_AT = -3;
const OFFER_AT = 0.02;
/** Beside silence a fainter reading is worth a button too. */
const MENTIONED_AT = 0.008;
/** So many times likelier than the second reading, the first needs no others beside it. */
const CLEAR = 5;
const MOST = 9;
/** How much of the chance of a topic counts for the others that lead to the same passage. */
const LENT = 0.5;
/** Words that join two things in one question. */
const JOINS =
  /\b(?:and|both|as well as|plus|versus|vs|compared (?:to|with)|(?:the )?same as|differen\w+ (?:from|between)|or)\b/iu;
/** How near the second reading has to come to the first to be taken for the second half of the question. */
const SECOND_AT = 0.4;
const FIRST_AT = 0.12;

const nothing = { topics: [], silentOn: [], lacks: null, units: [], near: [], others: [] } as const;

type Parts = {
  readonly understanding: Understanding;
  /** The passage that each topic leads to, where people have said so. */
  readonly leads: ReadonlyMap<string, Unit>;
  readonly entryOf: (topic: Topic, asked?: Asked) => Entry;
  readonly search: Search;
};

const unique = (units: readonly Unit[]): readonly Unit[] => [
  ...new Map(units.map((unit) => [unit.id, unit])).values(),
];

/** Decides what a question gets: an answer from units, silence with what comes close, or neither. */
export const decider = ({
  understanding,
  leads,
  entryOf,
  search,
}: Parts): ((question: string) => Decision) => {
  /** A part of a message means what it means alone and within the whole. */
  const within = (part: string, whole: string): Likelihoods => {
    const around = understanding.likely(whole);
    const powers = [...understanding.likely(part)].map(([id, chance]): readonly [string, number] => [
      id,
      Math.sqrt(chance * (around.get(id) ?? 0)),
    ]);
    const sum = powers.reduce((total, [, power]) => total + power, 0);
    return new Map(powers.map(([id, power]) => [id, power / (sum || 1)]));
  };

  /** Likeliest first; topics that lead to one passage lend each other weight. */
  const readingsOf = (text: string, whole: string = text): readonly Reading[] => {
    const likely = whole === text ? understanding.likely(text) : within(text, whole);
    const together = new Map<Unit, number>();
    for (const [id, chance] of likely) {
      const lead = leads.get(id);
      if (lead !== undefined) together.set(lead, (together.get(lead) ?? 0) + chance);
    }
    const weight = ({ topic, chance }: Reading): number => {
      const lead = leads.get(topic.id);
      return lead === undefined ? chance : (1 - LENT) * chance + LENT * (together.get(lead) ?? 0);
    };
    return [...likely]
      .map(([id, chance]) => ({ topic: understanding.topicOf.get(id), chance }))
      .filter((reading): reading is Reading => reading.topic !== undefined)
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, 8);
  };

  const ofPrivacy = (readings: readonly Reading[]): readonly Reading[] =>
    readings.filter(({ topic }) => topic.id !== OUTSIDE && topic.id !== DECLINED);
  const privacyReadings = (text: string): readonly Reading[] => ofPrivacy(readingsOf(text));

  const answerable = (topic: Topic): boolean => entryOf(topic).says.length > 0;

  const offered = (
    readings: readonly Reading[],
    but: readonly Topic[],
    from: number = OFFER_AT,
  ): readonly Topic[] =>
    readings
      .filter(
        ({ topic, chance }) =>
          chance >= from && !but.includes(topic) && topic.question !== undefined && answerable(topic),
      )
      .map(({ topic }) => topic)
      .slice(0, 3);

  const known = (text: string): boolean =>
    understanding.vocabulary.classes(text).length > 0 ||
    understanding.vocabulary.conceptsAsked(text).length > 0;

  /** A question that some topic fits well, or some passage, is let through even with words of the office in it. */
  const offTopic = (text: string, chance: number): boolean => {
    if (understanding.namesPrivacy(text)) return false;
    const odds = understanding.offTopic(text) - Math.log(chance + 1e-3);
    if (odds < OFF_TOPIC_AT) return false;
    const covered = Math.max(0, ...search(text, SPOKEN_OF).map((hit) => hit.covered));
    return odds - OWN_WORDS * covered ** 2 >= OFF_TOPIC_AT;
  };

  const single = (asked: string, text: string, readings: readonly Reading[]): Decision => {
    const [best] = readings;
    if (best === undefined || best.chance < ANSWER_AT) {
      const near = search(text, 2).map((hit) => hit.unit);
      return {
        ...nothing,
        outcome: 'silent',
        near,
        others: offered(readings, [], MENTIONED_AT),
        confidence: 1 - (best?.chance ?? 0),
      };
    }
    const entry = entryOf(best.topic, { text, readings });
    const [, second] = readings;
    // With a reading that stands clear of the next one the answer stays calm.
    const sure = best.chance >= SURE_AT || best.chance >= CLEAR * (second?.chance ?? 0);
    const others = sure ? [] : offered(readings, [best.topic]);
    if (entry.says.length === 0) {
      const near = entry.near.length > 0 ? entry.near : search(text, 2).map((hit) => hit.unit);
      return {
        ...nothing,
        outcome: 'silent',
        topics: [best.topic],
        near: near.slice(0, 3),
        others: offered(readings, [best.topic], MENTIONED_AT),
        confidence: best.chance,
      };
    }
    const missing = missingSlot(
      understanding.slots,
      best.topic.id,
      asked,
      entry.says.flatMap(({ text: own, leadIn, header }) => [own, leadIn?.text ?? '', header?.text ?? '']),
    );
    if (missing !== null) {
      return {
        ...nothing,
        outcome: 'silent',
        topics: [best.topic],
        lacks: missing.lacks,
        near: entry.says.slice(0, 3),
        others: offered(readings, [], MENTIONED_AT),
        confidence: best.chance,
      };
    }
    return {
      ...nothing,
      outcome: 'answered',
      topics: [best.topic],
      units: entry.says,
      others,
      confidence: best.chance,
    };
  };

  const several = (clauses: readonly string[], text: string): Decision | null => {
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
      lacks: null,
      topics: answered.flatMap(({ topics }) => topics),
      silentOn: decided.filter(({ outcome }) => outcome === 'silent').flatMap(({ topics }) => topics),
      units: unique(answered.flatMap(({ units }) => units)).slice(0, MOST),
      near: [],
      others: [],
      confidence: Math.min(...decided.map(({ confidence }) => confidence)),
    };
  };

  /** One question on two things that are close: both are answered, the likelier first. */
  const joined = (text: string, [first, second]: readonly Reading[], whole: Decision): Decision | null => {
    if (first === undefined || second === undefined || whole.outcome !== 'answered' || !JOINS.test(text))
      return null;
    if (first.chance < FIRST_AT || second.chance < SECOND_AT * first.chance || !answerable(second.topic))
      return null;
    const units = unique([...whole.units, ...entryOf(second.topic).says]);
    if (units.length > MOST) return null;
    return { ...whole, topics: [...whole.topics, second.topic], units, others: [] };
  };

  const answerTo = (claim: string): Decision | null => {
    const text = understanding.repair(claim);
    const readings = privacyReadings(text);
    const [best] = readings;
    if (best === undefined || best.chance < CLAIM_AT) return null;
    const found = single(text, text, readings);
    return found.outcome === 'answered' ? found : null;
  };

  /** What a message takes for granted is set right beside its answer: the policy's words on it, where they are clear. */
  const withClaims = (decision: Decision, claims: readonly string[]): Decision => {
    const found = claims.flatMap((claim) => answerTo(claim) ?? []);
    const [first, ...others] = decision.outcome === 'answered' ? [decision, ...found] : found;
    if (first === undefined) return decision;
    return {
      ...first,
      topics: [first, ...others].flatMap(({ topics }) => topics),
      units: unique([first, ...others].flatMap(({ units }) => units)).slice(0, MOST),
    };
  };

  return (message) => {
    const { asked: question, claims } = understanding.matter(message);
    const gate = understanding.gate(question);
    if (gate === 'declined') return { ...nothing, outcome: 'declined', confidence: 0.95 };
    const text = understanding.repair(question);
    const readings = readingsOf(text, understanding.repair(message));
    const [best] = readings;
    if (gate === 'out_of_scope' || wordsOf(text).length === 0)
      return { ...nothing, outcome: 'out_of_scope', confidence: 0.9 };
    const about = ofPrivacy(readings);
    const order = readings.find(({ topic }) => topic.id === DECLINED)?.chance ?? 0;
    if (order > (claims.length > 0 ? ORDER_BESIDE_CLAIM_AT : ORDER_AT) && order > (about[0]?.chance ?? 0))
      return { ...nothing, outcome: 'declined', confidence: order };
    if (
      offTopic(text, about[0]?.chance ?? 0) ||
      (best?.topic.id === OUTSIDE && best.chance >= OUTSIDE_AT) ||
      (!known(text) && (best?.chance ?? 0) < SURE_AT && understanding.offTopic(text) > UNKNOWN_AT)
    ) {
      return { ...nothing, outcome: 'out_of_scope', confidence: best?.chance ?? 0.5 };
    }
    const clauses = clausesOf(text);
    const whole = single(`${question}\n${text}`, text, about);
    const decided =
      (clauses.length < 2 ? null : several(clauses, text)) ?? joined(text, about, whole) ?? whole;
    return withClaims(decided, claims);
  };
};
