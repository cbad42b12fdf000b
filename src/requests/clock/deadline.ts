import { type CalendarDate, earlierOf } from './calendar-date.ts';
import type { ClockCase, ClockProblem, Deadline, Flag } from './clock-case.ts';
import { impossibleEvent, inOrder } from './clock-events.ts';
import { explainMonth } from './explain-month.ts';
import { explainOther } from './explain-other.ts';
import {
  addWorkingDays,
  calendarFor,
  type HolidayTable,
  type WorkingCalendar,
  weekendsOnly,
} from './holidays.ts';
import { type MonthOutcome, monthClock, type PreparedCase } from './month-clock.ts';
import { type BareDeadline, complaintClock, consentClock, policyYearClock } from './other-clocks.ts';
import { cautiousReading, otherReadings, ourReading, type Reading } from './reading.ts';
import { isGateEvent } from './relevant-date.ts';
import { ruleOf } from './rights.ts';
import { isTimeZone, localMoment } from './zone.ts';

/** Changes whenever a rule here changes; named in every explanation. */
export const ruleVersion = '2026-11-22';

export type DeadlineResult =
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly problem: ClockProblem };

/** A due date that another reading would give. */
type Alternative = { readonly due: CalendarDate | null; readonly basis: string };

const calendarOf = (input: ClockCase, table: HolidayTable): WorkingCalendar | undefined => {
  if (input.jurisdiction === weekendsOnly.jurisdiction) return weekendsOnly;
  const calendar = calendarFor(table, input.jurisdiction);
  const home = calendar && table.jurisdictions[input.jurisdiction]?.regime;
  if (home === input.regime) return calendar;
  // A nation of the United Kingdom is no Member State: Reg 1182/71 Art 2(1) knows no holidays of it, so only weekends move an EU date.
  return home === 'uk' ? weekendsOnly : undefined;
};

const prepare = (input: ClockCase, table: HolidayTable): PreparedCase | ClockProblem => {
  const calendar = calendarOf(input, table);
  if (calendar === undefined) {
    const message = `There is no holiday table for "${input.jurisdiction}" under the ${input.regime.toUpperCase()} regime.`;
    return { code: 'unknown_jurisdiction', message, field: 'jurisdiction' };
  }
  if (!isTimeZone(input.zone)) {
    return { code: 'unknown_zone', message: `"${input.zone}" is not a time zone.`, field: 'timezone' };
  }
  const invalid = [input.receivedAt, ...input.events.map(({ at }) => at)].findIndex((at) =>
    Number.isNaN(at.getTime()),
  );
  if (invalid !== -1) {
    const field = invalid === 0 ? 'received_at' : `events.${invalid - 1}.at`;
    return { code: 'invalid_instant', message: 'This is not a moment in time.', field };
  }
  const events = inOrder(input);
  const impossible = impossibleEvent(input, events);
  if (impossible !== undefined) return impossible;
  const { date, time } = localMoment(input.receivedAt, input.zone);
  return { input, received: date, receivedTime: time, events, calendar };
};

const shownDue = (outcome: MonthOutcome): CalendarDate | null =>
  outcome.state === 'running' ? outcome.run.due : null;

/** Readings that would give another date than ours, each with its basis. */
const alternativesTo = (prepared: PreparedCase, outcome: MonthOutcome): readonly Alternative[] =>
  otherReadings
    .filter(({ concerns }) => prepared.events.some(({ type }) => type.startsWith(concerns)))
    .map(({ reading, basis }) => ({ due: shownDue(monthClock(prepared, reading)), basis }))
    .filter(({ due }) => due !== null && due !== shownDue(outcome));

/** The earliest safe date; null while paused, when any date would be stale. */
const cautiousDate = (prepared: PreparedCase, outcome: MonthOutcome): CalendarDate | null => {
  if (outcome.state === 'paused_clarification') return null;
  if (outcome.state === 'clock_not_started') {
    const events = prepared.events.filter(({ type }) => !isGateEvent(type));
    return monthClock({ ...prepared, events }, cautiousReading).run.due;
  }
  const cautious =
    prepared.events.length === 0 ? outcome.run.due : monthClock(prepared, cautiousReading).run.due;
  const strict = outcome.strictDue ?? cautious;
  const weekends =
    prepared.input.regime === 'eu'
      ? monthClock({ ...prepared, calendar: weekendsOnly }, cautiousReading).run.due
      : cautious;
  return [cautious, strict, weekends].reduce(earlierOf, shownDue(outcome) ?? cautious);
};

const monthDeadline = (prepared: PreparedCase, outcome: MonthOutcome): BareDeadline => {
  const { actWithin } = ruleOf(prepared.input.right);
  const { run, state } = outcome;
  const running = state === 'running';
  return {
    due: shownDue(outcome),
    state,
    extensionNoticeDue: running ? run.noticeDue : null,
    relevantDate: outcome.time.relevant ?? null,
    pausedDays: run.pausedDays,
    extended: run.extension !== undefined,
    flags: outcome.flags,
    refusalDue: running ? outcome.refusalDue : null,
    strictDue: outcome.strictDue ?? null,
    scheduleBy: null,
    houseActionBy:
      actWithin === undefined ? null : addWorkingDays(prepared.received, actWithin, prepared.calendar),
    cautiousDue: cautiousDate(prepared, outcome),
  };
};

const beyondTable = (prepared: PreparedCase, bare: BareDeadline): readonly Flag[] => {
  const dates = [prepared.received, bare.due ?? bare.cautiousDue ?? prepared.received];
  return dates.every((date) => prepared.calendar.covers(date)) ? [] : ['outside_holiday_table'];
};

/**
 * The deadline of a case from its holiday table: pure, and never throws on a well-formed case. A case that cannot be
 * (an answer before its question) gives the problem and the field it is in. `reading` is ours unless a test asks.
 */
export const deadline = (
  input: ClockCase,
  table: HolidayTable,
  reading: Reading = ourReading,
): DeadlineResult => {
  const prepared = prepare(input, table);
  if ('code' in prepared) return { ok: false, problem: prepared };
  const versions = { rules: ruleVersion, holidays: table.version, publishedTo: table.publishedTo };
  const finish = (bare: BareDeadline, explain: (all: BareDeadline) => readonly string[]): DeadlineResult => {
    const all = { ...bare, flags: [...bare.flags, ...beyondTable(prepared, bare)] };
    return { ok: true, deadline: { ...all, explanation: explain(all) } };
  };
  const other = (bare: BareDeadline): DeadlineResult =>
    finish(bare, (all) => explainOther(prepared, all, versions));
  switch (ruleOf(input.right).clock) {
    case 'none':
      return other(consentClock(prepared));
    case 'acknowledgement':
      return other(complaintClock(prepared));
    case 'policy-year':
      return other(policyYearClock(prepared));
    case 'month': {
      const outcome = monthClock(prepared, reading);
      const alternatives = alternativesTo(prepared, outcome);
      return finish(monthDeadline(prepared, outcome), (all) =>
        explainMonth(prepared, outcome, all, alternatives, versions),
      );
    }
  }
};
