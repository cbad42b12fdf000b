/** When people may be written to about a case: working hours, and any hour on its last day. */
import type { CaseFace } from '../flows/cases/case-face.ts';
import { localMoment } from '../requests/clock/zone.ts';
import { isCivil, type ReminderRules } from '../requests/reminders/reminder-days.ts';

export const civilHours =
  (rules: ReminderRules) =>
  ({ daysLeft }: Pick<CaseFace, 'daysLeft'>, now: Date): boolean => {
    const { date, time } = localMoment(now, rules.zone);
    return (daysLeft !== null && daysLeft <= 0) || isCivil(date, time, rules);
  };
