/** A day of receipt as people type it: "2026-01-31", "letter of 3rd Nov", "03.11.", "yesterday", "letzten Dienstag", or a whole instant. */
import { datesIn, months } from '../../letters/letter-dates.ts';
import {
  addDays,
  type CalendarDate,
  describeDate,
  parseCalendarDate,
  weekday,
} from '../../requests/clock/calendar-date.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { plainDayWords } from './day-words.ts';

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
const timeOfDay =
  /\b(?:(?:at|um|gegen|vers|à|a las) )?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:am|pm|uhr|h)?\b|\b(?:(?:at|um|gegen|vers|à|a las) )?\d{1,2}\s?(?:am|pm|uhr|h(?:\d\d)?)\b/gi;
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

/** 0 on a Monday. */
const dayOfWeek = (day: CalendarDate): number => (weekday(day) + 6) % 7;

/** The latest such weekday before today. */
const lastWeekday = (name: string, now: CalendarDate): CalendarDate | null => {
  const wanted = weekdays.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3)));
  if (wanted < 0) return null;
  for (let back = 1; back <= 7; back += 1) {
    const day = addDays(now, -back);
    if (dayOfWeek(day) === wanted) return day;
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

/** The latest such day of a month that is not ahead, if it falls on the weekday that was typed beside it. */
const weekdayAndNumber = (name: string, number: number, now: CalendarDate): CalendarDate | null => {
  const day = lastOfMonth(number, now);
  return day !== null && weekdays[dayOfWeek(day)]?.startsWith(name.toLowerCase().slice(0, 3)) === true
    ? day
    : null;
};

/** That weekday of the week before this one; weeks begin on Monday. */
const ofLastWeek = (name: string, now: CalendarDate): CalendarDate =>
  addDays(
    now,
    -dayOfWeek(now) - 7 + weekdays.findIndex((each) => each.startsWith(name.toLowerCase().slice(0, 3))),
  );

const ofLastMonth = (number: number, now: CalendarDate): CalendarDate | null => {
  const before = addDays(now, -Number(now.slice(8)));
  return parseCalendarDate(`${before.slice(0, 8)}${String(number).padStart(2, '0')}`) ?? null;
};

type Way = readonly [RegExp, (found: RegExpExecArray, now: CalendarDate) => CalendarDate | null];

const someDay = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const way = (words: string, dayOf: Way[1]): Way => [new RegExp(words, 'i'), dayOf];

/** Days that people name from where they stand; each is said back as a date. */
const ways: readonly Way[] = [
  way('\\b(?:the )?day before yesterday\\b', (_, now) => addDays(now, -2)),
  way('\\btoday\\b', (_, now) => now),
  way('\\byesterday\\b', (_, now) => addDays(now, -1)),
  way(
    '\\b(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (day|week)s? ago\\b',
    ([, many = '', unit = ''], now) => addDays(now, -countOf(many) * (unit.toLowerCase() === 'week' ? 7 : 1)),
  ),
  way(`\\b${someDay},? (?:of )?last week\\b`, ([, name = ''], now) => ofLastWeek(name, now)),
  way(`\\blast week,? (?:on )?${someDay}\\b`, ([, name = ''], now) => ofLastWeek(name, now)),
  way(`\\b${someDay} before last\\b`, ([, name = ''], now) => {
    const day = lastWeekday(name, now);
    return day === null ? null : addDays(day, -7);
  }),
  way(`\\b${someDay},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b`, ([, name = '', number = ''], now) =>
    weekdayAndNumber(name, Number(number), now),
  ),
  way('\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?last month\\b', ([, number = ''], now) =>
    ofLastMonth(Number(number), now),
  ),
  way(`\\b(?:last |on |this )?${someDay}\\b`, ([, name = ''], now) => lastWeekday(name, now)),
  // "May" is a word too, so the reader of letters wants a year beside it; here a number is enough.
  way('(?<!art(?:icle|\\.)? ?)\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?may\\b', ([, number = ''], now) =>
    withoutYear(`05-${number.padStart(2, '0')}`, now),
  ),
  way('\\b(?:(?:on )?the )?(\\d{1,2})(?:st|nd|rd|th)\\b', ([, number = ''], now) =>
    lastOfMonth(Number(number), now),
  ),
  way('\\b(\\d{1,2})[/.](\\d{1,2})\\b(?!/|\\.?\\d)\\.?', ([, day = '', month = ''], now) =>
    withoutYear(`${month.padStart(2, '0')}-${day.padStart(2, '0')}`, now),
  ),
];

const ahead =
  /(?<!\p{L})(?:tomorrow|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)|coming|übermorgen|demain|prochaine?|próxim[oa]|(?:nächsten?|kommenden?)(?!\p{L}))/iu;

type Relative = { readonly words: string; readonly day: CalendarDate | null };

const relativeIn = (text: string, now: CalendarDate): Relative | null => {
  for (const [words, dayOf] of ways) {
    const found = words.exec(text);
    if (found !== null) return { words: found[0].trim(), day: dayOf(found, now) };
  }
  return null;
};

/** Two days in one text are not weighed against each other: "letter of the 3rd, came yesterday" has to be said more plainly. */
const severalDays = 'I found more than one day in that. Please give me the one on which it arrived.';

/** "3 or 4 Nov": another number belongs to the same month. */
const severalBefore = (text: string, index: number): boolean =>
  /\d(?:st|nd|rd|th)?\.? ?(?:or|and|to|-|oder|und|bis|ou|et|o|y) ?$/i.test(text.slice(0, index));

const relative = (text: string, now: CalendarDate): TypedDay | null => {
  if (ahead.test(text)) return no('That has not come yet. A request counts from the day it arrives.');
  const found = relativeIn(text, now);
  if (found === null) return null;
  if (found.day === null) return no(`There is no such day as “${found.words}”.`);
  const rest = text.replace(found.words, ' ').replace(timeOfDay, ' ');
  const other = relativeIn(rest, now);
  if (other !== null && other.day !== found.day) return no(severalDays);
  const plain = /^(?:today|yesterday)$/i.test(found.words);
  const reading = plain ? null : `I read “${found.words}” as ${describeDate(found.day)}.`;
  return {
    ok: true,
    day: found.day,
    instant: null,
    reading,
    rest: other === null ? rest : rest.replace(other.words, ' '),
  };
};

/** A day named beside a date, whose weekday is another or which lies elsewhere: null where nothing contradicts. */
const contradicted = (rest: string, day: CalendarDate, now: CalendarDate): TypedDay | null => {
  const other = relativeIn(rest, now);
  if (other === null || other.day === day) return null;
  const justWeekday = weekdayIn(other.words) === other.words.replace(/^on /i, '');
  if (!justWeekday) return no(severalDays);
  return other.day !== null && dayOfWeek(other.day) === dayOfWeek(day)
    ? null
    : no(`“${other.words}” does not fit: that day is ${describeDate(day)}.`);
};

const weekdayIn = (words: string): string => new RegExp(`\\b${someDay}\\b`, 'i').exec(words)?.[0] ?? '';

const withoutWeekday = (rest: string): string => rest.replace(new RegExp(`\\b${someDay}\\b`, 'gi'), ' ');

/** `now` and `zone` decide what "today" is and which day an instant falls on. Slashed dates are read day first, and that is said. */
export const typedDay = (typed: string, now: Date, zone: string): TypedDay => {
  const text = plainDayWords(typed);
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
  if (another !== undefined || severalBefore(text, found.index)) return no(severalDays);
  const rest = text.replace(found.words, ' ').replace(timeOfDay, ' ');
  if (found.monthDay !== null) {
    const day = withoutYear(found.monthDay, today);
    if (day === null) return no(`There is no such day as “${found.words}”.`);
    return (
      contradicted(`${rest} ${weekdayIn(found.words)}`, day, today) ?? {
        ok: true,
        day,
        instant: null,
        reading: `No year was given, so I took ${describeDate(day)}.`,
        rest: withoutWeekday(rest),
      }
    );
  }
  const day = found.date === null ? undefined : parseCalendarDate(found.date);
  if (day === undefined) return no(impossible(found.words));
  if (!found.weekdayFits) return no(`“${found.words}” does not fit: that day is ${describeDate(day)}.`);
  const reading = slashed.test(found.words)
    ? `I read ${found.words} the British way, day first: ${describeDate(day)}.`
    : null;
  return (
    contradicted(rest, day, today) ?? { ok: true, day, instant: null, reading, rest: withoutWeekday(rest) }
  );
};
