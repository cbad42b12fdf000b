/** Logistic regression with a ridge, for a handful of features and a few hundred cases. */
import type { AnswerableModel } from '../src/knowledge/rank/answerable.ts';

const RIDGE = 3;
const ROUNDS = 3000;
const STEP = 0.5;

/** Weights on the scale of the features as they come; the same cases give the same weights. */
const fitLogistic = (
  rows: readonly (readonly number[])[],
  labels: readonly (0 | 1)[],
): { readonly bias: number; readonly weights: readonly number[] } => {
  const size = rows[0]?.length ?? 0;
  const places = Array.from({ length: size }, (_, at) => at);
  const mean = places.map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length);
  const spread = places.map((at) =>
    Math.max(
      1e-6,
      Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / rows.length),
    ),
  );
  const scaled = rows.map((row) =>
    places.map((at) => ((row[at] ?? 0) - (mean[at] ?? 0)) / (spread[at] ?? 1)),
  );
  const weights = places.map(() => 0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = places.map((at) => RIDGE * (weights[at] ?? 0));
    let lift = 0;
    for (const [number, row] of scaled.entries()) {
      const odds = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
      const miss = 1 / (1 + Math.exp(-odds)) - (labels[number] ?? 0);
      lift += miss;
      for (const at of places) slope[at] = (slope[at] ?? 0) + miss * (row[at] ?? 0);
    }
    bias -= (STEP * lift) / rows.length;
    for (const at of places) weights[at] = (weights[at] ?? 0) - (STEP * (slope[at] ?? 0)) / rows.length;
  }
  const own = places.map((at) => (weights[at] ?? 0) / (spread[at] ?? 1));
  return { bias: bias - own.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0), weights: own };
};

/** As exact as a model is written. */
export const thousandths = (value: number): number => Math.round(1000 * value) / 1000;

/** The same over features by name; one that a row lacks is nought. The bias is left exact, for whoever moves it. */
export const fitNamed = (
  names: readonly string[],
  rows: readonly Readonly<Record<string, number>>[],
  labels: readonly (0 | 1)[],
): AnswerableModel => {
  const { bias, weights } = fitLogistic(
    rows.map((row) => names.map((name) => row[name] ?? 0)),
    labels,
  );
  return {
    bias,
    weights: Object.fromEntries(names.map((name, at) => [name, thousandths(weights[at] ?? 0)])),
  };
};
