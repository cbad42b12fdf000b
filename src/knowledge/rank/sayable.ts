/** How readily policies state what a question asks for, by its words alone: who wrote a thing, or what it is worth, they seldom say. */
import { readFile } from 'node:fs/promises';
import { readOnce } from '../../base/read-once.ts';
import { wordsOf } from '../question/words.ts';
import { hash } from './text-features.ts';

const ROW_BITS = 16;
/** Words and pairs of neighbours share this many weights; two that fall into one are told apart by the others. */
export const SAYABLE_ROWS = 1 << ROW_BITS;
/** So many steps of a byte are one in log odds. */
const STEPS = 48;

/** A weight for each row. */
export type SayableModel = Int8Array;

/** The rows of a question, each once: its words, and pairs of neighbours with its beginning and its end. */
export const sayableRows = (question: string): readonly number[] => {
  const words = wordsOf(question);
  const rowOf = (feature: string): number => hash(feature, 0, feature.length, ROW_BITS);
  return [
    ...new Set([
      ...words.map(rowOf),
      ...[...words, '$'].map((word, at) => rowOf(`${words[at - 1] ?? '^'} ${word}`)),
    ]),
  ];
};

/** As they stand in `data/knowledge/sayable.bin`, written by `npm run eval -- --train-decision`. */
export const sayableBytes = (weights: Float32Array): SayableModel =>
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(STEPS * weight))));

/** Reads that file, once while it stays as it is; throws a RangeError when it is not as long as it has to be. */
export const sayableModelAt = readOnce(async (path): Promise<SayableModel> => {
  const { buffer, byteOffset, length } = await readFile(path);
  if (length !== SAYABLE_ROWS) throw new RangeError(`sayable.bin has ${length} bytes, not ${SAYABLE_ROWS}`);
  return new Int8Array(buffer, byteOffset, length);
});

/** The log odds, up to a constant, that what is asked is of the sort that policies state. */
export const sayableBy =
  (model: SayableModel): ((question: string) => number) =>
  (question) =>
    sayableRows(question).reduce((sum, row) => sum + (model[row] ?? 0), 0) / STEPS;
