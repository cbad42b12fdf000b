/** Weighs what a question may mean against each other. */
import type { Unit } from '../policy/policy.ts';
import type { Likelihoods } from '../question/topic-model.ts';
import { DECLINED, OUTSIDE } from '../question/topics.ts';
import type { Understanding } from '../question/understanding.ts';
import type { TopicReading } from './readings.ts';

/** How much of the chance of a topic counts for the others that lead to the same passage. */
const LENT = 0.5;
const MOST = 8;

/** Those that are a matter of privacy. */
export const ofPrivacy = (readings: readonly TopicReading[]): readonly TopicReading[] =>
  readings.filter(({ topic }) => topic.id !== OUTSIDE && topic.id !== DECLINED);

export type Weigh = (text: string, whole?: string) => readonly TopicReading[];

/** What a text, alone or as a part of a whole message, may mean; `leads` is the passage that each topic leads to, where people have said so. */
export const weigher = (
  { likely: likelyIn, topicOf }: Pick<Understanding, 'likely' | 'topicOf'>,
  leads: ReadonlyMap<string, Unit>,
): Weigh => {
  /** A part of a message means what it means alone and within the whole. */
  const within = (part: string, whole: string): Likelihoods => {
    const around = likelyIn(whole);
    const powers = [...likelyIn(part)].map(([id, chance]): readonly [string, number] => [
      id,
      Math.sqrt(chance * (around.get(id) ?? 0)),
    ]);
    const sum = powers.reduce((total, [, power]) => total + power, 0);
    return new Map(powers.map(([id, power]) => [id, power / (sum || 1)]));
  };

  /** Likeliest first; topics that lead to one passage lend each other weight. */
  return (text, whole = text) => {
    const likely = whole === text ? likelyIn(text) : within(text, whole);
    const together = new Map<Unit, number>();
    for (const [id, chance] of likely) {
      const lead = leads.get(id);
      if (lead !== undefined) together.set(lead, (together.get(lead) ?? 0) + chance);
    }
    const weight = ({ topic, chance }: TopicReading): number => {
      const lead = leads.get(topic.id);
      return lead === undefined ? chance : (1 - LENT) * chance + LENT * (together.get(lead) ?? 0);
    };
    return [...likely]
      .map(([id, chance]) => ({ topic: topicOf.get(id), chance }))
      .filter((reading): reading is TopicReading => reading.topic !== undefined)
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, MOST);
  };
};
