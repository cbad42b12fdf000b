/** How readily policies state what a question asks for, by its words alone: who wrote a thing, or what it is worth, they seldom say. */
import { wordsOf } from '../question/words.ts';
import { asBytes, type ByteRows, rowsOf, sumOf } from './byte-rows.ts';

/** So many steps of a byte are one in log odds. */
const STEPS = 48;

/** The rows of a question, each once: its words, and pairs of neighbours with its beginning and its end. */
export const sayableRows = (question: string): readonly number[] => {
  const words = wordsOf(question);
  return rowsOf([...words, ...[...words, '$'].map((word, at) => `${words[at - 1] ?? '^'} ${word}`)]);
};

/** As they stand in `data/knowledge/sayable.bin`, written by `npm run eval -- --train-decision`. */
export const sayableBytes = (weights: Float32Array): ByteRows => asBytes(weights, STEPS);

/** The log odds, up to a constant, that what is asked is of the sort that policies state. */
export const sayableBy =
  (model: ByteRows): ((question: string) => number) =>
  (question) =>
    sumOf(model, sayableRows(question)) / STEPS;
