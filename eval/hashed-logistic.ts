/** Logistic regression over hashed features, with a step of its own for each row (AdaGrad). */
import { BYTE_ROWS, sumOf } from '../src/knowledge/rank/byte-rows.ts';
import { numbers, shuffled } from './folds.ts';

/** What a text is: its rows, whether it is of the kind that is looked for, and what it counts for. */
export type HashedLine = { readonly rows: readonly number[]; readonly said: 0 | 1; readonly worth: number };

export type Course = {
  readonly epochs: number;
  readonly step: number;
  readonly decay: number;
  /** Whether a text of many rows counts no more than one of few: its rows weigh less. */
  readonly even: boolean;
};

/** How much each of so many rows weighs. */
const shareOf = (even: boolean, rows: readonly number[]): number =>
  even ? 1 / Math.sqrt(rows.length || 1) : 1;

/** A weight for each row; the same lines give the same weights. */
export const learnHashed = (
  lines: readonly HashedLine[],
  { epochs, step, decay, even }: Course,
): Float32Array => {
  const weights = new Float32Array(BYTE_ROWS);
  const squares = new Float32Array(BYTE_ROWS);
  const next = numbers(1);
  let bias = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1)
    for (const at of shuffled(lines.length, next)) {
      const { rows, said, worth } = lines[at] ?? { rows: [], said: 0, worth: 0 };
      const share = shareOf(even, rows);
      const miss = worth * (1 / (1 + Math.exp(-bias - share * sumOf(weights, rows))) - said);
      bias -= 0.02 * step * miss;
      for (const row of rows) {
        const weight = weights[row] ?? 0;
        const slope = miss * share + decay * weight;
        const square = (squares[row] ?? 0) + slope * slope;
        squares[row] = square;
        weights[row] = weight - (step * slope) / (Math.sqrt(square) + 1e-3);
      }
    }
  return weights;
};
