/** Dates of readings that are wrong or belong to other circumstances, so that nobody is surprised by them; which, stands in the regime. */
import { addDays, type CalendarDate, daysBetween, isWeekend } from './calendar-date.ts';
import { nextWorkingDayFrom, type WorkingCalendar } from './holidays.ts';
import type { PeriodOutcome, PreparedCase } from './period-clock.ts';
import { ourReading } from './reading.ts';
import type { NotUsed } from './regime.ts';

/** A due date that somebody may name, why, and that we do not use it. */
export type Rejected = { readonly due: CalendarDate; readonly basis: string };

const longSilenceDays = 31;

/** Weekend holidays moved to the next weekday, as some banks do; no public holiday in law. */
const withBankClosures = (calendar: WorkingCalendar): WorkingCalendar => ({
  ...calendar,
  holiday: (date) => {
    const known = calendar.holiday(date);
    if (known !== undefined || isWeekend(date)) return known;
    for (let day = addDays(date, -1); isWeekend(day) || calendar.holiday(day); day = addDays(day, -1)) {
      const moved = isWeekend(day) ? calendar.holiday(day) : undefined;
      if (moved !== undefined) return `${moved}, bank closure`;
    }
    return undefined;
  },
});

const countedTooOften = (outcome: PeriodOutcome): number =>
  outcome.run.pauses.reduce(
    (sum, { from, until, tail }) => (until === undefined || tail ? sum : sum + daysBetween(from, until) + 1),
    0,
  );

const datesOf = (
  { kind, basis }: NotUsed,
  prepared: PreparedCase,
  outcome: PeriodOutcome,
): readonly Rejected[] => {
  const { calendar, received, law } = prepared;
  const { run, time } = outcome;
  const relevant = time.relevant ?? received;
  const after = (from: CalendarDate): CalendarDate => ourReading.add(from, law.period);
  const roll = (day: CalendarDate): CalendarDate => nextWorkingDayFrom(day, calendar);
  switch (kind) {
    case 'day-after-start':
      return run.extension === undefined && run.pausedDays === 0
        ? [{ due: roll(after(addDays(received, 1))), basis }]
        : [];
    case 'bank-closures':
      return [{ due: nextWorkingDayFrom(run.end, withBankClosures(calendar)), basis }];
    case 'counted-twice': {
      const often = countedTooOften(outcome);
      if (often <= run.pausedDays) return [];
      const base = addDays(run.end, -run.pausedDays);
      const early = run.pauses.some(({ from }) => from < relevant);
      const without = `${basis}, the day of the answer being counted`;
      return [
        { due: roll(addDays(base, often)), basis },
        ...(early ? [{ due: roll(addDays(base, often - 1)), basis: without }] : []),
      ];
    }
    case 'closed-in-silence':
      return run.pauses.flatMap(({ from, until }) =>
        until === undefined || daysBetween(from, until) < longSilenceDays
          ? []
          : [{ due: roll(after(until)), basis }],
      );
  }
};

/** Those that the regime's row names and that would give another date than ours. */
export const rejectedReadings = (prepared: PreparedCase, outcome: PeriodOutcome): readonly Rejected[] =>
  prepared.law.notUsed
    .filter(({ places }) => places === undefined || places.includes(prepared.input.jurisdiction))
    .flatMap((row) => datesOf(row, prepared, outcome))
    .filter(({ due }) => due !== outcome.run.due && due > (outcome.time.relevant ?? prepared.received));
