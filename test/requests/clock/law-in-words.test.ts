/** Amounts, grounds and periods as the data of each regime words them. */
import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { type CalendarDate, parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { regimeOf } from '../../../src/requests/clock/holidays.ts';
import { acknowledgeWithin, groundInWords, moneyIn } from '../../../src/requests/clock/law-in-words.ts';

const law = readHolidayTable();
const on = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate;
const within = (regime: string, received: string): string | undefined => {
  const data = regimeOf(law, regime);
  return data === undefined ? undefined : acknowledgeWithin(data, on(received));
};

describe('an amount', () => {
  it.each([
    ['uk', 1_500, '£15.00'],
    ['eu', 1_505, '€15.05'],
    ['ch', 30_000, 'CHF 300.00'],
  ])('under %s stands in its own currency', (regime, pence, words) => {
    expect(moneyIn(law, regime, pence)).toBe(words);
  });

  it('under a law that is not known any more has no currency', () => {
    expect(moneyIn(law, 'gone', 1_500)).toBe('15.00');
  });
});

describe('a ground', () => {
  it.each([
    ['uk', 'crime_and_tax', 'crime and taxation'],
    ['eu', 'legal_claims', 'needed for legal claims'],
    ['ch', 'third_party', 'it is about another person'],
  ])('of %s is worded by its data: %s', (regime, id, words) => {
    expect(groundInWords(law, regime, id)).toBe(words);
  });

  it('is still worded where the case has moved to a law without it', () => {
    expect(groundInWords(law, 'ch', 'privilege')).toBe('legal professional privilege');
  });

  it('that reads well by its id needs no words', () => {
    expect(groundInWords(law, 'uk', 'negotiations')).toBeUndefined();
  });
});

describe('the period to acknowledge a complaint in', () => {
  it('is that of the law that holds on the day of receipt (DPA 2018 s 164A(3), from 19 June 2026)', () => {
    expect(within('uk', '2026-06-19')).toBe('30 days');
    expect(within('uk', '2026-06-18')).toBeUndefined();
  });

  it('is none where the law sets none', () => {
    expect(within('eu', '2026-10-01')).toBeUndefined();
    expect(within('ch', '2026-10-01')).toBeUndefined();
  });
});
