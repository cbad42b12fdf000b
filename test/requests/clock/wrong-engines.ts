import { addDays, addMonths, type CalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import type { ClockCase, ClockEvent, Deadline } from '../../../src/requests/clock/clock-case.ts';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { calendarFor, type HolidayTable, nextWorkingDayFrom } from '../../../src/requests/clock/holidays.ts';
import { ourReading, type Reading } from '../../../src/requests/clock/reading.ts';

/** A way to compute a case: the tested engine, or one with a single well-known mistake put into it. */
export type Engine = (input: ClockCase, table: HolidayTable) => Deadline;

const run = (input: ClockCase, table: HolidayTable, reading: Reading = ourReading): Deadline => {
  const result = deadline(input, table, reading);
  if (!result.ok) throw new Error(result.problem.message);
  return result.deadline;
};

export const rightEngine: Engine = (input, table) => run(input, table);

/** A mistake in how months are counted; an extension is three of them. */
const countingMonths =
  (months: (from: CalendarDate, count: number) => CalendarDate): Engine =>
  (input, table) =>
    run(input, table, {
      ...ourReading,
      add: (from, { unit, count }) => (unit === 'months' ? months(from, count) : addDays(from, count)),
    });

/** A mistake in what happened. */
const withEvents =
  (change: (event: ClockEvent, input: ClockCase) => ClockEvent): Engine =>
  (input, table) =>
    run({ ...input, events: input.events.map((event) => change(event, input)) }, table);

/** A mistake in the holiday table. */
const withHolidays =
  (
    change: (
      days: HolidayTable['jurisdictions'][string]['days'],
      table: HolidayTable,
    ) => HolidayTable['jurisdictions'][string]['days'],
  ): Engine =>
  (input, table) => {
    const jurisdictions = Object.fromEntries(
      Object.entries(table.jurisdictions).map(([name, one]) => [
        name,
        { ...one, days: change(one.days, table) },
      ]),
    );
    return run(input, { ...table, jurisdictions });
  };

/** What JavaScript's own setMonth does with 31 January: 3 March. */
const overflowing = (from: CalendarDate, count: number): CalendarDate => {
  const firstOfMonth = addMonths(`${from.slice(0, 8)}01` as CalendarDate, count);
  return addDays(firstOfMonth, Number(from.slice(8)) - 1);
};

const identityIsAPause = (event: ClockEvent, { right, regime }: ClockCase): ClockEvent => {
  if (right !== 'access' || regime !== 'uk') return event;
  if (event.type === 'identity_requested') return { ...event, type: 'clarification_requested' };
  return event.type === 'identity_received' ? { ...event, type: 'clarification_received' } : event;
};

/** The classic mistakes (PROCEDURE, section G), each as an engine that the pinned cases have to catch. */
export const wrongEngines: Readonly<Record<string, Engine>> = {
  'a month is 30 days': countingMonths((from, count) => addDays(from, 30 * count)),
  'counting starts on the day after': countingMonths((from, count) => addMonths(addDays(from, 1), count)),
  'the date of receipt is the UTC date': (input, table) => run({ ...input, zone: 'UTC' }, table),
  'there are no holidays': withHolidays(() => ({})),
  'the holidays of England and Wales count everywhere': withHolidays(
    (_, table) => table.jurisdictions['england-and-wales']?.days ?? {},
  ),
  'the day of the answer is not paused': (input, table) =>
    run(input, table, { ...ourReading, answerDayPaused: false }),
  'identity is a pause': (input, table) => {
    // A second part of the identity answers no clarification, so such cases keep the first part only.
    const seen = new Set<string>();
    const once = input.events.filter(
      ({ type }) => type !== 'identity_received' || !(seen.has(type) || !seen.add(type)),
    );
    return withEvents(identityIsAPause)({ ...input, events: once }, table);
  },
  'a late extension is accepted': withEvents((event, { receivedAt }) =>
    event.type === 'extension_notified' ? { ...event, at: receivedAt } : event,
  ),
  'the month overflows as setMonth does': countingMonths(overflowing),
  'the end rolls before the pause is added, and again after': (input, table) => {
    const calendar = calendarFor(table, input.jurisdiction);
    const rolled = (from: CalendarDate, count: number): CalendarDate =>
      calendar ? nextWorkingDayFrom(addMonths(from, count), calendar) : addMonths(from, count);
    return countingMonths(rolled)(input, table);
  },
};
