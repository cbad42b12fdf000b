/** Days and hours at which people may be reminded: working days, from the reminder time until evening. */

import type { Case } from '../case/case.ts';
import { addDays, type CalendarDate, earlierOf } from '../clock/calendar-date.ts';
import {
  calendarFor,
  type HolidayTable,
  isWorkingDay,
  nextWorkingDayFrom,
  type WorkingCalendar,
  weekendsOnly,
} from '../clock/holidays.ts';
import { evening } from './reminder-table.ts';

export type ReminderRules = {
  readonly table: HolidayTable;
  /** Where the team works. */
  readonly jurisdiction: string;
  readonly zone: string;
  /** REMINDER_TIME, 'HH:MM'. */
  readonly time: string;
};

/** The date that must not be missed: the earlier of the legal and the cautious one; null where there is neither. */
export const dateToKeep = ({
  due,
  cautiousDue,
}: {
  readonly due: CalendarDate | null;
  readonly cautiousDue: CalendarDate | null;
}): CalendarDate | null =>
  due !== null && cautiousDue !== null ? earlierOf(due, cautiousDue) : (due ?? cautiousDue);

/** 'YYYY-MM-DDTHH:MM' on the team's wall clock; sorts as text. */
export type ReminderSlot = string;

export const slotAt = (date: CalendarDate, time: string): ReminderSlot => `${date}T${time}`;

export const teamCalendar = ({ table, jurisdiction }: ReminderRules): WorkingCalendar =>
  calendarFor(table, jurisdiction) ?? weekendsOnly;

/** A day off where the team works or where the case is counted is no working day: reminders only ever move earlier by it. */
export const caseCalendar = (request: Case, rules: ReminderRules): WorkingCalendar => {
  const team = teamCalendar(rules);
  if (request.jurisdiction === rules.jurisdiction) return team;
  const own = calendarFor(rules.table, request.jurisdiction) ?? weekendsOnly;
  return {
    jurisdiction: request.jurisdiction,
    holiday: (date) => team.holiday(date) ?? own.holiday(date),
    covers: (date) => team.covers(date) && own.covers(date),
    compared: own.compared,
    publishedTo: own.publishedTo,
  };
};

/** From the reminder time until six in the evening; a late reminder time has the rest of its day. */
const lastTime = (time: string): string => (time < '17:00' ? evening : '23:59');

export const isCivil = (date: CalendarDate, time: string, rules: ReminderRules): boolean =>
  isWorkingDay(date, teamCalendar(rules)) && time >= rules.time && time < lastTime(rules.time);

/** The first civil slot that is not before this one. */
export const civilFrom = (
  date: CalendarDate,
  time: string,
  calendar: WorkingCalendar,
  rules: ReminderRules,
): ReminderSlot => {
  const today = isWorkingDay(date, calendar) && time < lastTime(rules.time);
  if (today) return slotAt(date, time > rules.time ? time : rules.time);
  return slotAt(nextWorkingDayFrom(addDays(date, 1), calendar), rules.time);
};
