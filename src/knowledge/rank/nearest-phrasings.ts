/** The likeness of the nearest three phrasings of each passage. */
import { NEIGHBOURS } from './weights.ts';

export type NearestPhrasings = {
  readonly put: (unit: number, like: number) => void;
  /** The likeness of the nearest phrasing of a passage; 0 where none is like at all. */
  readonly nearestOf: (unit: number) => number;
  /** For every passage that of its nearest phrasing, the second and third counting less. */
  readonly sums: () => Float32Array;
};

/** For so many passages. */
export const nearestPhrasings = (count: number): NearestPhrasings => {
  const first = new Float32Array(count);
  const second = new Float32Array(count);
  const third = new Float32Array(count);
  return {
    put: (unit, like) => {
      if (like > (first[unit] ?? 0)) {
        third[unit] = second[unit] ?? 0;
        second[unit] = first[unit] ?? 0;
        first[unit] = like;
      } else if (like > (second[unit] ?? 0)) {
        third[unit] = second[unit] ?? 0;
        second[unit] = like;
      } else if (like > (third[unit] ?? 0)) third[unit] = like;
    },
    nearestOf: (unit) => first[unit] ?? 0,
    sums: () =>
      first.map(
        (like, unit) =>
          like + NEIGHBOURS.second * (second[unit] ?? 0) + NEIGHBOURS.third * (third[unit] ?? 0),
      ),
  };
};
