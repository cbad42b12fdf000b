/** The words that each topic turns on. */
import { z } from 'zod';
import type { Phrasing, Topic } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many of its most telling words stand for a topic. */
const TELLING = 30;
const OWN_WORDS = 0.3;

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
