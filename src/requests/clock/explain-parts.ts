import { addDays, type CalendarDate, describeDate, isWeekend, yearOf } from './calendar-date.ts';
import { addWorkingDays, type WorkingCalendar, weekendsOnly } from './holidays.ts';
import type { PreparedCase } from './month-clock.ts';
import type { BareDeadline } from './other-clocks.ts';
import { ruleOf } from './rights.ts';

/** Which rules and which table made the date. */
export type Versions = { readonly rules: string; readonly holidays: string; readonly publishedTo: number };

/** For people and for machines that search: "Tue 22 Dec 2026 (2026-12-22)". */
export const inFull = (date: CalendarDate): string => `${describeDate(date)} (${date})`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "england-and-wales" as people write it. */
/** "england-and-wales" as people write it. */
export const placeName = (jurisdiction: string): string =>
  jurisdiction === weekendsOnly.jurisdiction
    ? 'weekends only'
    : jurisdiction
        .split('-')
        .map((word) => (word === 'and' ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
        .join(' ');

/** When and what, in the calendar that counts. */
export const receivedLine = ({ input, received, receivedTime }: PreparedCase): string => {
  return `${ruleOf(input.right).label} (${ruleOf(input.right).articles}): received ${describeDate(received)} at ${receivedTime}, by the calendar of ${input.zone}. That day is day zero.`;
};

const whyOff = (date: CalendarDate, calendar: WorkingCalendar): string => calendar.holiday(date) ?? 'weekend';

/** Which days off moved the end: a run of them, each with its reason, and the day it came to. */
export const rollLine = (
  from: CalendarDate,
  to: CalendarDate,
  calendar: WorkingCalendar,
): readonly string[] => {
  if (from === to) return [];
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    const weekend = calendar.holiday(day) !== undefined && isWeekend(day) ? ', at a weekend' : '';
    days.push(`${describeDate(day)} (${whyOff(day, calendar)}${weekend})`);
  }
  const article = `Reg 1182/71 Art 3(4), ${placeName(calendar.jurisdiction)}`;
  return [`No working day: ${days.join(', ')}. The end moves once, to ${describeDate(to)} (${article}).`];
};

/** Closes every explanation. */
export const versionLine = (
  rule: string,
  { calendar }: PreparedCase,
  versions: Versions,
  due: CalendarDate | null,
): string => {
  const projected =
    due !== null && yearOf(due) > versions.publishedTo
      ? `; holidays after ${versions.publishedTo} are projected`
      : '';
  return `Rule: ${rule}. Rule version ${versions.rules}; holiday table ${versions.holidays}, ${placeName(calendar.jurisdiction)}${projected}.`;
};

/** What the house does at once, beside the law's clock. */
export const meanwhileLines = (
  { input, received, calendar }: PreparedCase,
  bare: BareDeadline,
): readonly string[] => {
  const { meanwhile } = ruleOf(input.right);
  const next = bare.houseActionBy;
  return [
    ...(meanwhile === undefined
      ? []
      : [`${meanwhile}; house target ${describeDate(addWorkingDays(received, 1, calendar))}.`]),
    ...(next === null ? [] : [`Stop now. House target, not the law: ${describeDate(next)}.`]),
  ];
};
