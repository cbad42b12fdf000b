/** The questions that are written beside the policies, in one list, each with what it stands for. */
import type { Unit } from '../policy/policy.ts';
import type { ReadPhrasings } from '../policy/policy-phrasings.ts';
import { wordsOf } from '../question/words.ts';

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

/** In words: key words alone are no question to press, and a story does not fit a button. */
const SHORTEST = 5;
const LONGEST = 14;

/** For each unit its first plain question: of those that are written for it the first are the plainest. */
export const plainQuestions = ({ texts, owners }: WrittenQuestions): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  for (const [at, owner] of owners.entries()) {
    const text = texts[at] ?? '';
    if (owner < 0 || found.has(owner)) continue;
    const { length } = wordsOf(text);
    if (length >= SHORTEST && length <= LONGEST) found.set(owner, text);
  }
  return found;
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
