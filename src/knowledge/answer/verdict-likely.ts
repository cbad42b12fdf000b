/** How likely a passage says yes, no or neither to a question, by what a trained model has seen of pairs that people judged. */
import { readFile } from 'node:fs/promises';
import { readOnce } from '../../base/read-once.ts';
import { TERM_ROWS } from './verdict-terms.ts';

/** In the order in which their weights stand. */
export const SIDES = ['yes', 'no', 'depends', 'none'] as const;
const WIDTH = SIDES.length;
/** So many steps of a byte are one in log odds. */
const STEPS = 24;

/** For each row of terms a weight for each side. */
export type PairModel = Int8Array;

export type Likely = Readonly<Record<(typeof SIDES)[number], number>>;

/** As it stands in `data/knowledge/trained/verdict.bin`, written by `npm run eval -- --train-verdict`. */
export const pairBytes = (weights: Float32Array): PairModel =>
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(STEPS * weight))));

/** Reads that file, once while it stays as it is; throws a RangeError when it is not as long as it has to be. */
export const pairModelAt = readOnce(async (path): Promise<PairModel> => {
  const { buffer, byteOffset, length } = await readFile(path);
  if (length !== TERM_ROWS * WIDTH)
    throw new RangeError(`verdict.bin has ${length} bytes, not ${TERM_ROWS * WIDTH}`);
  return new Int8Array(buffer, byteOffset, length);
});

/** Chances that add up to one, from sums of weights. */
export const chancesOf = (sums: readonly number[]): readonly number[] => {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / all);
};

/** What weights say of some rows; a sum counts by the root of how many there are, so that a long passage is no surer than a short one. */
export const sumsOf = (
  weights: Int8Array | Float32Array,
  rows: readonly number[],
  perUnit: number,
): readonly number[] =>
  SIDES.map(
    (_, side) =>
      rows.reduce((sum, row) => sum + (weights[row * WIDTH + side] ?? 0), 0) /
      (perUnit * Math.sqrt(rows.length || 1)),
  );

export const likelyOf = (model: PairModel, rows: readonly number[]): Likely => {
  const [yes = 0, no = 0, depends = 0, none = 0] = chancesOf(sumsOf(model, rows, STEPS));
  return { yes, no, depends, none };
};
