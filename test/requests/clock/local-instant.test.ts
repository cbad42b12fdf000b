import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { instantAt } from '../../../src/requests/clock/local-instant.ts';

const at = (date: string, time: string, zone = 'Europe/London'): string => {
  const day = parseCalendarDate(date);
  if (day === undefined) throw new Error(date);
  return instantAt(day, time, zone).toISOString();
};

describe('the instant that a wall clock shows', () => {
  it.each([
    ['winter', '2026-11-22', '09:15', '2026-11-22T09:15:00.000Z'],
    ['summer, half past midnight', '2026-07-01', '00:30', '2026-06-30T23:30:00.000Z'],
    ['the hour that comes twice: the first', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['the hour that is left out: an hour later', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['just before the change', '2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['just after the change', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
  ])('%s', (_, date, time, expected) => {
    expect(at(date, time)).toBe(expected);
  });

  it('knows zones far from here', () => {
    expect(at('2026-01-01', '00:15', 'Pacific/Auckland')).toBe('2025-12-31T11:15:00.000Z');
    expect(at('2026-07-01', '23:45', 'America/New_York')).toBe('2026-07-02T03:45:00.000Z');
  });
});
