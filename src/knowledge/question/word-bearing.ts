/** How much a word tells of what a question is about: "camera" much, "before" little. */
import { z } from 'zod';
import type { Phrasing } from './topics.ts';
import { stemOf, wordsOf } from './words.ts';

/** By stem, 0.1 to 1, for every word that many questions have; a word that is not here may well be what a question turns on. */
export const wordBearingSchema = z.record(z.string(), z.number());

export type WordBearing = z.infer<typeof wordBearingSchema>;

/** Fewer uses say nothing of a word. */
const FEWEST = 25;
/** Against chance. */
const SMOOTHING = 20;
/** In nats: from where a word tells something, and over how much it comes to tell everything. */
const NOTHING = 0.5;
const RANGE = 1.3;
const LEAST = 0.1;

/** Works out once, when the models are trained, how far the topics of the questions with a word differ from those of all. */
export const bearingOfWords = (phrasings: readonly Phrasing[]): WordBearing => {
  const uses = new Map<string, Map<string, number>>();
  const topics = new Map<string, number>();
  for (const { topic, phrasing } of phrasings) {
    topics.set(topic, (topics.get(topic) ?? 0) + 1);
    for (const stem of new Set(wordsOf(phrasing).map(stemOf))) {
      const own = uses.get(stem) ?? new Map<string, number>();
      own.set(topic, (own.get(topic) ?? 0) + 1);
      uses.set(stem, own);
    }
  }
  const told = (own: ReadonlyMap<string, number>, count: number): number =>
    [...topics].reduce((sum, [topic, all]) => {
      const before = all / phrasings.length;
      const after = ((own.get(topic) ?? 0) + SMOOTHING * before) / (count + SMOOTHING);
      return sum + after * Math.log(after / before);
    }, 0);
  return Object.fromEntries(
    [...uses]
      .map(([stem, own]) => ({ stem, own, count: [...own.values()].reduce((sum, times) => sum + times, 0) }))
      .filter(({ count }) => count >= FEWEST)
      .map(({ stem, own, count }): [string, number] => {
        const share = (told(own, count) - NOTHING) / RANGE;
        return [stem, Math.round(100 * Math.min(1, Math.max(LEAST, share))) / 100];
      })
      .sort(([one], [other]) => one.localeCompare(other)),
  );
};
