/** Which passages, or none, people ask about in words like these: nearest neighbours over the phrasings beside the policies. */

import { highest } from './highest.ts';
import { nearestPhrasings } from './nearest-phrasings.ts';
import { gramFeatures, wordFeatures } from './text-features.ts';
import { indexTexts } from './text-index.ts';
import { NEIGHBOURS } from './weights.ts';
import { NEAR_MISS, OUTSIDE, SILENT, type WrittenQuestions } from './written-questions.ts';

/** What the phrasings say of a question. */
export type PhrasingReading = {
  /** For every unit the likeness of its nearest phrasings, the further ones counting less: 0 to about 1.6. */
  readonly units: Float32Array;
  /** The likeness of the nearest phrasing of any unit, 0 to 1. */
  readonly nearest: number;
  /** The likeness of the nearest phrasing of one unit. */
  readonly nearestOf: (unit: number) => number;
  /** The likeness of the nearest question that a passage only seems to answer (where none is written, the same as the other), and of the nearest on which the policies are wholly silent. */
  readonly nearMiss: number;
  readonly nearSilence: number;
  /** The share of the nearest phrasings of privacy on which the policies are silent, near ones counting more: 0 to 1. */
  readonly silent: number;
  /** The share of the nearest phrasings that are no matter of privacy: 0 to 1. */
  readonly outside: number;
};

export type PhrasingSignal = (question: string) => PhrasingReading;

/** Null when no policy has phrasings. `count` is the number of units; `offTopic` are questions that are no matter of privacy. */
export const phrasingSignal = (
  written: WrittenQuestions,
  count: number,
  offTopic: readonly string[],
): PhrasingSignal | null => {
  if (written.texts.length === 0) return null;
  const texts = [...written.texts, ...offTopic];
  const owners = new Int32Array(texts.length).fill(OUTSIDE);
  owners.set(written.owners);
  const hasMisses = owners.includes(NEAR_MISS);
  const byWords = indexTexts(texts, wordFeatures());
  const byGrams = indexTexts(texts, gramFeatures());
  const likes = new Float32Array(texts.length);
  const shares = (): Pick<PhrasingReading, 'silent' | 'outside'> => {
    const votes = new Map<number, number>();
    let all = 0;
    for (const at of highest(likes, NEIGHBOURS.voters)) {
      const vote = (likes[at] ?? 0) ** NEIGHBOURS.power;
      all += vote;
      const owner = owners[at] ?? SILENT;
      votes.set(owner, (votes.get(owner) ?? 0) + vote);
    }
    const outside = votes.get(OUTSIDE) ?? 0;
    const ofPrivacy = all - outside;
    const shareOf = (owner: number): number => (ofPrivacy <= 0 ? 0 : (votes.get(owner) ?? 0) / ofPrivacy);
    return {
      silent: ofPrivacy <= 0 ? 1 : shareOf(SILENT) + shareOf(NEAR_MISS),
      outside: all === 0 ? 0 : outside / all,
    };
  };
  return (question) => {
    const near = nearestPhrasings(count);
    const words = byWords(question);
    const grams = byGrams(question);
    let nearest = 0;
    let nearMiss = 0;
    let nearSilence = 0;
    for (let at = 0; at < likes.length; at += 1) {
      const like = NEIGHBOURS.words * (words[at] ?? 0) + (1 - NEIGHBOURS.words) * (grams[at] ?? 0);
      likes[at] = like;
      const owner = owners[at] ?? SILENT;
      if (owner === NEAR_MISS) nearMiss = Math.max(nearMiss, like);
      if (owner === SILENT) nearSilence = Math.max(nearSilence, like);
      if (owner < 0) continue;
      near.put(owner, like);
      nearest = Math.max(nearest, like);
    }
    return {
      units: near.sums(),
      nearest,
      nearestOf: near.nearestOf,
      nearMiss: hasMisses ? nearMiss : nearSilence,
      nearSilence,
      ...shares(),
    };
  };
};
