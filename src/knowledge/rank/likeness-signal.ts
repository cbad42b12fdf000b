/** Which passages, and which questions written for them, mean what a question means, by a model learned from questions of other companies. */
import type { Policy, Unit } from '../policy/policy.ts';
import { embed, LIKENESS_DIMS, type LikenessModel } from './likeness.ts';
import { type FeatureCounts, likenessFeatures, likenessTerms } from './likeness-terms.ts';
import { nearestPhrasings } from './nearest-phrasings.ts';
import type { Thesaurus } from './thesaurus.ts';
import { fieldsOf } from './unit-fields.ts';
import { NEAR_MISS, SILENT, type WrittenQuestions } from './written-questions.ts';

export type LikenessReading = {
  /** For every unit the cosine of its vector and that of the question: -1 to 1. */
  readonly passages: Float32Array;
  /** For every unit the likeness of its nearest phrasings, the further ones counting less: 0 to about 2. */
  readonly phrasings: Float32Array;
  /** The cosine of the nearest phrasing of one unit, of the nearest near miss (where none is written, the same as the last), and of the nearest question on which the policies are silent. */
  readonly nearestOf: (unit: number) => number;
  readonly nearMiss: number;
  readonly nearSilence: number;
};

export type LikenessSignal = (question: string) => LikenessReading;

/** A part of a vector as a byte: one of 128 is seldom larger than a third. */
const BYTE = 360;
const toByte = (part: number): number => Math.max(-127, Math.min(127, Math.round(part * BYTE)));

/** Turns all passages and written questions into vectors once. */
export const likenessSignal = (
  units: readonly Unit[],
  policies: readonly Policy[],
  { texts, owners }: WrittenQuestions,
  { rarity, table }: LikenessModel,
  thesaurus: Thesaurus,
): LikenessSignal => {
  const features = likenessFeatures(thesaurus);
  const rarityOf = (row: number): number => rarity[row] ?? 0;
  const scratch = new Float32Array(LIKENESS_DIMS);
  /** One after the other, as bytes. */
  const vectorsOf = (count: number, countsOf: (at: number) => FeatureCounts): Int8Array => {
    const vectors = new Int8Array(count * LIKENESS_DIMS);
    for (let at = 0; at < count; at += 1) {
      embed(table, likenessTerms(countsOf(at), rarityOf), scratch, 0);
      for (let dim = 0; dim < LIKENESS_DIMS; dim += 1)
        vectors[at * LIKENESS_DIMS + dim] = toByte(scratch[dim] ?? 0);
    }
    return vectors;
  };
  const fields = new Map(policies.flatMap((policy) => [...fieldsOf(policy)]));
  const passages = vectorsOf(units.length, (at) => features.passage(fields.get(units[at]?.id ?? '') ?? []));
  const written = vectorsOf(texts.length, (at) => features.question(texts[at] ?? ''));
  const hasMisses = owners.includes(NEAR_MISS);
  const cosine = (vectors: Int8Array, at: number): number => {
    const from = at * LIKENESS_DIMS;
    let even = 0;
    let odd = 0;
    // Two sums at once: twenty thousand phrasings are gone through with every question.
    for (let dim = 0; dim < LIKENESS_DIMS; dim += 2) {
      even += (scratch[dim] ?? 0) * (vectors[from + dim] ?? 0);
      odd += (scratch[dim + 1] ?? 0) * (vectors[from + dim + 1] ?? 0);
    }
    return (even + odd) / BYTE;
  };
  return (question) => {
    embed(table, likenessTerms(features.question(question), rarityOf), scratch, 0);
    const byText = Float32Array.from(units, (_, at) => cosine(passages, at));
    const near = nearestPhrasings(units.length);
    let nearMiss = 0;
    let nearSilence = 0;
    for (const [at, owner] of owners.entries()) {
      const like = cosine(written, at);
      if (owner === NEAR_MISS) nearMiss = Math.max(nearMiss, like);
      if (owner === SILENT) nearSilence = Math.max(nearSilence, like);
      if (owner >= 0) near.put(owner, like);
    }
    return {
      passages: byText,
      phrasings: near.sums(),
      nearestOf: near.nearestOf,
      nearMiss: hasMisses ? nearMiss : nearSilence,
      nearSilence,
    };
  };
};
