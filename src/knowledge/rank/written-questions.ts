/** The questions that are written beside the policies, in one list, each with what it stands for. */
import type { Unit } from '../policy/policy.ts';
import type { ReadPhrasings } from '../policy/policy-phrasings.ts';

/** What a question stands for where it is none of a passage. */
export const SILENT = -1;
export const OUTSIDE = -2;
/** It seems to be answered by a passage and is not. */
export const NEAR_MISS = -3;

export type WrittenQuestions = {
  readonly texts: readonly string[];
  /** For each the number of the unit that answers it, or one of the above. */
  readonly owners: readonly number[];
};

/** `units` are those of the ranking, in its order; a question of a sentence within a bullet is one of the bullet. */
export const writtenQuestions = (
  files: readonly ReadPhrasings[],
  units: readonly Unit[],
): WrittenQuestions => {
  const numberOf = new Map(units.map((unit, at) => [unit.id, at]));
  const texts: string[] = [];
  const owners: number[] = [];
  const put = (questions: readonly string[], owner: number): void => {
    for (const text of questions) {
      texts.push(text);
      owners.push(owner);
    }
  };
  for (const { lines, units: found } of files) {
    for (const [at, { asks, not }] of lines.entries()) {
      const unit = found[at] ?? null;
      const owner = unit === null ? SILENT : numberOf.get(unit.within ?? unit.id);
      if (owner === undefined) continue;
      put(asks, owner);
      put(not, NEAR_MISS);
    }
  }
  return { texts, owners };
};
