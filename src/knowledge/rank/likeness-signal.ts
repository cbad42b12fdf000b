/** Which passages, and which questions written for them, mean what a question means, by a model learned from questions of other companies. */
import type { Policy, Unit } from '../policy/policy.ts';
import { embed, LIKENESS_DIMS, type LikenessModel } from './likeness.ts';
import { likenessFeatures, likenessTerms } from './likeness-terms.ts';
import { nearestPhrasings } from './nearest-phrasings.ts';
import type { Thesaurus } from './thesaurus.ts';
import { fieldsOf } from './unit-fields.ts';
import { NEAR_MISS, SILENT, type WrittenQuestions } from './written-questions.ts';

export type LikenessReading = {
  /** For every unit the cosine of its vector and that of the question: -1 to 1. */
  readonly passages: Float32Array;
  /** For every unit the likeness of its nearest phrasings, the further ones counting less: 0 to about 2. */
  readonly phrasings: Float32Array;
  /** The cosine of the nearest phrasing of one unit, of the nearest near miss, and of the nearest question on which the policies are silent. */
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
  const written = new Int8Array(texts.length * LIKENESS_DIMS);
  for (const [at, text] of texts.entries()) {
    embed(table, likenessTerms(features.question(text), rarityOf), scratch, 0);
    written.set(scratch.map(toByte), at * LIKENESS_DIMS);
  }
  const passages = new Float32Array(units.length * LIKENESS_DIMS);
  const fields = new Map(policies.flatMap((policy) => [...fieldsOf(policy)]));
  for (const [at, { id }] of units.entries())
    embed(
      table,
      likenessTerms(features.passage(fields.get(id) ?? []), rarityOf),
      passages,
      at * LIKENESS_DIMS,
    );
  const cosine = (vectors: Int8Array | Float32Array, at: number): number => {
    let sum = 0;
    for (let dim = 0, part = at * LIKENESS_DIMS; dim < LIKENESS_DIMS; dim += 1, part += 1)
      sum += (scratch[dim] ?? 0) * (vectors[part] ?? 0);
    return sum;
  };
  return (question) => {
    embed(table, likenessTerms(features.question(question), rarityOf), scratch, 0);
    const byText = Float32Array.from(units, (_, at) => cosine(passages, at));
    const near = nearestPhrasings(units.length);
    let nearMiss = 0;
    let nearSilence = 0;
    for (const [at, owner] of owners.entries()) {
      const like = cosine(written, at) / BYTE;
      if (owner === NEAR_MISS) nearMiss = Math.max(nearMiss, like);
      if (owner === SILENT) nearSilence = Math.max(nearSilence, like);
      if (owner >= 0) near.put(owner, like);
    }
    return { passages: byText, phrasings: near.sums(), nearestOf: near.nearestOf, nearMiss, nearSilence };
  };
};
