import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../src/base/root.ts';
import {
  type CalendarDate,
  isWeekend,
  parseCalendarDate,
} from '../../../src/requests/clock/calendar-date.ts';
import {
  addWorkingDays,
  calendarFor,
  isWorkingDay,
  lastWorkingDayUntil,
  nextWorkingDayFrom,
  subtractWorkingDays,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../../src/requests/clock/holidays.ts';
import { oracleHolidays, table } from './oracle.ts';

const date = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate;
const calendar = (name: string): WorkingCalendar => calendarFor(table, name) as WorkingCalendar;

const weekdays = (days: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(days)
    .filter((day) => day >= '2024' && day < '2030' && !isWeekend(date(day)))
    .sort();

describe('the shipped holidays', () => {
  it.each(Object.keys(oracleHolidays))('of %s are the published ones, 2024 to 2029', (name) => {
    expect(weekdays(table.jurisdictions[name]?.days ?? {})).toEqual(weekdays(oracleHolidays[name] ?? {}));
  });

  it('give 15 June 2026 to Scotland alone, though the library does not know it', () => {
    const day = date('2026-06-15');
    const nations = ['england-and-wales', 'scotland', 'northern-ireland'];
    expect(nations.filter((name) => !isWorkingDay(day, calendar(name)))).toEqual(['scotland']);
  });

  it('contain every dated override', () => {
    const { overrides } = z
      .object({
        overrides: z.array(z.object({ jurisdiction: z.string(), date: z.string(), source: z.string() })),
      })
      .parse(JSON.parse(readFileSync(join(projectRoot, 'data/calendars/overrides.json'), 'utf8')));
    for (const one of overrides) {
      expect(table.jurisdictions[one.jurisdiction]?.days[one.date], one.source).toBeDefined();
    }
  });

  it('reach from 2018 to 2035 and say so', () => {
    const days = ['2017-12-31', '2018-01-01', '2035-12-31', '2036-01-01'].map(date);
    expect(days.map(calendar('scotland').covers)).toEqual([false, true, true, false]);
  });
});

describe('working days', () => {
  const england = calendar('england-and-wales');

  it('roll forward over a weekend and bank holidays, and back before a ceiling', () => {
    expect(nextWorkingDayFrom(date('2026-12-25'), england)).toBe('2026-12-29');
    expect(lastWorkingDayUntil(date('2027-12-25'), england)).toBe('2027-12-24');
    expect(nextWorkingDayFrom(date('2026-12-24'), england)).toBe('2026-12-24');
  });

  it('are added, taken away and counted alike', () => {
    expect(addWorkingDays(date('2026-11-20'), 2, england)).toBe('2026-11-24');
    expect(addWorkingDays(date('2026-12-24'), 1, england)).toBe('2026-12-29');
    expect(subtractWorkingDays(date('2026-12-29'), 1, england)).toBe('2026-12-24');
    expect(workingDaysBetween(date('2026-12-24'), date('2026-12-31'), england)).toBe(3);
    expect(workingDaysBetween(date('2026-12-31'), date('2026-12-24'), england)).toBe(-3);
    expect(addWorkingDays(date('2026-12-26'), 0, england)).toBe('2026-12-26');
  });
});
