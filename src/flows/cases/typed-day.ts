/** A day of receipt as people type it: "2026-01-31", "31 Jan 2026", "31/01/2026", "yesterday", or a whole instant. */
import { datesIn, months } from '../../letters/letter-dates.ts';
import {
  addDays,
  type CalendarDate,
  describeDate,
  parseCalendarDate,
} from '../../requests/clock/calendar-date.ts';
import { localDate } from '../../requests/clock/zone.ts';

export type TypedDay =
  | {
      readonly ok: true;
      readonly day: CalendarDate;
      /** Set where the time of day was typed as well: it decides the day in our zone. */
      readonly instant: Date | null;
      /** How it was read, where it can be read in two ways; a sentence. */
      readonly reading: string | null;
      /** What was typed besides the day. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly why: string };

const instantIn = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)(?!\d)/i;
const timeOfDay = /\b(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:am|pm)?\b|\b\d{1,2}\s?(?:am|pm)\b/gi;
const slashed = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;
const no = (why: string): TypedDay => ({ ok: false, why });

/** Why there is no such day, and what may have been meant. */
const impossible = (words: string): string => {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$/.exec(words) ?? [];
  const swapped = Number(second) > 12 && Number(first) >= 1 && Number(first) <= 12;
  const century = year.length === 2 ? `20${year}` : year;
  return swapped
    ? `I read “${words}” with the day first, and there is no month ${Number(second)}. If you mean ${Number(second)} ${months[Number(first) - 1]}, write ${century}-${first.padStart(2, '0')}-${second.padStart(2, '0')}.`
    : `There is no such day as “${words}”.`;
};

/** The latest day of that month and date that is not ahead. */
const withoutYear = (monthDay: string, now: CalendarDate): CalendarDate | null => {
  const year = Number(now.slice(0, 4));
  for (let back = 0; back < 8; back += 1) {
    const day = parseCalendarDate(`${year - back}-${monthDay}`);
    if (day !== undefined && day <= now) return day;
  }
  return null;
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const countOf = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : /^an?$/i.test(word)
      ? 1
      : Math.max(0, small.indexOf(word.toLowerCase()));

/** The latest such weekday before today. */
const lastWeekday = (name: string, now: CalendarDate): CalendarDate | null => {
  const wanted = weekdays.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3)));
  if (wanted < 0) return null;
  for (let back = 1; back <= 7; back += 1) {
    const day = addDays(now, -back);
    if ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7 === wanted) return day;
  }
  return null;
};

/** The latest day with this number in its month that is not ahead. */
const lastOfMonth = (number: number, now: CalendarDate): CalendarDate | null => {
  for (let back = 0; back < 62; back += 1) {
    const day = addDays(now, -back);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
};

type Way = readonly [RegExp, (found: RegExpExecArray, now: CalendarDate) => CalendarDate | null];

/** Days that people name from where they stand; each is said back as a date. */
const ways: readonly Way[] = [
  [/\b(?:the )?day before yesterday\b/i, (_, now) => addDays(now, -2)],
  [/\btoday\b/i, (_, now) => now],
  [/\byesterday\b/i, (_, now) => addDays(now, -1)],
  [
    /\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (day|week)s? ago\b/i,
    ([, many = '', unit = ''], now) => addDays(now, -countOf(many) * (unit.toLowerCase() === 'week' ? 7 : 1)),
  ],
  [
    /\b(?:last |on |this )?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/i,
    ([, name = ''], now) => lastWeekday(name, now),
  ],
  [/\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b/i, ([, number = ''], now) => lastOfMonth(Number(number), now)],
  [
    /\b(\d{1,2})[/.](\d{1,2})\b(?![/.\d])/,
    ([, day = '', month = ''], now) => withoutYear(`${month.padStart(2, '0')}-${day.padStart(2, '0')}`, now),
  ],
];

const relative = (text: string, now: CalendarDate): TypedDay | null => {
  for (const [words, dayOf] of ways) {
    const found = words.exec(text);
    if (found === null) continue;
    const day = dayOf(found, now);
    if (day === null) return no(`There is no such day as “${found[0]}”.`);
    const plain = /^(?:today|yesterday)$/i.test(found[0]);
    const reading = plain ? null : `I read “${found[0]}” as ${describeDate(day)}.`;
    return { ok: true, day, instant: null, reading, rest: text.replace(found[0], ' ') };
  }
  return null;
};

/** Ways of writing a date that the reader of dates does not know, in one that it does. */
const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐-―]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/\b(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\b/g, '$1-$2-$3')
    .replace(/\b(\d{1,2})[- ]([A-Za-z]{3,9})[- ](\d{4})\b/g, '$1 $2 $3')
    .replace(/\b(\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}),? '(\d\d)\b/g, '$1 20$2')
    .replace(/\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/g, '$1-$2-$3');

/** `now` and `zone` decide what "today" is and which day an instant falls on. Slashed dates are read day first, and that is said. */
export const typedDay = (typed: string, now: Date, zone: string): TypedDay => {
  const text = normalised(typed);
  const today = localDate(now, zone);
  const [exact = ''] = instantIn.exec(text) ?? [];
  if (exact !== '') {
    const instant = new Date(exact.replace(' ', 'T'));
    if (Number.isNaN(instant.getTime())) return no(`There is no such moment as “${exact}”.`);
    return {
      ok: true,
      day: localDate(instant, zone),
      instant,
      reading: null,
      rest: text.replace(exact, ' '),
    };
  }
  const [found, another] = datesIn(text);
  if (found === undefined) return relative(text, today) ?? no('I could not find a day in that.');
  if (another !== undefined) return no('I found more than one day in that. Please give me one.');
  const rest = text.replace(found.words, ' ').replace(timeOfDay, ' ');
  if (found.monthDay !== null) {
    const day = withoutYear(found.monthDay, today);
    if (day === null) return no(`There is no such day as “${found.words}”.`);
    return {
      ok: true,
      day,
      instant: null,
      reading: `No year was given, so I took ${describeDate(day)}.`,
      rest,
    };
  }
  const day = found.date === null ? undefined : parseCalendarDate(found.date);
  if (day === undefined) return no(impossible(found.words));
  if (!found.weekdayFits) return no(`“${found.words}” does not fit: that day is ${describeDate(day)}.`);
  const reading = slashed.test(found.words)
    ? `I read ${found.words} the British way, day first: ${describeDate(day)}.`
    : null;
  return { ok: true, day, instant: null, reading, rest };
};
