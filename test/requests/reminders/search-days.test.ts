import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import type { CalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { answerDay } from '../../../src/requests/reminders/search-days.ts';

const table = readHolidayTable();
const day = (text: string) => text as CalendarDate;
const by = (
  right: 'access' | 'direct_marketing_objection',
  askedOn: string,
  due: string | null,
  cautiousDue: string | null = due,
) =>
  answerDay(
    { right, jurisdiction: 'england-and-wales', timeZone: 'Europe/London' },
    { due: due === null ? null : day(due), cautiousDue: cautiousDue === null ? null : day(cautiousDue) },
    `${askedOn}T10:00:00Z`,
    table,
  );

describe('the day by which a team is asked to answer', () => {
  // Typed from a calendar: 25, 28 December 2026 and 1 January 2027 are off.
  it.each([
    ['ten working days before the date', by('access', '2026-11-30', '2026-12-30'), '2026-12-14', 'before'],
    ['counted over the holidays', by('access', '2026-12-07', '2027-01-07'), '2026-12-21', 'before'],
    [
      'from the earlier of two dates',
      by('access', '2026-11-30', '2026-12-30', '2026-12-23'),
      '2026-12-09',
      'before',
    ],
    [
      'two working days after the question where that is later',
      by('access', '2026-12-18', '2026-12-30'),
      '2026-12-22',
      'asked',
    ],
    ['at once where there are not two left', by('access', '2026-12-29', '2026-12-30'), '2026-12-29', 'late'],
    ['at once when it is overdue', by('access', '2027-01-05', '2026-12-30'), '2027-01-05', 'late'],
    [
      'the day before, for a right without that rung',
      by('direct_marketing_objection', '2026-11-30', '2026-12-30'),
      '2026-12-29',
      'before',
    ],
    ['six working days without a date', by('access', '2026-11-30', null), '2026-12-08', 'asked'],
  ])('%s', (_, found, expected, why) => {
    expect(found).toMatchObject({ day: expected, why });
  });
});
