import { z } from 'zod';
import type { Unit } from '../policy/policy.ts';
import type { Phrasing, Topic } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many of its most telling words stand for a topic, and how many of them a unit may be expected to hold. */
const TELLING = 30;
const EXPECTED = 12;
/** So many of them are what the topic turns on. */
const CORE = 3;
const OWN_WORDS = 0.3;
const HEADING = 0.6;
const HEADER = 0.4;
/** A unit of so many different words is of middling length. */
const MIDDLING = 12;

/** For each topic the words that it is asked by, the most telling first, each with its weight. */
export const topicProfilesSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.number()])));

export type TopicProfiles = z.infer<typeof topicProfilesSchema>;

const plus = (into: Map<string, number>, word: string, weight: number): void => {
  into.set(word, (into.get(word) ?? 0) + weight);
};

const wordsWith =
  (vocabulary: Vocabulary) =>
  (text: string): ReadonlySet<string> =>
    new Set([...vocabulary.stems(text), ...vocabulary.classes(text)]);

/** The words by which people ask for each topic, weighed by how few topics share them; worked out when the models are trained. */
export const profileTopics = (
  topics: readonly Topic[],
  phrasings: readonly Phrasing[],
  vocabulary: Vocabulary,
): TopicProfiles => {
  const wordsIn = wordsWith(vocabulary);
  const counts = new Map<string, Map<string, number>>(topics.map(({ id }) => [id, new Map()]));
  const sizes = new Map<string, number>();
  for (const { topic } of phrasings) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  for (const { topic, phrasing } of phrasings) {
    const own = counts.get(topic);
    if (own !== undefined) for (const word of wordsIn(phrasing)) plus(own, word, 1 / (sizes.get(topic) ?? 1));
  }
  for (const { id, meaning, question = '' } of topics) {
    const own = counts.get(id);
    if (own !== undefined) for (const word of wordsIn(`${meaning} ${question}`)) plus(own, word, OWN_WORDS);
  }
  const shared = new Map<string, number>();
  for (const own of counts.values()) for (const word of own.keys()) plus(shared, word, 1);
  return Object.fromEntries(
    [...counts].map(([topic, own]) => {
      const weighed = [...own].map(([word, weight]): [string, number] => {
        const telling = weight * Math.log(1 + topics.length / (shared.get(word) ?? 1));
        return [word, Math.round(telling * 1e4) / 1e4];
      });
      return [topic, weighed.sort((a, b) => b[1] - a[1]).slice(0, TELLING)];
    }),
  );
};

/** How a unit stands to a topic: its likeness, about 0 to 1, and whether it has one of the words that the topic turns on. */
export type Likeness = (topic: Topic) => readonly { readonly near: number; readonly core: boolean }[];

/** To be called once for each policy. */
export const likenessTo = (
  profiles: TopicProfiles,
  vocabulary: Vocabulary,
): ((units: readonly Unit[]) => Likeness) => {
  const wordsIn = wordsWith(vocabulary);
  return (units) => {
    const terms = units.map(({ text, path, leadIn, header }) => {
      const own = new Map<string, number>();
      const put = (from: string, weight: number): void => {
        for (const word of wordsIn(from)) own.set(word, Math.max(own.get(word) ?? 0, weight));
      };
      put(text, 1);
      put(path.slice(1).join('. '), HEADING);
      put(leadIn?.text ?? '', HEADING);
      put(header?.text ?? '', HEADER);
      return own;
    });
    const found = new Map<string, ReturnType<Likeness>>();
    return ({ id }) => {
      const before = found.get(id);
      if (before !== undefined) return before;
      const profile = profiles[id] ?? [];
      const whole = profile.slice(0, EXPECTED).reduce((sum, [, weight]) => sum + weight, 0) || 1;
      const likeness = terms.map((own) => {
        const sum = profile.reduce((total, [word, weight]) => total + weight * (own.get(word) ?? 0), 0);
        const core = profile.slice(0, CORE).some(([word]) => own.has(word));
        return { near: sum / whole / (1 + own.size / MIDDLING) ** 0.25, core };
      });
      found.set(id, likeness);
      return likeness;
    };
  };
};
