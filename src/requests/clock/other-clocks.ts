/** The clocks that are no period to answer in: without a period, confirming receipt, and a ceiling of our own policy. */
import { type CalendarDate, laterOf } from './calendar-date.ts';
import type { ClockEventType, Deadline, Flag } from './clock-case.ts';
import { addWorkingDays, lastWorkingDayUntil, nextWorkingDayFrom, weekendsOnly } from './holidays.ts';
import type { PreparedCase } from './period-clock.ts';
import { ourReading } from './reading.ts';
import { type AcknowledgeLaw, type Length, rowFor } from './regime.ts';

/** A deadline before it is explained. */
export type BareDeadline = Omit<Deadline, 'explanation' | 'why'>;

const nothing: BareDeadline = {
  due: null,
  state: 'no_statutory_clock',
  extensionNoticeDue: null,
  relevantDate: null,
  pausedDays: 0,
  extended: false,
  flags: [],
  refusalDue: null,
  strictDue: null,
  scheduleBy: null,
  houseActionBy: null,
  cautiousDue: null,
};

const happened = ({ events }: PreparedCase, type: ClockEventType): boolean =>
  events.some((event) => event.type === type);

const firstOf = ({ events }: PreparedCase, type: ClockEventType): CalendarDate | undefined =>
  events.find((event) => event.type === type)?.on;

/** What was tried on a clock that has no extension, no pause and nothing to wait for. */
const triedInVain = (prepared: PreparedCase): readonly Flag[] => {
  const atOnce = prepared.rule.clock === 'effective';
  const unfair = (type: ClockEventType): boolean =>
    prepared.events.some((event) => event.type === type && (atOnce || event.reasonable === false));
  const flags: Flag[] = [];
  if (happened(prepared, 'extension_notified')) flags.push('extension_not_available');
  if (happened(prepared, 'clarification_requested')) flags.push('pause_not_available_for_right');
  if (unfair('identity_requested')) flags.push('identity_request_not_reasonable_ignored');
  if (unfair('fee_requested')) flags.push('fee_request_not_reasonable_ignored');
  return flags;
};

/** What takes effect on receipt, or has no period in the law: there is only our own target. */
export const clockWithoutPeriod = (prepared: PreparedCase): BareDeadline => {
  const { actWithin, clock } = prepared.rule;
  return {
    ...nothing,
    flags: [...triedInVain(prepared), ...(clock === 'effective' ? ['effective_on_receipt'] : [])],
    houseActionBy: addWorkingDays(prepared.received, actWithin ?? 1, prepared.calendar),
  };
};

/** The row for confirming receipt that holds for this case. */
export const acknowledgeRow = ({ regime, received }: PreparedCase): AcknowledgeLaw =>
  rowFor(regime.acknowledge, received);

/** The last day of a period whose first day is the one after `from`, before it rolls. */
export const plainEnd = (from: CalendarDate, within: Length): CalendarDate => ourReading.add(from, within);

/** Confirming that a complaint came in: a period that rolls, where the law sets one. */
export const acknowledgementClock = (prepared: PreparedCase): BareDeadline => {
  const { received, calendar } = prepared;
  const { within, flag } = acknowledgeRow(prepared);
  const flags = [...(flag === undefined ? [] : [flag]), ...triedInVain(prepared)];
  if (within === undefined) return { ...nothing, flags };
  const end = plainEnd(received, within);
  const due = nextWorkingDayFrom(end, calendar);
  const cautiousDue = calendar.compared === null ? nextWorkingDayFrom(end, weekendsOnly) : due;
  return { ...nothing, state: 'running', due, cautiousDue, flags };
};

/** The day from which a ceiling runs, or undefined while its conditions are not all met. */
const ceilingStart = (prepared: PreparedCase): CalendarDate | undefined => {
  const dates = prepared.rule.startsAfter.map((type) => firstOf(prepared, type));
  const met = dates.filter((date) => date !== undefined);
  return met.length < dates.length
    ? undefined
    : met.reduce<CalendarDate | undefined>((last, date) => (last ? laterOf(last, date) : date), undefined);
};

const yearAhead: Length = { unit: 'months', count: 12 };

/** A ceiling never rolls forward, so work is planned on or before it. */
export const ceilingClock = (prepared: PreparedCase): BareDeadline => {
  const flags = triedInVain(prepared);
  const within = prepared.rule.within ?? yearAhead;
  const start = ceilingStart(prepared);
  if (start === undefined) {
    const cautious =
      firstOf(prepared, 'client_deletion_requested') ?? firstOf(prepared, 'agreement_terminated');
    return {
      ...nothing,
      state: 'clock_not_started',
      flags,
      cautiousDue: cautious ? plainEnd(cautious, within) : null,
    };
  }
  const due = plainEnd(start, within);
  const scheduleBy = lastWorkingDayUntil(due, prepared.calendar);
  return { ...nothing, state: 'running', due, relevantDate: start, scheduleBy, cautiousDue: due, flags };
};
