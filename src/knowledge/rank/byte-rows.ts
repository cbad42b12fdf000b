/** A trained linear model over hashed features, one byte a row: what whole messages are weighed by. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readOnce } from '../../base/read-once.ts';
import { hash } from './text-features.ts';

const ROW_BITS = 16;
/** Features share this many weights; two that fall into one are told apart by the others. */
export const BYTE_ROWS = 1 << ROW_BITS;

/** A weight for each row, in steps of the one who made it. */
export type ByteRows = Int8Array;

/** The rows of these features, each once. */
export const rowsOf = (features: Iterable<string>): readonly number[] => [
  ...new Set([...features].map((feature) => hash(feature, 0, feature.length, ROW_BITS))),
];

/** Weights as bytes, of which so many steps are one. */
export const asBytes = (weights: Float32Array, steps: number): ByteRows =>
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(steps * weight))));

/** Reads such a file, once while it stays as it is; throws a RangeError when it is not as long as it has to be. */
export const byteRowsAt = readOnce(async (path): Promise<ByteRows> => {
  const { buffer, byteOffset, length } = await readFile(path);
  if (length !== BYTE_ROWS) throw new RangeError(`${basename(path)} has ${length} bytes, not ${BYTE_ROWS}`);
  return new Int8Array(buffer, byteOffset, length);
});

/** The sum of these rows' weights. */
export const sumOf = (model: ByteRows | Float32Array, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + (model[row] ?? 0), 0);
