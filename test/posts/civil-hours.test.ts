import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { civilHours } from '../../src/posts/civil-hours.ts';

const may = civilHours({
  table: readHolidayTable(),
  jurisdiction: 'england-and-wales',
  zone: 'Europe/London',
  time: '09:15',
});
const writes = (at: string, daysLeft: number | null = 12): boolean => may({ daysLeft }, new Date(at));

describe('when people may be written to about a case', () => {
  it.each([
    ['from the reminder time', '2026-12-01T09:15:00Z', true],
    ['not a minute before', '2026-12-01T09:14:00Z', false],
    ['not at night', '2026-12-01T23:30:00Z', false],
    ['not on a Sunday', '2026-12-06T11:00:00Z', false],
    ['not on Boxing Day as it is kept', '2026-12-28T11:00:00Z', false],
    ['by the wall clock, in summer an hour earlier', '2026-07-01T08:15:00Z', true],
  ])('%s', (_, at, allowed) => {
    expect(writes(at)).toBe(allowed);
    expect(writes(at, null)).toBe(allowed);
  });

  it('at any hour on the last day and after it', () => {
    expect(writes('2026-12-01T23:30:00Z', 0)).toBe(true);
    expect(writes('2026-12-06T03:00:00Z', -2)).toBe(true);
  });
});
