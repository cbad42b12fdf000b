import { addDays, type CalendarDate, isWeekend, yearOf } from './calendar-date.ts';

/** Public holidays by jurisdiction, made from data/calendars; a plain value that is passed in. */
export type HolidayTable = {
  /** Named in every explanation, so that a date can be traced to the table that made it. */
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The last year that the government had published; later years are projected. */
  readonly publishedTo: number;
  readonly jurisdictions: Readonly<
    Record<string, { readonly regime: 'uk' | 'eu'; readonly days: Readonly<Record<string, string>> }>
  >;
};

/** The working days of one place. */
export type WorkingCalendar = {
  readonly jurisdiction: string;
  /** The name of the public holiday on that day, or undefined. */
  readonly holiday: (date: CalendarDate) => string | undefined;
  /** False when the table does not reach that day: only weekends are known then. */
  readonly covers: (date: CalendarDate) => boolean;
};

/** The calendar of one jurisdiction of the table; undefined when the table has no such jurisdiction. */
export const calendarFor = (table: HolidayTable, jurisdiction: string): WorkingCalendar | undefined => {
  if (!Object.hasOwn(table.jurisdictions, jurisdiction)) return undefined;
  const days = table.jurisdictions[jurisdiction]?.days ?? {};
  return {
    jurisdiction,
    holiday: (date) => days[date],
    covers: (date) => yearOf(date) >= table.firstYear && yearOf(date) <= table.lastYear,
  };
};

/** Saturdays and Sundays only: the cautious reading where no place's holidays are sure to apply. */
export const weekendsOnly: WorkingCalendar = {
  jurisdiction: 'weekends-only',
  holiday: () => undefined,
  covers: () => true,
};

export const isWorkingDay = (date: CalendarDate, calendar: WorkingCalendar): boolean =>
  !isWeekend(date) && calendar.holiday(date) === undefined;

/** That day if it is a working day, otherwise the next one (Reg 1182/71 Art 3(4)). */
export const nextWorkingDayFrom = (date: CalendarDate, calendar: WorkingCalendar): CalendarDate => {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
};

/** That day if it is a working day, otherwise the last one before it (ceilings never roll forward). */
export const lastWorkingDayUntil = (date: CalendarDate, calendar: WorkingCalendar): CalendarDate => {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
};

const stepWorkingDays = (
  date: CalendarDate,
  count: number,
  step: 1 | -1,
  calendar: WorkingCalendar,
): CalendarDate => {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
};

/** The `count`-th working day after `date`; `date` itself when count is 0 or less. */
export const addWorkingDays = (date: CalendarDate, count: number, calendar: WorkingCalendar): CalendarDate =>
  stepWorkingDays(date, count, 1, calendar);

/** The `count`-th working day before `date`; `date` itself when count is 0 or less. */
export const subtractWorkingDays = (
  date: CalendarDate,
  count: number,
  calendar: WorkingCalendar,
): CalendarDate => stepWorkingDays(date, count, -1, calendar);

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export const workingDaysBetween = (
  from: CalendarDate,
  to: CalendarDate,
  calendar: WorkingCalendar,
): number => {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
};
