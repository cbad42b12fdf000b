import { addDays, addMonths, type CalendarDate, laterOf } from './calendar-date.ts';
import type { ClockEventType, Deadline, Flag } from './clock-case.ts';
import { addWorkingDays, lastWorkingDayUntil, nextWorkingDayFrom } from './holidays.ts';
import { type PreparedCase, section164aInForce } from './month-clock.ts';
import { ruleOf } from './rights.ts';

/** A deadline before it is explained. */
export type BareDeadline = Omit<Deadline, 'explanation'>;

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
  const consent = ruleOf(prepared.input.right).clock === 'none';
  const unfair = (type: ClockEventType): boolean =>
    prepared.events.some((event) => event.type === type && (consent || event.reasonable === false));
  const flags: Flag[] = [];
  if (happened(prepared, 'extension_notified')) flags.push('extension_not_available');
  if (happened(prepared, 'clarification_requested')) flags.push('pause_not_available_for_right');
  if (unfair('identity_requested')) flags.push('identity_request_not_reasonable_ignored');
  if (unfair('fee_requested')) flags.push('fee_request_not_reasonable_ignored');
  return flags;
};

/** Art 7(3): consent ends when the withdrawal arrives; there is no month, only our own target. */
export const consentClock = (prepared: PreparedCase): BareDeadline => ({
  ...nothing,
  flags: [...triedInVain(prepared), 'effective_on_receipt'],
  houseActionBy: addWorkingDays(
    prepared.received,
    ruleOf(prepared.input.right).actWithin ?? 1,
    prepared.calendar,
  ),
});

/** The 30th day after receipt (DPA s 164A(3), s 205(2)): the day after receipt is day 1. */
const thirtiethDay = (received: CalendarDate): CalendarDate => addDays(received, 30);

/** DPA 2018 s 164A: acknowledge within 30 days, rolled; UK only, from 19 June 2026. */
export const complaintClock = (prepared: PreparedCase): BareDeadline => {
  const { input, received, calendar } = prepared;
  const flags = triedInVain(prepared);
  if (input.regime === 'eu') return { ...nothing, flags };
  if (received < section164aInForce) return { ...nothing, flags: ['received_before_19_june_2026', ...flags] };
  const due = nextWorkingDayFrom(thirtiethDay(received), calendar);
  return { ...nothing, state: 'running', due, cautiousDue: due, flags };
};

/** The day from which the policy's year runs, or undefined while its conditions are not met. */
const policyStart = (prepared: PreparedCase): CalendarDate | undefined => {
  if (prepared.input.right === 'client_information_retention')
    return firstOf(prepared, 'agreement_terminated');
  const confirmed = firstOf(prepared, 'client_receipt_confirmed');
  const requested = firstOf(prepared, 'client_deletion_requested');
  return confirmed && requested ? laterOf(confirmed, requested) : undefined;
};

/** The privacy policy's "within one year": a ceiling that never rolls forward, so work is planned on or before it. */
export const policyYearClock = (prepared: PreparedCase): BareDeadline => {
  const flags = triedInVain(prepared);
  const start = policyStart(prepared);
  if (start === undefined) {
    const cautious =
      firstOf(prepared, 'client_deletion_requested') ?? firstOf(prepared, 'agreement_terminated');
    return {
      ...nothing,
      state: 'clock_not_started',
      flags,
      cautiousDue: cautious ? addMonths(cautious, 12) : null,
    };
  }
  const due = addMonths(start, 12);
  const scheduleBy = lastWorkingDayUntil(due, prepared.calendar);
  return { ...nothing, state: 'running', due, relevantDate: start, scheduleBy, cautiousDue: due, flags };
};
