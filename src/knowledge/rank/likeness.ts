/** How alike a question and a passage, or two questions, are in meaning: a trained table turns each into a short vector. */
import { readFile } from 'node:fs/promises';
import { readOnce } from '../../base/read-once.ts';
import { LIKENESS_ROWS, type Terms } from './likeness-terms.ts';

export const LIKENESS_DIMS = 128;

/** Row by row of the features: how rare one is, and what it adds to a text; only the angle of a sum counts, so there are no scales. */
export type LikenessModel = { readonly rarity: Uint8Array; readonly table: Int8Array };

const TABLE = LIKENESS_ROWS * LIKENESS_DIMS;

/** A model as it stands in `likeness.bin`. */
export const likenessBytes = ({ rarity, table }: LikenessModel): Uint8Array => {
  const bytes = new Uint8Array(LIKENESS_ROWS + TABLE);
  bytes.set(rarity);
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, TABLE), LIKENESS_ROWS);
  return bytes;
};

/** The model of such bytes, without a copy; throws a RangeError when they are not as many as it has. */
export const likenessOfBytes = ({ buffer, byteOffset, length }: Uint8Array): LikenessModel => {
  if (length !== LIKENESS_ROWS + TABLE)
    throw new RangeError(`likeness.bin has ${length} bytes, not ${LIKENESS_ROWS + TABLE}`);
  return {
    rarity: new Uint8Array(buffer, byteOffset, LIKENESS_ROWS),
    table: new Int8Array(buffer, byteOffset + LIKENESS_ROWS, TABLE),
  };
};

/** Reads `data/knowledge/trained/likeness.bin`, once while it stays as it is. */
export const likenessModelAt = readOnce(async (path) => likenessOfBytes(await readFile(path)));

/** Writes the vector of a text, of length one, into `vectors` from `to` on, and returns the length that it had; all noughts when no row of it tells anything. */
export const embed = (
  table: Int8Array | Float32Array,
  { rows, values }: Terms,
  vectors: Float32Array,
  to: number,
): number => {
  vectors.fill(0, to, to + LIKENESS_DIMS);
  // Four rows at a time, in their order and each sum rounded as it would be alone: every phrasing is turned into a vector at a start.
  const rowAt = (at: number): number => (rows[at] ?? 0) * LIKENESS_DIMS;
  for (let at = 0; at < rows.length; at += 4) {
    const [a, b, c, d] = [rowAt(at), rowAt(at + 1), rowAt(at + 2), rowAt(at + 3)];
    const ofA = values[at] ?? 0;
    const ofB = values[at + 1] ?? 0;
    const ofC = values[at + 2] ?? 0;
    const ofD = values[at + 3] ?? 0;
    for (let dim = 0; dim < LIKENESS_DIMS; dim += 1) {
      const one = Math.fround((vectors[to + dim] ?? 0) + ofA * (table[a + dim] ?? 0));
      const two = Math.fround(one + ofB * (table[b + dim] ?? 0));
      const three = Math.fround(two + ofC * (table[c + dim] ?? 0));
      vectors[to + dim] = three + ofD * (table[d + dim] ?? 0);
    }
  }
  let squares = 0;
  for (let at = to; at < to + LIKENESS_DIMS; at += 1) squares += (vectors[at] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let at = to; at < to + LIKENESS_DIMS; at += 1) vectors[at] = (vectors[at] ?? 0) / length;
  return length;
};
