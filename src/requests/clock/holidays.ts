/** Public holidays and working days: a table that is passed in, and counting by it. */
import { addDays, type CalendarDate, isWeekend, yearOf } from './calendar-date.ts';
import type { RegimeData } from './regime.ts';

/** One place of the table: its public holidays, and how far they can be trusted. */
export type HolidayPlace = {
  /** The regime whose place it is. */
  readonly regime: string;
  readonly name: string;
  readonly days: Readonly<Record<string, string>>;
  /** When a person held it against the published list; null: never. */
  readonly compared: CalendarDate | null;
  readonly source: string;
  /** The last year that had been published; later years are projected. */
  readonly publishedTo: number;
};

/** Public holidays by jurisdiction and the regimes they belong to, made from data; a plain value that is passed in. */
export type HolidayTable = {
  /** Named in every explanation, so that a date can be traced to the table that made it. */
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The earliest last year that any place's government had published. */
  readonly publishedTo: number;
  readonly jurisdictions: Readonly<Record<string, HolidayPlace>>;
  readonly regimes: Readonly<Record<string, RegimeData>>;
};

/** The working days of one place. */
export type WorkingCalendar = {
  readonly jurisdiction: string;
  /** The name of the public holiday on that day, or undefined. */
  readonly holiday: (date: CalendarDate) => string | undefined;
  /** False when the table does not reach that day: only weekends are known then. */
  readonly covers: (date: CalendarDate) => boolean;
  readonly compared: CalendarDate | null;
  readonly publishedTo: number;
};

/** The regime of that id; undefined when the data knows none. */
export const regimeOf = (table: HolidayTable, id: string): RegimeData | undefined =>
  Object.hasOwn(table.regimes, id) ? table.regimes[id] : undefined;

/**
 * The place that counts under a regime: the one given if it is one of its own, weekends only where the regime knows foreign places so,
 * and otherwise the regime's first place.
 */
export const placeUnder = (table: HolidayTable, regime: string, jurisdiction: string): string => {
  if (table.jurisdictions[jurisdiction]?.regime === regime) return jurisdiction;
  if (regimeOf(table, regime)?.foreignPlaces === 'weekends-only') return weekendsOnly.jurisdiction;
  const own = Object.entries(table.jurisdictions).find(([, place]) => place.regime === regime);
  return own?.[0] ?? jurisdiction;
};

/** The place itself where its holidays, or weekends alone, count under the regime; otherwise one that the regime knows. */
export const acceptedPlace = (table: HolidayTable, regime: string, jurisdiction: string): string => {
  const place = placeUnder(table, regime, jurisdiction);
  return place === weekendsOnly.jurisdiction && table.jurisdictions[jurisdiction] !== undefined
    ? jurisdiction
    : place;
};

/** The calendar of one jurisdiction of the table; undefined when the table has no such jurisdiction. */
export const calendarFor = (table: HolidayTable, jurisdiction: string): WorkingCalendar | undefined => {
  const place = Object.hasOwn(table.jurisdictions, jurisdiction)
    ? table.jurisdictions[jurisdiction]
    : undefined;
  if (place === undefined) return undefined;
  const { days, compared, publishedTo } = place;
  return {
    jurisdiction,
    holiday: (date) => days[date],
    covers: (date) => yearOf(date) >= table.firstYear && yearOf(date) <= table.lastYear,
    compared,
    publishedTo,
  };
};

/** Saturdays and Sundays only: the cautious reading where no place's holidays are sure to apply. */
export const weekendsOnly: WorkingCalendar = {
  jurisdiction: 'weekends-only',
  holiday: () => undefined,
  covers: () => true,
  compared: null,
  publishedTo: 9999,
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
