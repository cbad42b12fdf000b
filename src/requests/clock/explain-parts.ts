/** Pieces that every explanation of a date is made of. */
import { addDays, type CalendarDate, describeDate, isWeekend, yearOf } from './calendar-date.ts';
import { addWorkingDays, type WorkingCalendar, weekendsOnly } from './holidays.ts';
import type { BareDeadline } from './other-clocks.ts';
import type { PreparedCase } from './period-clock.ts';
import type { Length } from './regime.ts';
import { rights } from './rights.ts';

/** Which rules and which table made the date. */
export type Versions = { readonly rules: string; readonly holidays: string };

/** For people and for machines that search: "Tue 22 Dec 2026 (2026-12-22)". */
export const inFull = (date: CalendarDate): string => `${describeDate(date)} (${date})`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const numerals = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

/** "One month", "Three months", "30 days", "12 months". */
export const lengthInWords = ({ unit, count }: Length): string => {
  const number = unit === 'months' ? (numerals[count] ?? String(count)) : String(count);
  return `${number} ${unit === 'months' ? 'month' : 'day'}${count === 1 ? '' : 's'}`;
};

/** "the month" or "the 30 days". */
export const periodNoun = ({ unit, count }: Length): string =>
  unit === 'months' && count === 1 ? 'month' : `${count} ${unit}`;

/** A sentence of a regime with its braces filled in. */
export const filled = (sentence: string, facts: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');

/** One sentence for people about what a flag means. */
export const explainFlag = ({ regime }: PreparedCase, flag: string): string => regime.flags[flag] ?? flag;

/** "england-and-wales" as people write it. */
export const placeName = (jurisdiction: string): string =>
  jurisdiction === weekendsOnly.jurisdiction
    ? 'weekends only'
    : jurisdiction
        .split('-')
        .map((word) => (word === 'and' ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
        .join(' ');

/** When and what, in the calendar that counts. */
export const receivedLine = ({ input, rule, received, receivedTime }: PreparedCase): string =>
  `${rights[input.right].label} (${rule.articles}): received ${describeDate(received)} at ${receivedTime}, by the calendar of ${input.zone}. That day is day zero.`;

const whyOff = (date: CalendarDate, calendar: WorkingCalendar): string => calendar.holiday(date) ?? 'weekend';

/** Which days off moved the end: a run of them, each with its reason, and the day it came to. */
export const rollLine = (
  from: CalendarDate,
  to: CalendarDate,
  { calendar, regime }: PreparedCase,
): readonly string[] => {
  if (from === to) return [];
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    const weekend = calendar.holiday(day) !== undefined && isWeekend(day) ? ', at a weekend' : '';
    days.push(`${describeDate(day)} (${whyOff(day, calendar)}${weekend})`);
  }
  const article = `${regime.roll}, ${placeName(calendar.jurisdiction)}`;
  return [`No working day: ${days.join(', ')}. The end moves once, to ${describeDate(to)} (${article}).`];
};

/** A table that nobody compared with a published list says so, wherever it could have moved the date. */
export const comparedLine = ({ calendar }: PreparedCase): readonly string[] =>
  calendar.compared !== null || calendar === weekendsOnly
    ? []
    : [
        `The public holidays of ${placeName(calendar.jurisdiction)} in our table were never compared with a published list: check the days around this date. The cautious date moves over weekends only.`,
      ];

/** All of an explanation, and what of it answers "why this date?" in one paragraph. */
export type Explained = { readonly lines: readonly string[]; readonly why: string };

/** `between` are the lines that make the date; `warnings` what to mind about it. */
export const inShort = (
  { received }: PreparedCase,
  between: readonly string[],
  rule: string,
  warnings: readonly string[],
): string =>
  [`Received ${describeDate(received)}, which is day zero.`, ...between, `Rule: ${rule}.`, ...warnings]
    .join(' ')
    // The date in figures is for machines that search the whole explanation.
    .replace(/ \(\d{4}-\d{2}-\d{2}\)/gu, '');

/** Closes every explanation. */
export const versionLine = (
  rule: string,
  { calendar, regime }: PreparedCase,
  versions: Versions,
  due: CalendarDate | null,
): string => {
  const projected =
    due !== null && calendar !== weekendsOnly && yearOf(due) > calendar.publishedTo
      ? `; holidays after ${calendar.publishedTo} are projected`
      : '';
  return `Rule: ${rule}. State of the law ${regime.checked}; rule version ${versions.rules}; holiday table ${versions.holidays}, ${placeName(calendar.jurisdiction)}${projected}.`;
};

/** What the house does at once, beside the law's clock. */
export const meanwhileLines = (
  { rule, received, calendar }: PreparedCase,
  bare: BareDeadline,
): readonly string[] => {
  const next = bare.houseActionBy;
  const target = rule.clock === 'none' ? 'Answer without delay' : 'Stop now';
  return [
    ...(rule.meanwhile === undefined
      ? []
      : [`${rule.meanwhile}; house target ${describeDate(addWorkingDays(received, 1, calendar))}.`]),
    ...(next === null ? [] : [`${target}. House target, not the law: ${describeDate(next)}.`]),
  ];
};
