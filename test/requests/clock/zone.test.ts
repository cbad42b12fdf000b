import { afterEach, describe, expect, it } from 'vitest';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { isTimeZone, localDate, localMoment } from '../../../src/requests/clock/zone.ts';
import { oracleCases, table } from './oracle.ts';

const machineZone = process.env['TZ'];
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

describe('the local date', () => {
  it.each([
    ['2026-07-31T23:30:00Z', 'Europe/London', '2026-08-01', 'half past midnight in summer time'],
    [
      '2026-10-25T00:30:00+01:00',
      'Europe/London',
      '2026-10-25',
      'the day the clocks go back; the UTC date is the 24th',
    ],
    ['2026-10-25T23:59:59Z', 'Europe/London', '2026-10-25', 'the 25-hour day is one date'],
    ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29', 'a second before the clocks go forward'],
    ['2026-01-01T00:00:00Z', 'Pacific/Kiritimati', '2026-01-01', 'fourteen hours ahead'],
    ['2026-01-01T11:00:00Z', 'Pacific/Kiritimati', '2026-01-02', 'fourteen hours ahead, in the evening'],
    ['2026-01-01T02:00:00Z', 'America/New_York', '2025-12-31', 'the evening before'],
  ])('of %s in %s is %s: %s', (instant, zone, expected) => {
    expect(localDate(new Date(instant), zone)).toBe(expected);
  });

  it('shows midnight as 00:00 of the new day', () => {
    expect(localMoment(new Date('2026-06-01T23:00:00Z'), 'Europe/London')).toEqual({
      date: '2026-06-02',
      time: '00:00',
    });
  });

  it('knows the zones of the database and nothing else', () => {
    expect(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires'].map(isTimeZone)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['Europe/Londn', '+01:00', '', 'London'].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});

describe('the zone of the machine', () => {
  it.each([
    ['Pacific/Auckland', -780],
    ['America/Los_Angeles', 480],
    ['UTC', 0],
  ])('%s changes no deadline', (zone, offset) => {
    process.env['TZ'] = zone;
    expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset(), 'the machine is really there').toBe(offset);
    for (const one of oracleCases) {
      const result = deadline(one.input, table);
      expect(result.ok && result.deadline.due, one.id).toBe(one.expected_due);
    }
  });
});
