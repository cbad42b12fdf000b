import { addDays, addMonths, type CalendarDate, daysBetween, isWeekend } from './calendar-date.ts';
import { nextWorkingDayFrom, type WorkingCalendar } from './holidays.ts';
import type { MonthOutcome, PreparedCase } from './month-clock.ts';

/** A due date that somebody may name, why, and that we do not use it. */
export type Rejected = { readonly due: CalendarDate; readonly basis: string };

const longSilenceDays = 31;

/** Weekend holidays moved to the next weekday, as some Irish banks do; no public holiday in law. */
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

const countedTooOften = (outcome: MonthOutcome): number =>
  outcome.run.pauses.reduce(
    (sum, { from, until, tail }) => (until === undefined || tail ? sum : sum + daysBetween(from, until) + 1),
    0,
  );

/** Dates of readings that are wrong or belong to other circumstances, so that nobody is surprised by them. */
export const rejectedReadings = (prepared: PreparedCase, outcome: MonthOutcome): readonly Rejected[] => {
  const { calendar, received, input } = prepared;
  const { run, time } = outcome;
  const relevant = time.relevant ?? received;
  const roll = (day: CalendarDate): CalendarDate => nextWorkingDayFrom(day, calendar);
  const found: Rejected[] = [];
  if (input.regime === 'eu' && run.extension === undefined && run.pausedDays === 0) {
    const basis =
      'if counting began on the day after receipt and ended on that same date (rejected in CJEU C-171/03 Toeters)';
    found.push({ due: roll(addMonths(addDays(received, 1), 1)), basis });
  }
  const oldIdentity = outcome.oldLaw && time.gates.find(({ name }) => name === 'identity')?.complete;
  if (oldIdentity) {
    const basis = 'if the month ran from the identity information, as the guidance before Art 12A had it';
    found.push({ due: roll(addMonths(oldIdentity, 1)), basis });
  }
  if (input.jurisdiction === 'ireland') {
    const due = nextWorkingDayFrom(run.end, withBankClosures(calendar));
    found.push({
      due,
      basis: 'if the weekday on which banks close for a weekend holiday were a public holiday',
    });
  }
  if (input.regime === 'uk') {
    const often = countedTooOften(outcome);
    if (often > run.pausedDays) {
      const base = addDays(run.end, -run.pausedDays);
      const basis = 'if a day were left out twice, or days up to the relevant date were left out too';
      found.push({ due: roll(addDays(base, often)), basis });
      if (run.pauses.some(({ from }) => from < relevant)) {
        found.push({
          due: roll(addDays(base, often - 1)),
          basis: `${basis}, the day of the answer being counted`,
        });
      }
    }
    for (const { from, until } of run.pauses) {
      if (until === undefined || daysBetween(from, until) < longSilenceDays) continue;
      const basis =
        'if the case had been closed during the silence, so that the answer counts as a new request';
      found.push({ due: roll(addMonths(until, 1)), basis });
    }
  }
  return found.filter(({ due }) => due !== run.due && due > relevant);
};
