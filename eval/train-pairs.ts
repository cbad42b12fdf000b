/** Learns what a question and a passage together say: yes, no, it depends or nothing, from pairs that were judged. */
import {
  chancesOf,
  type PairModel,
  pairBytes,
  SIDES,
  sumsOf,
} from '../src/knowledge/answer/verdict-likely.ts';
import { TERM_ROWS } from '../src/knowledge/answer/verdict-terms.ts';
import { numbers, shuffled } from './folds.ts';

const EPOCHS = 5;
const STEP = 0.1;
const DECAY = 1e-5;
/** What a weight has seen before it sees anything: the first pairs of a rare term move it little. */
const CALM = 1e-3;

export type PairLesson = {
  readonly rows: readonly number[];
  readonly side: (typeof SIDES)[number];
  /** What it counts for. */
  readonly worth: number;
};

/** Logistic regression over four sides with a step of its own for each weight (AdaGrad); the same lessons give the same bytes. */
export const learnPairs = (lessons: readonly PairLesson[]): PairModel => {
  const width = SIDES.length;
  const weights = new Float32Array(TERM_ROWS * width);
  const squares = new Float32Array(TERM_ROWS * width).fill(CALM);
  const next = numbers(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const at of shuffled(lessons.length, next)) {
      const lesson = lessons[at];
      if (lesson === undefined || lesson.rows.length === 0) continue;
      const { rows, side, worth } = lesson;
      const share = 1 / Math.sqrt(rows.length);
      for (const [number, chance] of chancesOf(sumsOf(weights, rows, 1)).entries()) {
        const miss = worth * share * (chance - (SIDES[number] === side ? 1 : 0));
        for (const row of rows) {
          const place = row * width + number;
          const weight = weights[place] ?? 0;
          const slope = miss + DECAY * weight;
          const square = (squares[place] ?? 0) + slope * slope;
          squares[place] = square;
          weights[place] = weight - (STEP * slope) / Math.sqrt(square);
        }
      }
    }
  return pairBytes(weights);
};
