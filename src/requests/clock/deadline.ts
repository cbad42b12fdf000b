/** The deadline of a case: one pure function over its events, the regime's rows and the holiday table. No article stands here. */
import { type CalendarDate, earlierOf } from './calendar-date.ts';
import type { ClockCase, ClockProblem, Deadline, Flag } from './clock-case.ts';
import { impossibleEvent, inOrder } from './clock-events.ts';
import { explainOther } from './explain-other.ts';
import type { Explained } from './explain-parts.ts';
import { explainPeriod } from './explain-period.ts';
import {
  addWorkingDays,
  calendarFor,
  type HolidayTable,
  regimeOf,
  type WorkingCalendar,
  weekendsOnly,
} from './holidays.ts';
import { acknowledgementClock, type BareDeadline, ceilingClock, clockWithoutPeriod } from './other-clocks.ts';
import { type PeriodOutcome, type PreparedCase, periodClock } from './period-clock.ts';
import { ourReading, type Reading, type ReadingChange } from './reading.ts';
import { type RegimeData, rowFor } from './regime.ts';
import { isGateEvent } from './relevant-date.ts';
import { isTimeZone, localMoment } from './zone.ts';

/** Changes whenever a rule of the engine changes; named in every explanation. The regimes have their own day. */
export const ruleVersion = '2026-11-29';

export type DeadlineResult =
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly problem: ClockProblem };

/** A due date that another reading would give. */
type Alternative = { readonly due: CalendarDate | null; readonly basis: string };

const calendarOf = (
  input: ClockCase,
  regime: RegimeData,
  table: HolidayTable,
): WorkingCalendar | undefined => {
  if (input.jurisdiction === weekendsOnly.jurisdiction) return weekendsOnly;
  const calendar = calendarFor(table, input.jurisdiction);
  if (calendar === undefined || table.jurisdictions[input.jurisdiction]?.regime === regime.id)
    return calendar;
  return regime.foreignPlaces === 'weekends-only' ? weekendsOnly : undefined;
};

const prepare = (input: ClockCase, table: HolidayTable): PreparedCase | ClockProblem => {
  const regime = regimeOf(table, input.regime);
  if (regime === undefined) {
    const known = Object.keys(table.regimes).join(', ');
    const message = `There is no regime "${input.regime}". Known: ${known}.`;
    return { code: 'unknown_regime', message, field: 'regime' };
  }
  const calendar = calendarOf(input, regime, table);
  if (calendar === undefined) {
    const message = `There is no holiday table for "${input.jurisdiction}" under the ${regime.short} regime.`;
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
  const rule = regime.rights[input.right];
  const events = inOrder(input);
  const impossible = impossibleEvent(input, events, rule);
  if (impossible !== undefined) return impossible;
  const { date: received, time: receivedTime } = localMoment(input.receivedAt, input.zone);
  const law = rowFor(regime.answer, received);
  return { input, regime, law, rule, received, receivedTime, events, calendar };
};

const shownDue = (outcome: PeriodOutcome): CalendarDate | null =>
  outcome.state === 'running' ? outcome.run.due : null;

const read = (change: ReadingChange): Reading => ({ ...ourReading, ...change });

/** Readings that would give another date than ours, each with its basis. */
const alternativesTo = (prepared: PreparedCase, outcome: PeriodOutcome): readonly Alternative[] =>
  prepared.events.length === 0
    ? []
    : prepared.law.readings
        .filter(({ when }) =>
          prepared.events.some(({ type }) => when.some((what) => type.startsWith(`${what}_`))),
        )
        .map(({ change, basis }) => ({ due: shownDue(periodClock(prepared, read(change))), basis }))
        .filter(({ due }) => due !== null && due !== shownDue(outcome));

/** The earliest safe date; null while paused on the cautious reading too, when any date would be stale. */
const cautiousDate = (prepared: PreparedCase, outcome: PeriodOutcome): CalendarDate | null => {
  const { weekendsOnly: overWeekends, ...change } = prepared.law.cautious;
  const reading = read(change);
  if (outcome.state === 'clock_not_started') {
    const events = prepared.events.filter(({ type }) => !isGateEvent(type));
    return periodClock({ ...prepared, events }, reading).run.due;
  }
  const cautious = prepared.events.length === 0 ? outcome : periodClock(prepared, reading);
  if (cautious.state !== 'running') return null;
  // Holidays that nobody compared with a published list, or that may not apply, do not move the safe date.
  const unsure = overWeekends || prepared.calendar.compared === null;
  const safe =
    unsure && prepared.calendar !== weekendsOnly
      ? periodClock({ ...prepared, calendar: weekendsOnly }, reading).run.due
      : cautious.run.due;
  const dates = [cautious.run.due, outcome.strictDue ?? safe, safe];
  return dates.reduce(earlierOf, shownDue(outcome) ?? safe);
};

const periodDeadline = (prepared: PreparedCase, outcome: PeriodOutcome): BareDeadline => {
  const { actWithin } = prepared.rule;
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

/** Lists and reminders of ten thousand cases read no explanation, so it is put together when it is first read. */
const explained = (bare: BareDeadline, explain: (all: BareDeadline) => Explained): Deadline => {
  let once: Explained | undefined;
  const found = (): Explained => {
    once ??= explain(bare);
    return once;
  };
  return {
    ...bare,
    get explanation() {
      return found().lines;
    },
    get why() {
      return found().why;
    },
  };
};

/**
 * The deadline of a case from the table of regimes and holidays: pure, and never throws on a well-formed case. A case that cannot be
 * (an answer before its question) gives the problem and the field it is in. `reading` is ours unless a test asks.
 */
export const deadline = (
  input: ClockCase,
  table: HolidayTable,
  reading: Reading = ourReading,
): DeadlineResult => {
  const prepared = prepare(input, table);
  if ('code' in prepared) return { ok: false, problem: prepared };
  const versions = { rules: ruleVersion, holidays: table.version };
  const finish = (bare: BareDeadline, explain: (all: BareDeadline) => Explained): DeadlineResult => {
    const all = { ...bare, flags: [...bare.flags, ...beyondTable(prepared, bare)] };
    return { ok: true, deadline: explained(all, explain) };
  };
  const other = (bare: BareDeadline): DeadlineResult =>
    finish(bare, (all) => explainOther(prepared, all, versions));
  switch (prepared.rule.clock) {
    case 'effective':
    case 'none':
      return other(clockWithoutPeriod(prepared));
    case 'acknowledge':
      return other(acknowledgementClock(prepared));
    case 'ceiling':
      return other(ceilingClock(prepared));
    case 'answer': {
      const outcome = periodClock(prepared, reading);
      return finish(periodDeadline(prepared, outcome), (all) =>
        explainPeriod(prepared, outcome, all, alternativesTo(prepared, outcome), versions),
      );
    }
  }
};
