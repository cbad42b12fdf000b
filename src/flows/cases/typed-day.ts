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

const relative = (text: string, now: CalendarDate): TypedDay | null => {
  const [word = ''] = /\b(?:today|yesterday)\b/i.exec(text) ?? [];
  if (word === '') return null;
  const day = word.toLowerCase() === 'today' ? now : addDays(now, -1);
  return { ok: true, day, instant: null, reading: null, rest: text.replace(word, ' ') };
};

const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐-―]/g, '-')
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
