/** Decides one question by what it may mean. */
import type { Unit } from '../policy/policy.ts';
import type { Entry } from '../policy/policy-map.ts';
import { missingSlot } from '../question/gates.ts';
import type { Topic } from '../question/topics.ts';
import type { Understanding } from '../question/understanding.ts';
import type { Outcome } from './answer.ts';
import type { DecideByUnits } from './decide-by-units.ts';
import type { Asked, TopicReading } from './readings.ts';

/** Nothing on the topic, or only a detail that is lacking: the policy must not be said to be silent on what it answers. */
export type Silence = Pick<AnswerDecision, 'lacks' | 'confidence'> & { readonly topic: Topic };

/** What is to be said, before it is worded and cited. */
export type AnswerDecision = {
  readonly outcome: Outcome;
  /** Of silence: whether people have said, by a map, that the policy has nothing on it. */
  readonly certain: boolean;
  readonly topics: readonly Topic[];
  /** What else the message asks and the policy does not answer. */
  readonly silentOn: readonly Silence[];
  /** The detail that was asked for and that the passages on the topic do not state. */
  readonly lacks: string | null;
  readonly units: readonly Unit[];
  readonly near: readonly Unit[];
  readonly others: readonly Topic[];
  /** Plain questions besides, which passages of a policy that nobody mapped answer. */
  readonly offers: readonly string[];
  readonly confidence: number;
};

/** Below this the reading is not trusted enough to answer. */
const ANSWER_AT = 0.02;
/** From here on a reading is sure: below it other readings are offered, and nothing is answered in a few words. */
export const SURE_AT = 0.35;
const OFFER_AT = 0.02;
/** Beside silence a fainter reading is worth a button too. */
const MENTIONED_AT = 0.008;
/** So many times likelier than the second reading, the first needs no others beside it. */
const CLEAR = 5;

export const nothing = {
  certain: false,
  topics: [],
  silentOn: [],
  lacks: null,
  units: [],
  near: [],
  others: [],
  offers: [],
} as const;

export type Parts = {
  readonly understanding: Understanding;
  readonly entryOf: (topic: Topic, asked?: Asked) => Entry;
  readonly byUnits: DecideByUnits;
};

/** `asked` has the words as they were written, too: a detail may be lost where spelling is repaired. */
export type DecideOne = (asked: string, text: string, readings: readonly TopicReading[]) => AnswerDecision;

/** Decides what one question of privacy gets, by its likeliest reading. */
export const oneDecider = ({ understanding, entryOf, byUnits }: Parts): DecideOne => {
  const offered = (
    readings: readonly TopicReading[],
    but: readonly Topic[],
    from: number = OFFER_AT,
  ): readonly Topic[] =>
    readings
      .filter(
        ({ topic, chance }) =>
          chance >= from &&
          !but.includes(topic) &&
          topic.question !== undefined &&
          entryOf(topic).says.length > 0,
      )
      .map(({ topic }) => topic)
      .slice(0, 3);

  return (asked, text, readings) => {
    const [best] = readings;
    if (best === undefined || best.chance < ANSWER_AT) {
      const near = byUnits(text).units;
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
      return {
        ...nothing,
        outcome: 'silent',
        certain: true,
        topics: [best.topic],
        // Where people have said that nothing is on it, only what they have put beside it comes close.
        near: entry.near.slice(0, 3),
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
        certain: true,
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
};
