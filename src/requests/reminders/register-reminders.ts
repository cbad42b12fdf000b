/** Reminders about the register itself, not about a case. */
import { type CalendarDate, parseCalendarDate } from '../clock/calendar-date.ts';
import { nextWorkingDayFrom } from '../clock/holidays.ts';
import { type LedgerKnows, type Reminder, reminderKey } from './due-reminder.ts';
import { type ReminderRules, slotAt, teamCalendar } from './reminder-days.ts';
import { rows } from './reminder-table.ts';

/** Once a year, on the first working day of January: the table is compared with what the government published. */
export const registerReminders = (
  knows: LedgerKnows,
  date: CalendarDate,
  time: string,
  rules: ReminderRules,
): readonly Reminder[] => {
  const newYear = parseCalendarDate(`${date.slice(0, 4)}-01-01`);
  if (newYear === undefined || date.slice(5, 7) !== '01') return [];
  const day = nextWorkingDayFrom(newYear, teamCalendar(rules));
  const key = reminderKey('register', 'holidays', newYear);
  if (slotAt(date, time) < slotAt(day, rules.time) || knows(key)) return [];
  return [
    {
      key,
      case: null,
      right: null,
      rung: 'holidays',
      track: rows.holidays.track,
      slot: slotAt(day, rules.time),
      anchor: newYear,
      due: null,
      cautiousDue: null,
      daysLeft: null,
      overdue: false,
      to: rows.holidays.to,
      ask: rows.holidays.ask,
      covers: [],
    },
  ];
};
