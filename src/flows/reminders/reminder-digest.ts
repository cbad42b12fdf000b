/** What the privacy channel reads once a day: numbers, rights, dates and staff ids, nothing of a data subject. */

import type { Case } from '../../requests/case/case.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { addDays, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import { type HolidayTable, lastWorkingDayUntil } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { Reminder } from '../../requests/reminders/due-reminder.ts';
import { type ReminderRules, teamCalendar } from '../../requests/reminders/reminder-days.ts';
import { type AnswerDay, answerDay } from '../../requests/reminders/search-days.ts';
import { mostUrgentFirst } from './reminder-plan.ts';
import { mondayOf, type Week } from './week.ts';

/** What is to be said of one case (or, without a number, of the register). */
export type CaseLine = {
  readonly number: string | null;
  readonly right: Right | null;
  readonly owner: string | null;
  /** Empty when what was said this morning is done with. */
  readonly reminders: readonly Reminder[];
  /** Searches that are still out, where that is what is reminded of. */
  readonly out: readonly OutSearch[];
};

/** What one team was asked and has not answered. */
export type OutSearch = {
  readonly team: string;
  readonly people: readonly string[];
  /** Their names. */
  readonly systems: readonly string[];
  readonly by: AnswerDay;
};

const outOf = (request: Case, [first]: readonly Reminder[], table: HolidayTable): readonly OutSearch[] => {
  const out = request.asked.filter(({ result }) => result === null);
  const dates = { due: first?.due ?? null, cautiousDue: first?.cautiousDue ?? null };
  return [...new Set(out.map(({ team }) => team))].map((team): OutSearch => {
    const own = out.filter((each) => each.team === team);
    return {
      team,
      people: [...new Set(own.flatMap(({ people }) => people))],
      systems: own.map(({ system }) => systemNamed(system, request.places).name),
      by: answerDay(request, dates, own[0]?.askedAt ?? request.loggedAt, table),
    };
  });
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
  table: HolidayTable,
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
    const searching = request !== null && found.some(({ track }) => track === 'search');
    return {
      number,
      right: request?.right ?? null,
      owner: request?.owner ?? null,
      reminders: found,
      out: searching ? outOf(request, found, table) : [],
    };
  });
};

/** Monday, or the first working day of a week that begins with a holiday. */
export const isFirstDayOfWeek = (date: CalendarDate, rules: ReminderRules): boolean =>
  lastWorkingDayUntil(addDays(date, -1), teamCalendar(rules)) < mondayOf(date);
