/** Putting one reminder off for oneself: never to the date it is about, nor past it. */
import type { Clock } from '../../base/clock.ts';
import type { Ledger } from '../../register/ledger.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { addDays, type CalendarDate, laterOf } from '../../requests/clock/calendar-date.ts';
import { addWorkingDays, lastWorkingDayUntil } from '../../requests/clock/holidays.ts';
import { instantAt } from '../../requests/clock/local-instant.ts';
import { localMoment } from '../../requests/clock/zone.ts';
import { dateToKeep, type ReminderRules, teamCalendar } from '../../requests/reminders/reminder-days.ts';
import { reminderByKey } from '../../requests/reminders/reminders.ts';
import { readTellingKey, tellingKey } from './reminder-plan.ts';

export const snoozeLengths = ['tomorrow', 'three_days'] as const;
export type SnoozeLength = (typeof snoozeLengths)[number];

export type Snoozed =
  | { readonly ok: true; readonly number: string; readonly until: CalendarDate }
  | { readonly ok: false; readonly code: 'not_yours' | 'over' | 'superseded' }
  | {
      readonly ok: false;
      readonly code: 'crosses_date';
      readonly number: string;
      readonly until: CalendarDate;
      readonly date: CalendarDate;
    };

export type SnoozeParts = {
  readonly register: Pick<Register<CaseEvent, Case>, 'list'>;
  readonly ledger: Ledger;
  readonly rules: ReminderRules;
  readonly clock: Clock;
};

/** The next working day, or three days on; a day off moves it to an earlier day, but never to today. */
const until = (length: SnoozeLength, today: CalendarDate, rules: ReminderRules): CalendarDate => {
  const calendar = teamCalendar(rules);
  const next = addWorkingDays(today, 1, calendar);
  if (length === 'tomorrow') return next;
  return laterOf(lastWorkingDayUntil(addDays(today, 3), calendar), next);
};

/** `reminder` is the key of a rung that this person was told privately. Resolves when it is durable. */
export const snoozing =
  ({ register, ledger, rules, clock }: SnoozeParts) =>
  async (user: string, reminder: string, length: SnoozeLength): Promise<Snoozed> => {
    const key = tellingKey(reminder, user);
    // Another instance may have told them a moment ago.
    await ledger.refresh();
    const told = ledger.find(key);
    const number = readTellingKey(key)?.number;
    if (number === undefined || (told?.state !== 'confirmed' && told?.state !== 'snoozed'))
      return { ok: false, code: 'not_yours' };
    const request = (await register.list()).find(({ id }) => id === number)?.summary;
    const { date: today, time } = localMoment(clock(), rules.zone);
    const found = request && reminderByKey(request, reminder, today, time, rules);
    if (found == null) return { ok: false, code: 'over' };
    if (!found.newest) return { ok: false, code: 'superseded' };
    const wanted = until(length, today, rules);
    const date = dateToKeep(found.reminder);
    if (date !== null && wanted >= date)
      return { ok: false, code: 'crosses_date', number, until: wanted, date };
    await ledger.settle([
      { key, state: 'snoozed', again: instantAt(wanted, rules.time, rules.zone).toISOString() },
    ]);
    return { ok: true, number, until: wanted };
  };
