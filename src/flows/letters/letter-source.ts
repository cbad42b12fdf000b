/** What a letter is composed from: the case, its history and the law, and what a person has typed. */

import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';

export type TypedFields = Readonly<Record<string, string>>;

export type LetterSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly now: Date;
  readonly table: HolidayTable;
  /** Other cases of the same letter that this one speaks of as well. */
  readonly also?: readonly Pick<Case, 'number' | 'right'>[];
  /** Of a refusal: the ground that was chosen for the register, as a letter names it. */
  readonly provision?: string;
};
