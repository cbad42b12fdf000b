/** Days to come as people type them: "until 18 December", "from Monday to Friday", "tomorrow", "for two weeks". What was read is always said back. */
import { datesIn } from '../../letters/letter-dates.ts';
import {
  addDays,
  type CalendarDate,
  parseCalendarDate,
  weekday,
} from '../../requests/clock/calendar-date.ts';
import { countInWords } from './count-in-words.ts';
import { plainDayWords } from './day-words.ts';

export type DaysAhead =
  | { readonly ok: true; readonly from: CalendarDate; readonly until: CalendarDate }
  | { readonly ok: false; readonly why: 'no_day' | 'past' | 'too_far' };

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const longestDays = 366;

/** 0 on a Monday. */
const dayOfWeek = (day: CalendarDate): number => (weekday(day) + 6) % 7;

const countOf = (word: string): number => (/^an?$/i.test(word) ? 1 : (countInWords(word) ?? 0));

/** The first day from `now` on with this number in its month. */
const nextOfMonth = (number: number, now: CalendarDate): CalendarDate | null => {
  for (let ahead = 0; ahead < 62; ahead += 1)
    if (Number(addDays(now, ahead).slice(8)) === number) return addDays(now, ahead);
  return null;
};

/** The first day of the month before. */
const monthBefore = (day: CalendarDate): CalendarDate => {
  const last = addDays(day, -Number(day.slice(8)));
  return addDays(last, 1 - Number(last.slice(8)));
};

const nextMonthDay = (monthDay: string, now: CalendarDate): CalendarDate | null => {
  const year = Number(now.slice(0, 4));
  for (let ahead = 0; ahead < 8; ahead += 1) {
    const day = parseCalendarDate(`${year + ahead}-${monthDay}`);
    if (day !== undefined && day >= now) return day;
  }
  return null;
};

const lastOfMonth = (now: CalendarDate): CalendarDate => {
  let day = now;
  while (addDays(day, 1).slice(0, 7) === now.slice(0, 7)) day = addDays(day, 1);
  return day;
};

type Way = readonly [RegExp, (found: RegExpExecArray, now: CalendarDate) => CalendarDate | null];

/** Fridays end a week here. A weekday's name is the next such day. */
const ways: readonly Way[] = [
  [/\btoday\b/i, (_, now) => now],
  [/\btomorrow\b/i, (_, now) => addDays(now, 1)],
  [/\bend of (?:the |this )?month\b/i, (_, now) => lastOfMonth(now)],
  [/\bnext week\b/i, (_, now) => addDays(now, 11 - dayOfWeek(now))],
  [
    /\b(?:(?:end|rest) of (?:the|this) |this )week\b/i,
    (_, now) => addDays(now, Math.max(0, 4 - dayOfWeek(now))),
  ],
  [
    /\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\b/i,
    ([, name = ''], now) => {
      const ahead = (weekdays.indexOf(name.toLowerCase()) - dayOfWeek(now) + 7) % 7;
      return addDays(now, ahead === 0 ? 7 : ahead);
    },
  ],
  [/\b(\d{1,2})(?:st|nd|rd|th)?\b(?![/.:]\d)/i, ([, number = ''], now) => nextOfMonth(Number(number), now)],
];

/** The first day in a text, read forward from `now`. */
const dayIn = (text: string, now: CalendarDate): CalendarDate | null => {
  const [found] = datesIn(text);
  if (found?.date != null) return parseCalendarDate(found.date) ?? null;
  if (found?.monthDay != null) return nextMonthDay(found.monthDay, now);
  for (const [words, dayOf] of ways) {
    const matched = words.exec(text);
    if (matched !== null) return dayOf(matched, now);
  }
  return null;
};

const length =
  /\bfor (?:the (?:next|coming) )?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (day|week)s?\b/i;

/** "the next two weeks" begins with `from`. */
const untilByLength = (text: string, from: CalendarDate): CalendarDate | null => {
  const [, many = '', unit = ''] = length.exec(text) ?? [];
  if (many === '') return null;
  return addDays(from, countOf(many) * (unit.toLowerCase() === 'week' ? 7 : 1) - 1);
};

/** `today` is a day on the team's calendar; the last day is part of it. */
export const daysAhead = (typed: string, today: CalendarDate): DaysAhead => {
  const text = plainDayWords(typed).replace(/\b(bis|jusqu'au|hasta)\b/giu, 'until');
  const [before = '', ...after] = text.split(
    /\b(?:until|till|til|through|thru|to)\b|(?<=(?:^|\s)\d{1,2})\s?[–-]\s?(?=\d{1,2}(?:st|nd|rd|th)?\s+\p{L})/iu,
  );
  const end = after.join(' ');
  const starts = /\b(?:from|starting|as of|on)\b(.*)/iu.exec(before)?.[1] ?? '';
  if (end.trim() === '') {
    const from = dayIn(starts.replace(length, ' '), today) ?? today;
    const byLength = untilByLength(text, from);
    const until = byLength ?? dayIn(before, today);
    if (until === null) return { ok: false, why: 'no_day' };
    // One day alone is that day; "from Monday" says no end.
    if (byLength === null && /\bfrom|starting|as of\b/iu.test(before)) return { ok: false, why: 'no_day' };
    const single = byLength === null && !/\bweek\b/iu.test(before);
    return checked(single ? until : from, until, today);
  }
  const until = dayIn(end, today);
  if (until === null) return { ok: false, why: 'no_day' };
  // "14 to 18 December": the first number belongs to the month of the second.
  const [, bare] = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?\s*$/iu.exec(before.trim()) ?? [];
  const sameMonth = bare === undefined ? undefined : `${until.slice(0, 8)}${bare.padStart(2, '0')}`;
  const there = sameMonth === undefined ? undefined : parseCalendarDate(sameMonth);
  // "30 to 2 January": of the month before, as long as that lies ahead.
  const over = there !== undefined && there > until ? nextOfMonth(Number(bare), monthBefore(until)) : null;
  const first = (over !== null && over >= today && over < until ? over : there) ?? dayIn(before, today);
  return checked(first ?? today, until, today);
};

const checked = (from: CalendarDate, until: CalendarDate, today: CalendarDate): DaysAhead => {
  if (until < today || until < from) return { ok: false, why: 'past' };
  if (until > addDays(today, longestDays)) return { ok: false, why: 'too_far' };
  return { ok: true, from: from < today ? today : from, until };
};
