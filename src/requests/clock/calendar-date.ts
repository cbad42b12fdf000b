/** A day of the calendar, 'YYYY-MM-DD', with no time and no zone: what the law's periods are made of. Sorts as text. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const brand = (text: string): CalendarDate => text as CalendarDate;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

const pad = (count: number): string => (count < 10 ? `0${count}` : String(count));

const write = (year: number, month: number, day: number): CalendarDate =>
  brand(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

const read = (date: CalendarDate): readonly [number, number, number] => [
  twoDigits(date, 0) * 100 + twoDigits(date, 2),
  twoDigits(date, 5),
  twoDigits(date, 8),
];

/** Reads 'YYYY-MM-DD'; undefined when it has another shape or no such day exists (30 February). */
export const parseCalendarDate = (text: string): CalendarDate | undefined => {
  const [, year, month, day] = (pattern.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  return brand(text);
};

/** Days since 1 March of year 0 (a year that begins in March ends with its leap day, so no month needs a case of its own). */
const dayNumber = (date: CalendarDate): number => {
  const [year, month, day] = read(date);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + Math.floor((marchMonth * 153 + 2) / 5) + day - 1;
};

/** The date `days` later (earlier when negative). */
export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const inMonth = twoDigits(date, 8) + days;
  // Most steps stay inside a month that every year has: nothing but the day changes then.
  if (inMonth >= 1 && inMonth <= 28) return brand(date.slice(0, 8) + pad(inMonth));
  let [year, month, day] = read(date);
  day += days;
  while (day > monthLength(year, month)) {
    day -= monthLength(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += monthLength(year, month);
  }
  return write(year, month, day);
};

/** The same date `months` later, or the last day of that month if it has no such date (Reg 1182/71 Art 3(2)(c)). */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const [year, month, day] = read(date);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  return write(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
};

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: CalendarDate): number => (dayNumber(date) + 3) % 7;

export const isWeekend = (date: CalendarDate): boolean => weekday(date) % 6 === 0;

export const yearOf = (date: CalendarDate): number => read(date)[0];

export const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

export const earlierOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

/** For people: "Tue 22 Dec 2026". */
export const describeDate = (date: CalendarDate): string => {
  const [year, month, day] = read(date);
  return `${dayNames[weekday(date)]} ${day} ${monthNames[month - 1]} ${year}`;
};
