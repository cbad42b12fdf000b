/** Learns likeness: the passage that answers a question has to be nearer to it than all others of its company. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  LIKENESS_DIMS as DIMS,
  embed,
  type LikenessModel,
  likenessBytes,
} from '../src/knowledge/rank/likeness.ts';
import { LIKENESS_ROWS, likenessTerms, rowOf, type Terms } from '../src/knowledge/rank/likeness-terms.ts';
import { modelsLeftOut, numbers, shuffled } from './folds.ts';
import { type Lesson, readLessons } from './likeness-lessons.ts';

const EPOCHS = 3;
const BATCH = 256;
const STEP = 0.01;
/** How much nearer the right passage has to be: the cosine counts so much in the softmax over passages. */
const SHARPNESS = 14;
/** Adam's memory of slopes and of their squares. */
const [KEEP, KEEP_SQUARES] = [0.9, 0.99] as const;
/** A part of the table larger than so many standard deviations is cut off to fit a byte. */
const LARGEST = 4;

/** How rare each row is in questions and passages, as a byte: only shares count. */
const rarityOf = (lessons: readonly Lesson[]): Uint8Array => {
  const held = new Uint32Array(LIKENESS_ROWS);
  let texts = 1;
  for (const { passages, questions } of lessons)
    for (const counts of [...passages, ...questions.map(({ features }) => features)]) {
      texts += 1;
      for (const row of new Set([...counts.features].map(rowOf))) held[row] = (held[row] ?? 0) + 1;
    }
  const all = Math.log(texts);
  return Uint8Array.from(held, (times) => Math.round((255 * Math.log(texts / (times + 1))) / all));
};

type Texts = {
  readonly terms: readonly Terms[];
  readonly vectors: Float32Array;
  readonly lengths: Float32Array;
};

const embedded = (table: Float32Array, terms: readonly Terms[]): Texts => {
  const vectors = new Float32Array(terms.length * DIMS);
  const lengths = Float32Array.from(terms, (own, at) => embed(table, own, vectors, at * DIMS));
  return { terms, vectors, lengths };
};

/** What the slopes of vectors of length one mean for the rows that they are sums of. */
const pushBack = ({ terms, vectors, lengths }: Texts, slopes: Float32Array, table: Float32Array): void => {
  for (const [at, { rows, values }] of terms.entries()) {
    const from = at * DIMS;
    let along = 0;
    for (let dim = from; dim < from + DIMS; dim += 1) along += (slopes[dim] ?? 0) * (vectors[dim] ?? 0);
    for (let dim = from; dim < from + DIMS; dim += 1)
      slopes[dim] = ((slopes[dim] ?? 0) - along * (vectors[dim] ?? 0)) / (lengths[at] ?? 1);
    for (let term = 0; term < rows.length; term += 1) {
      const to = (rows[term] ?? 0) * DIMS;
      const value = values[term] ?? 0;
      for (let dim = 0; dim < DIMS; dim += 1)
        table[to + dim] = (table[to + dim] ?? 0) + value * (slopes[from + dim] ?? 0);
    }
  }
};

type Asked = { readonly terms: Terms; readonly gold: readonly number[]; readonly worth: number };

/** Adds to `slopes` how each row has to change so that the right passages of these questions come nearer. */
const slopesOf = (
  table: Float32Array,
  passages: readonly Terms[],
  batch: readonly Asked[],
  slopes: Float32Array,
): void => {
  const own = embedded(table, passages);
  const asked = embedded(
    table,
    batch.map(({ terms }) => terms),
  );
  const ownSlopes = new Float32Array(own.vectors.length);
  const askedSlopes = new Float32Array(asked.vectors.length);
  const chances = new Float64Array(passages.length);
  for (const [at, { gold, worth }] of batch.entries()) {
    const from = at * DIMS;
    let sum = 0;
    for (let unit = 0; unit < passages.length; unit += 1) {
      let cosine = 0;
      for (let dim = 0, to = unit * DIMS; dim < DIMS; dim += 1, to += 1)
        cosine += (asked.vectors[from + dim] ?? 0) * (own.vectors[to] ?? 0);
      const power = Math.exp(SHARPNESS * (cosine - 1));
      chances[unit] = power;
      sum += power;
    }
    const right = gold.reduce((total, unit) => total + (chances[unit] ?? 0), 0) || 1;
    for (let unit = 0; unit < passages.length; unit += 1) {
      const chance = chances[unit] ?? 0;
      const wanted = gold.includes(unit) ? chance / right : 0;
      const push = (SHARPNESS * worth * (chance / sum - wanted)) / batch.length;
      for (let dim = 0, to = unit * DIMS; dim < DIMS; dim += 1, to += 1) {
        askedSlopes[from + dim] = (askedSlopes[from + dim] ?? 0) + push * (own.vectors[to] ?? 0);
        ownSlopes[to] = (ownSlopes[to] ?? 0) + push * (asked.vectors[from + dim] ?? 0);
      }
    }
  }
  pushBack(own, ownSlopes, slopes);
  pushBack(asked, askedSlopes, slopes);
};

/** Moves the table against the slopes (Adam) and clears them. */
const mover = (table: Float32Array): ((slopes: Float32Array, step: number) => void) => {
  const means = new Float32Array(table.length);
  const squares = new Float32Array(table.length);
  let round = 0;
  return (slopes, step) => {
    round += 1;
    const young = 1 - KEEP ** round;
    const youngSquares = 1 - KEEP_SQUARES ** round;
    for (let at = 0; at < table.length; at += 1) {
      const slope = slopes[at] ?? 0;
      const mean = KEEP * (means[at] ?? 0) + (1 - KEEP) * slope;
      const square = KEEP_SQUARES * (squares[at] ?? 0) + (1 - KEEP_SQUARES) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      table[at] = (table[at] ?? 0) - (step * mean) / young / (Math.sqrt(square / youngSquares) + 1e-6);
    }
    slopes.fill(0);
  };
};

const asBytes = (table: Float32Array): Int8Array => {
  const spread = Math.sqrt(table.reduce((sum, part) => sum + part * part, 0) / table.length);
  const scale = (LARGEST * spread) / 127 || 1;
  return Int8Array.from(table, (part) => Math.max(-127, Math.min(127, Math.round(part / scale))));
};

/** The same lessons give the same bytes. */
export const learnLikeness = (lessons: readonly Lesson[]): LikenessModel => {
  const rarity = rarityOf(lessons);
  const termsOf = (counts: Parameters<typeof likenessTerms>[0]): Terms =>
    likenessTerms(counts, (row) => rarity[row] ?? 0);
  const read = lessons.map(({ passages, questions }) => ({
    passages: passages.map(termsOf),
    questions: questions.map(({ features, gold, worth }) => ({ terms: termsOf(features), gold, worth })),
  }));
  const next = numbers(1);
  const width = Math.sqrt(12 / DIMS);
  const table = Float32Array.from({ length: LIKENESS_ROWS * DIMS }, () => (next() - 0.5) * width);
  const slopes = new Float32Array(table.length);
  const move = mover(table);
  const rounds = EPOCHS * read.reduce((sum, { questions }) => sum + Math.ceil(questions.length / BATCH), 0);
  let round = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const batches = read.flatMap(({ passages, questions }) => {
      const order = shuffled(questions.length, next);
      return Array.from({ length: Math.ceil(order.length / BATCH) }, (_, at) => ({
        passages,
        batch: order.slice(at * BATCH, (at + 1) * BATCH).flatMap((number) => questions[number] ?? []),
      }));
    });
    for (const at of shuffled(batches.length, next)) {
      const one = batches[at];
      if (one === undefined) continue;
      round += 1;
      slopesOf(table, one.passages, one.batch, slopes);
      move(slopes, STEP * (1 - round / rounds) + 1e-5);
    }
  }
  return { rarity, table: asBytes(table) };
};

/** For each company a model that has learned from others only. */
export const likenessLeftOut = (lessons: readonly Lesson[]): ((company: string) => LikenessModel) =>
  modelsLeftOut(lessons, learnLikeness);

/** Writes `trained/likeness.bin`, learned from all companies and the catalogue; returns the number of questions. */
export const trainLikeness = async (companies: string, policyDir: string, words: string): Promise<number> => {
  const lessons = await readLessons(companies, policyDir, words);
  await writeFile(join(words, 'trained', 'likeness.bin'), likenessBytes(learnLikeness(lessons)));
  return lessons.reduce((sum, { questions }) => sum + questions.length, 0);
};
