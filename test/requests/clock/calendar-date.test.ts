import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  describeDate,
  parseCalendarDate,
  weekday,
} from '../../../src/requests/clock/calendar-date.ts';

const date = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate;

/** An independent calendar: every day from 1 January 1999 on, walked one by one with the lengths of the months written out. */
const walk = ((): readonly string[] => {
  const days: string[] = [];
  for (let year = 1999; year <= 2041; year += 1) {
    const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
      for (let day = 1; day <= length; day += 1) {
        days.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
      }
    });
  }
  return days;
})();
/** A day of the walk with 400 days of it on either side. */
const place = fc.integer({ min: 400, max: walk.length - 401 });

describe('a calendar date', () => {
  it('is read only when that day exists', () => {
    const texts = [
      '2026-02-30',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-06-31',
      '26-06-01',
      '2026-6-1',
      '',
    ];
    expect(texts.map(parseCalendarDate)).toEqual(texts.map(() => undefined));
    expect(['2028-02-29', '2000-02-29', '2026-12-31'].map(parseCalendarDate)).not.toContain(undefined);
    expect(parseCalendarDate('1900-02-29')).toBeUndefined();
  });

  it('moves by days as a walk of day after day does', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: -400, max: 400 }), (at, days) => {
        expect(addDays(date(walk[at] ?? ''), days)).toBe(walk[at + days]);
      }),
    );
  });

  it('counts the days between two dates as the walk does', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(daysBetween(date(walk[from] ?? ''), date(walk[to] ?? ''))).toBe(to - from);
      }),
    );
  });

  it('knows its weekday: 1 January 1999 was a Friday, and seven days make a week', () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(weekday(date(walk[at] ?? ''))).toBe((5 + at) % 7);
      }),
    );
  });

  it('moves by months to the same day, or to the last day of a shorter month', () => {
    const rows = [
      ['2026-01-31', 1, '2026-02-28', 'no 31 February'],
      ['2028-01-31', 1, '2028-02-29', 'a leap year'],
      ['2028-02-29', 1, '2028-03-29', 'not from month end to month end'],
      ['2028-02-29', 12, '2029-02-28', 'no 29 February 2029'],
      ['2026-11-30', 3, '2027-02-28', 'over the turn of the year'],
      ['2026-12-31', 1, '2027-01-31', 'December to January'],
    ] as const;
    for (const [from, months, to, why] of rows) expect(addMonths(date(from), months), why).toBe(to);
  });

  it('is written for people', () => expect(describeDate(date('2026-12-22'))).toBe('Tue 22 Dec 2026'));
});
