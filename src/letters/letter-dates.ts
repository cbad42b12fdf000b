/** Dates in letters: written and found. */
import { type CalendarDate, parseCalendarDate, weekday } from '../requests/clock/calendar-date.ts';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const dateOf = (year: number, month: number, day: number): CalendarDate | undefined =>
  parseCalendarDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

/** '2026-12-22' as a letter says it: "Tuesday 22 December 2026"; any other text is left as it is. */
export const writeDate = (text: string): string => {
  const date = parseCalendarDate(text);
  if (date === undefined) return text;
  const [year, month = 0, day] = date.split('-').map(Number);
  return `${days[weekday(date)]} ${day} ${months[month - 1]} ${year}`;
};

/** A date found in running text. `date` is null when no such day exists; a date without a year has year null. */
export type FoundDate = {
  readonly words: string;
  readonly index: number;
  readonly date: string | null;
  /** 'MM-DD', for dates that name no year. */
  readonly monthDay: string | null;
  /** False when the weekday beside it is another day's. */
  readonly weekdayFits: boolean;
};

const WEEKDAY = '(?:(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+(?:the\\s+)?)?';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+(\\d{4})\\b)?';
const WORDS = new RegExp(`\\b${WEEKDAY}${DAY}\\s+(?:of\\s+)?${MONTH}${YEAR}`, 'gi');
const AMERICAN = new RegExp(`\\b${WEEKDAY}${MONTH}\\s+${DAY}\\b(?!\\s*[/-]\\d)${YEAR}`, 'gi');
const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const SLASHED = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/g;

const monthOf = (word: string): number =>
  months.findIndex((month) => month.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

/** A leap year stands in where no year is named, so that 29 February is a day. */
const LEAP = 2028;

const found = (
  words: string,
  index: number,
  year: number | null,
  month: number,
  day: number,
  named: string | undefined,
): FoundDate => {
  const real = dateOf(year ?? LEAP, month, day);
  const date = year === null || real === undefined ? null : real;
  const fits =
    named === undefined ||
    date === null ||
    days[weekday(date)]?.slice(0, 3).toLowerCase() === named.slice(0, 3).toLowerCase();
  const monthDay = year === null && real !== undefined ? real.slice(5) : null;
  return { words: words.trim(), index, date, monthDay, weekdayFits: fits };
};

const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.length === 2 ? `20${text}` : text);

/** Every date in a text, in any form a British letter may use; slashed dates are day first. */
export const datesIn = (text: string): readonly FoundDate[] => {
  // Every form has a day in digits; most sentences have none.
  if (!/\d/.test(text)) return [];
  const hits: FoundDate[] = [];
  for (const { 0: words, 1: named, 2: day, 3: month = '', 4: year, index } of text.matchAll(WORDS)) {
    // "Article 3 may apply" is no date in May.
    if (month === 'may' && year === undefined) continue;
    hits.push(found(words, index, yearOf(year), monthOf(month), Number(day), named));
  }
  const taken = (index: number, length: number): boolean =>
    hits.some((hit) => index < hit.index + hit.words.length && hit.index < index + length);
  for (const { 0: words, 1: named, 2: month = '', 3: day, 4: year, index } of text.matchAll(AMERICAN)) {
    if (!taken(index, words.length)) {
      hits.push(found(words, index, yearOf(year), monthOf(month), Number(day), named));
    }
  }
  for (const { 0: words, 1: year, 2: month, 3: day, index } of text.matchAll(ISO)) {
    hits.push(found(words, index, Number(year), Number(month), Number(day), undefined));
  }
  for (const { 0: words, 1: day, 3: month, 4: year, index } of text.matchAll(SLASHED)) {
    if (!taken(index, words.length)) {
      hits.push(found(words, index, yearOf(year), Number(month), Number(day), undefined));
    }
  }
  return hits.toSorted((a, b) => a.index - b.index);
};
