/** Several lists of units as one. */
import type { Unit } from '../policy/policy.ts';

/** Each once, in the order of its first place. */
export const unique = (units: readonly Unit[]): readonly Unit[] => [
  ...new Map(units.map((unit) => [unit.id, unit])).values(),
];

/** The first of each in turn, then the second: both halves of a question are heard among the first. Each once, `most` at most. */
export const inTurn = (lists: readonly (readonly Unit[])[], most: number): readonly Unit[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []));
  return unique(places.flat()).slice(0, most);
};
