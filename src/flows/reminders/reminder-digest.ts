/** What the privacy channel reads once a day: numbers, rights, dates and staff ids, nothing of a data subject. */

import type { Case } from '../../requests/case/case.ts';
import { addDays, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import { lastWorkingDayUntil } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { type ReminderRules, teamCalendar } from '../../requests/reminders/reminder-days.ts';
import type { Reminder } from '../../requests/reminders/reminders.ts';
import { mostUrgentFirst } from './reminder-plan.ts';
import { mondayOf, type Week } from './week.ts';

/** What is to be said of one case (or, without a number, of the register). */
export type CaseLine = {
  readonly number: string | null;
  readonly right: Right | null;
  readonly owner: string | null;
  /** Empty when what was said this morning is done with. */
  readonly reminders: readonly Reminder[];
};

export type Digest = {
  readonly date: CalendarDate;
  /** One a case, most urgent first; staff cases are counted only. */
  readonly lines: readonly CaseLine[];
  /** How many more lines there would be. */
  readonly more: number;
  /** Lines of staff and applicants, who have their own circle of readers. */
  readonly restricted: number;
  readonly overdue: number;
  readonly unowned: number;
  /** On the first working day of a week. */
  readonly week: Week | null;
};

/** One line a case, most urgent first; what is done with comes last. */
export const linesOf = (
  reminders: readonly Reminder[],
  settled: readonly string[],
  caseOf: (number: string) => Case | null,
): readonly CaseLine[] => {
  const lines = new Map<string | null, Reminder[]>();
  for (const reminder of [...reminders].sort(mostUrgentFirst)) {
    const known = lines.get(reminder.case);
    if (known === undefined) lines.set(reminder.case, [reminder]);
    else known.push(reminder);
  }
  const done = settled.filter((number) => !lines.has(number));
  return [
    ...[...lines].map(([number, found]) => ({ number, found })),
    ...[...new Set(done)].map((number) => ({ number, found: [] })),
  ].map(({ number, found }) => {
    const request = number === null ? null : caseOf(number);
    return { number, right: request?.right ?? null, owner: request?.owner ?? null, reminders: found };
  });
};

/** Monday, or the first working day of a week that begins with a holiday. */
export const isFirstDayOfWeek = (date: CalendarDate, rules: ReminderRules): boolean =>
  lastWorkingDayUntil(addDays(date, -1), teamCalendar(rules)) < mondayOf(date);
