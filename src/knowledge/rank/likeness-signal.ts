/** Which passages, and which questions written for them, mean what a question means, by a model learned from questions of other companies. */
import type { Policy, Unit } from '../policy/policy.ts';
import { byteVectors } from './byte-vectors.ts';
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
/** A part of the question's vector, which is at most 1, as a number of 16 bits. */
const FINE = 32_767;

/** Turns all passages and written questions into vectors once. */
export const likenessSignal = (
  units: readonly Unit[],
  policies: readonly Policy[],
  written: WrittenQuestions,
  { rarity, table }: LikenessModel,
  thesaurus: Thesaurus,
): LikenessSignal => {
  const features = likenessFeatures(thesaurus);
  const rarityOf = (row: number): number => rarity[row] ?? 0;
  const scratch = new Float32Array(LIKENESS_DIMS);
  const { length: passages } = units;
  const { vectors, by, multiply } = byteVectors(passages + written.texts.length, LIKENESS_DIMS);
  const put = (at: number, counts: FeatureCounts): void => {
    embed(table, likenessTerms(counts, rarityOf), scratch, 0);
    for (let dim = 0; dim < LIKENESS_DIMS; dim += 1)
      vectors[at * LIKENESS_DIMS + dim] = toByte(scratch[dim] ?? 0);
  };
  const fields = new Map(policies.flatMap((policy) => [...fieldsOf(policy)]));
  for (const [at, { id }] of units.entries()) put(at, features.passage(fields.get(id) ?? []));
  for (const [at, text] of written.texts.entries()) put(passages + at, features.question(text));
  const owners = Int32Array.from(written.owners);
  const hasMisses = owners.includes(NEAR_MISS);
  return (question) => {
    embed(table, likenessTerms(features.question(question), rarityOf), scratch, 0);
    for (let dim = 0; dim < LIKENESS_DIMS; dim += 1) by[dim] = Math.round(FINE * (scratch[dim] ?? 0));
    const sums = multiply();
    const near = nearestPhrasings(passages);
    let nearMiss = 0;
    let nearSilence = 0;
    for (let at = 0; at < owners.length; at += 1) {
      const owner = owners[at] ?? SILENT;
      const like = (sums[passages + at] ?? 0) / (FINE * BYTE);
      if (owner >= 0) near.put(owner, like);
      else if (owner === NEAR_MISS) nearMiss = Math.max(nearMiss, like);
      else if (owner === SILENT) nearSilence = Math.max(nearSilence, like);
    }
    return {
      passages: Float32Array.from(sums.subarray(0, passages), (sum) => sum / (FINE * BYTE)),
      phrasings: near.sums(),
      nearestOf: near.nearestOf,
      nearMiss: hasMisses ? nearMiss : nearSilence,
      nearSilence,
    };
  };
};
