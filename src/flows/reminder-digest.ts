/** What the privacy channel reads once a day, and the counts of a week: numbers, rights, dates and staff ids, nothing of a data subject. */
import { addDays, type CalendarDate, weekday } from '../requests/calendar-date.ts';
import { type Case, isOpen } from '../requests/case.ts';
import { lastWorkingDayUntil } from '../requests/holidays.ts';
import { type ReminderRules, teamCalendar } from '../requests/reminder-days.ts';
import type { Reminder } from '../requests/reminders.ts';
import type { Right } from '../requests/rights.ts';
import { mostUrgentFirst } from './reminder-plan.ts';

/** What is to be said of one case (or, without a number, of the register). */
export type CaseLine = {
  readonly number: string | null;
  readonly right: Right | null;
  readonly owner: string | null;
  /** Empty when what was said this morning is done with. */
  readonly reminders: readonly Reminder[];
};

export type Digest = {
  readonly date: CalendarDate;
  /** One a case, most urgent first; staff cases are counted only. */
  readonly lines: readonly CaseLine[];
  /** How many more lines there would be. */
  readonly more: number;
  /** Lines of staff and applicants, who have their own circle of readers. */
  readonly restricted: number;
  readonly overdue: number;
  readonly unowned: number;
  readonly week: WeekCounts | null;
};

export type WeekCounts = {
  readonly open: number;
  readonly byRight: readonly (readonly [Right, number])[];
  readonly waiting: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly dueNextWeek: number;
  readonly extended: number;
  readonly approvals: number;
  readonly complaintsUnacknowledged: number;
  readonly ceilingsIn90Days: number;
  readonly closedLastWeek: number;
  readonly lateLastWeek: number;
};

/** What the counts need of a case beside the case. */
export type Counted = {
  readonly request: Case;
  readonly due: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
};

/** One line a case, most urgent first; what is done with comes last. */
export const linesOf = (
  reminders: readonly Reminder[],
  settled: readonly string[],
  caseOf: (number: string) => Case | null,
): readonly CaseLine[] => {
  const lines = new Map<string | null, Reminder[]>();
  for (const reminder of [...reminders].sort(mostUrgentFirst)) {
    const known = lines.get(reminder.case);
    if (known === undefined) lines.set(reminder.case, [reminder]);
    else known.push(reminder);
  }
  const done = settled.filter((number) => !lines.has(number));
  return [
    ...[...lines].map(([number, found]) => ({ number, found })),
    ...[...new Set(done)].map((number) => ({ number, found: [] })),
  ].map(({ number, found }) => {
    const request = number === null ? null : caseOf(number);
    return { number, right: request?.right ?? null, owner: request?.owner ?? null, reminders: found };
  });
};

/** Monday, or the first working day of a week that begins with a holiday. */
export const isFirstDayOfWeek = (date: CalendarDate, rules: ReminderRules): boolean => {
  const monday = addDays(date, -((weekday(date) + 6) % 7));
  return lastWorkingDayUntil(addDays(date, -1), teamCalendar(rules)) < monday;
};

const count = (all: readonly Counted[], which: (each: Counted) => boolean): number =>
  all.filter(which).length;

export const weekCounts = (all: readonly Counted[], today: CalendarDate): WeekCounts => {
  const monday = addDays(today, -((weekday(today) + 6) % 7));
  const open = all.filter(({ request }) => isOpen(request));
  const byRight = new Map<Right, number>();
  for (const { request } of open) byRight.set(request.right, (byRight.get(request.right) ?? 0) + 1);
  const dueBetween = (from: CalendarDate, to: CalendarDate): number =>
    count(open, ({ due }) => due !== null && due >= from && due < to);
  const lastWeek = all.filter(
    ({ endedOn }) => endedOn !== null && endedOn >= addDays(monday, -7) && endedOn < monday,
  );
  return {
    open: open.length,
    byRight: [...byRight].sort(([, a], [, b]) => b - a),
    waiting: count(open, ({ request }) => request.state.startsWith('awaiting')),
    overdue: count(open, ({ due }) => due !== null && due < today),
    dueThisWeek: dueBetween(today, addDays(monday, 7)),
    dueNextWeek: dueBetween(addDays(monday, 7), addDays(monday, 14)),
    extended: count(open, ({ request }) => request.extension?.sentAt != null),
    approvals: count(
      open,
      ({ request }) =>
        request.state === 'ready_for_review' || request.approvals.some(({ status }) => status === 'pending'),
    ),
    complaintsUnacknowledged: count(
      open,
      ({ request }) => request.right === 'complaint' && request.acknowledgedAt === null,
    ),
    ceilingsIn90Days: count(
      open,
      ({ request, due }) =>
        request.right.startsWith('client_') && due !== null && due >= today && due <= addDays(today, 90),
    ),
    closedLastWeek: lastWeek.length,
    lateLastWeek: count(lastWeek, ({ due, endedOn }) => due !== null && endedOn !== null && endedOn > due),
  };
};
