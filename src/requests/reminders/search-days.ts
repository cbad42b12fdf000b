/** By when a team is asked to have searched: in time for the review, and never sooner than it can be done. */
import type { Case } from '../case/case.ts';
import type { CaseSummary } from '../case/summary.ts';
import type { CalendarDate } from '../clock/calendar-date.ts';
import {
  addWorkingDays,
  calendarFor,
  type HolidayTable,
  lastWorkingDayUntil,
  subtractWorkingDays,
  weekendsOnly,
} from '../clock/holidays.ts';
import { localDate } from '../clock/zone.ts';
import { dateToKeep } from './reminder-days.ts';
import { ladderOf, searchDays, searchesBack } from './reminder-table.ts';

export type AnswerDay = {
  readonly day: CalendarDate;
  /** `before`: so many working days before the date. `asked`: so many after the question. `late`: at once, because the date is here. */
  readonly why: 'before' | 'asked' | 'late';
  readonly days: number;
  /** The date that it was counted from; null where the case has none. */
  readonly date: CalendarDate | null;
};

type Dates = Pick<CaseSummary, 'due' | 'cautiousDue'>;

/** The house's ladder read backwards from the date to work to; without a date a number of working days after the question. */
export const answerDay = (
  { right, jurisdiction, timeZone }: Pick<Case, 'right' | 'jurisdiction' | 'timeZone'>,
  dates: Dates,
  askedAt: string,
  table: HolidayTable,
): AnswerDay => {
  const calendar = calendarFor(table, jurisdiction) ?? weekendsOnly;
  const asked = localDate(new Date(askedAt), timeZone);
  const soonest = addWorkingDays(asked, searchDays.first, calendar);
  const date = dateToKeep(dates);
  if (date === null)
    return {
      day: addWorkingDays(asked, searchDays.long, calendar),
      why: 'asked',
      days: searchDays.long,
      date,
    };
  const last = lastWorkingDayUntil(date, calendar);
  const days = ladderOf[right].includes(searchesBack.days) ? searchesBack.days : searchesBack.least;
  const wanted = subtractWorkingDays(last, days, calendar);
  if (wanted >= soonest) return { day: wanted, why: 'before', days, date };
  const latest = subtractWorkingDays(last, searchesBack.least, calendar);
  return soonest <= latest
    ? { day: soonest, why: 'asked', days: searchDays.first, date }
    : { day: asked, why: 'late', days: 0, date };
};
