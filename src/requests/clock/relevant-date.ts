import { type CalendarDate, daysBetween, laterOf } from './calendar-date.ts';
import type { ClockEventType, Flag } from './clock-case.ts';
import type { DatedEvent } from './clock-events.ts';
import type { Reading } from './reading.ts';

const gateNames = ['identity', 'authority', 'fee'] as const;
type GateName = (typeof gateNames)[number];

/** What the month waits for (Art 12A(2)): asked, and complete or not. */
export type Gate = {
  readonly name: GateName;
  /** The first request that a person did not call unreasonable. */
  readonly asked: DatedEvent | undefined;
  readonly complete: CalendarDate | undefined;
  /** Asked for and not there yet. */
  readonly open: boolean;
  readonly unreasonable: boolean;
};

const asking: Record<GateName, ClockEventType> = {
  identity: 'identity_requested',
  authority: 'authority_requested',
  fee: 'fee_requested',
};
const arriving: Record<GateName, ClockEventType> = {
  identity: 'identity_received',
  authority: 'authority_received',
  fee: 'fee_paid',
};

/** True for asking or arriving of identity, authority or fee. */
export const isGateEvent = (type: ClockEventType): boolean =>
  gateNames.some((name) => type === asking[name] || type === arriving[name]);

/** Reads one gate from events in order. What answers only an unreasonable request does not count. */
const gateOf = (name: GateName, events: readonly DatedEvent[]): Gate => {
  let asked: DatedEvent | undefined;
  let complete: CalendarDate | undefined;
  let [open, counts, unreasonable] = [false, false, false];
  for (const event of events) {
    if (event.type === asking[name]) {
      const fair = event.reasonable !== false;
      unreasonable ||= !fair;
      if (fair) asked ??= event;
      counts = fair || open;
      open ||= fair;
    } else if (event.type === arriving[name] && counts) {
      complete = event.on;
      open = false;
    }
  }
  return { name, asked, complete, open, unreasonable };
};

// PROCEDURE A5 wants identity asked for promptly and sets no number of days; a week is our measure for the warning.
const promptDays = 7;

/** True when identity was asked for late: a person said so, or more than a week after receipt. */
export const askedLate = (gate: Gate, received: CalendarDate): boolean =>
  gate.asked !== undefined &&
  (gate.asked.prompt === false || daysBetween(received, gate.asked.on) > promptDays);

export type RelevantTime = {
  /** Undefined while something asked for is outstanding. */
  readonly relevant: CalendarDate | undefined;
  readonly gates: readonly Gate[];
  /** The gate that the month waits for, or that set its first day. */
  readonly decidedBy: Gate | undefined;
  readonly flags: readonly Flag[];
};

/**
 * UK GDPR Art 12A(2): the latest of receipt, identity information asked for and fee charged (and, as the ICO counts,
 * an agent's authority). A fresh month in full, not a pause. `waits` is false for rights where nothing may be waited for.
 */
export const relevantTime = (
  received: CalendarDate,
  events: readonly DatedEvent[],
  waits: boolean,
  reading: Reading,
): RelevantTime => {
  const gates = gateNames.map((name) => gateOf(name, events));
  const flags: Flag[] = [];
  let relevant: CalendarDate | undefined = received;
  let decidedBy: Gate | undefined;
  for (const gate of gates) {
    const ignored = gate.unreasonable || (!waits && gate.asked !== undefined);
    if (ignored && gate.name === 'identity') flags.push('identity_request_not_reasonable_ignored');
    if (ignored && gate.name === 'fee') flags.push('fee_request_not_reasonable_ignored');
    if (gate.asked === undefined || !waits) continue;
    if (gate.name === 'authority' && !reading.authorityCounts) continue;
    if (gate.name === 'identity' && !reading.lateIdentityCounts && askedLate(gate, received)) continue;
    if (gate.open) {
      if (relevant !== undefined) decidedBy = gate;
      relevant = undefined;
    } else if (gate.complete !== undefined && relevant !== undefined && gate.complete > relevant) {
      relevant = laterOf(relevant, gate.complete);
      decidedBy = gate;
    }
  }
  return { relevant, gates, decidedBy, flags };
};
