/** The house's own target day. */
import type { Case } from '../case/case.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Deadline } from './clock-case.ts';
import { addWorkingDays, calendarFor, type HolidayTable, weekendsOnly } from './holidays.ts';

/** A complaint's legal date is for the acknowledgement; afterwards the house wants an outcome within 20 working days. */
const outcomeDays = 20;

/** The day by which the house wants it done; null where it has no target of its own beside the law's. */
export const houseTarget = (
  request: Case,
  receivedOn: CalendarDate,
  deadline: Deadline | null,
  table: HolidayTable,
): CalendarDate | null =>
  request.right === 'complaint'
    ? addWorkingDays(receivedOn, outcomeDays, calendarFor(table, request.jurisdiction) ?? weekendsOnly)
    : (deadline?.houseActionBy ?? deadline?.scheduleBy ?? null);
