/** The day from which the period runs: receipt, or what had to be waited for where the law begins the period afresh with it. */
import { type CalendarDate, daysBetween, laterOf } from './calendar-date.ts';
import type { ClockEventType, Flag } from './clock-case.ts';
import type { DatedEvent } from './clock-events.ts';
import type { Reading } from './reading.ts';
import type { AnswerLaw, AskingRule } from './regime.ts';

const gateNames = ['identity', 'authority', 'fee'] as const;
type GateName = (typeof gateNames)[number];

/** What the period waits for: asked, and complete or not. */
export type RelevantGate = {
  readonly name: GateName;
  /** The first request that a person did not call unreasonable. */
  readonly asked: DatedEvent | undefined;
  readonly complete: CalendarDate | undefined;
  /** Asked for and not there yet. */
  readonly open: boolean;
  readonly unreasonable: boolean;
  /** The first request for it that came after the period had ended. */
  readonly expired: DatedEvent | undefined;
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

/** Of one gate under one reading: what asking does to the time. */
const gateRule = (law: AnswerLaw, name: GateName, reading: Reading): AskingRule => {
  const rule = law.asking[name];
  return name === 'identity' && rule.effect === 'none' && reading.identityRestarts
    ? { ...rule, effect: 'restart', flag: undefined }
    : rule;
};

/** Can anything begin this period afresh? */
export const hasRestart = (law: AnswerLaw, reading: Reading): boolean =>
  gateNames.some((name) => gateRule(law, name, reading).effect === 'restart');

/** Reads one gate from events in order. What answers only an unreasonable request, or one after the end, does not count. */
const gateOf = (
  name: GateName,
  events: readonly DatedEvent[],
  tooLate: ReadonlySet<DatedEvent>,
): RelevantGate => {
  let asked: DatedEvent | undefined;
  let expired: DatedEvent | undefined;
  let complete: CalendarDate | undefined;
  let [open, counts, unreasonable] = [false, false, false];
  for (const event of events) {
    if (event.type === asking[name]) {
      const inTime = !tooLate.has(event);
      const fair = event.reasonable !== false && inTime;
      unreasonable ||= event.reasonable === false;
      if (!inTime) expired ??= event;
      if (fair) asked ??= event;
      counts = fair || open;
      open ||= fair;
    } else if (event.type === arriving[name] && counts && !tooLate.has(event)) {
      complete = event.on;
      open = false;
    }
  }
  return { name, asked, complete, open, unreasonable, expired };
};

// PROCEDURE A5 wants identity asked for promptly and sets no number of days; a week is our measure for the warning.
const promptDays = 7;

/** True when identity was asked for late: a person said so, or more than a week after receipt. */
export const askedLate = (gate: RelevantGate, received: CalendarDate): boolean =>
  gate.asked !== undefined &&
  (gate.asked.prompt === false || daysBetween(received, gate.asked.on) > promptDays);

export type RelevantTime = {
  /** Undefined while something asked for is outstanding. */
  readonly relevant: CalendarDate | undefined;
  readonly gates: readonly RelevantGate[];
  /** The gate that the period waits for, or that set its first day. */
  readonly decidedBy: RelevantGate | undefined;
  readonly flags: readonly Flag[];
};

/** What there is to say of a gate that has no effect, or none for this right; a suspension speaks for itself. */
const gateFlags = (gate: RelevantGate, rule: AskingRule, waits: boolean): readonly (Flag | undefined)[] => {
  if (rule.effect === 'suspend') return [];
  const ignored = gate.unreasonable || (!waits && gate.asked !== undefined);
  return [
    ignored && gate.name === 'identity' ? 'identity_request_not_reasonable_ignored' : undefined,
    ignored && gate.name === 'fee' ? 'fee_request_not_reasonable_ignored' : undefined,
    waits && gate.asked !== undefined && rule.effect === 'none' ? rule.flag : undefined,
    waits && gate.expired !== undefined ? 'request_after_deadline_ineffective' : undefined,
  ];
};

/**
 * The latest of receipt and of everything asked for that begins the period afresh: a fresh period in full, not a pause. `waits` is false
 * for rights where nothing may be waited for; `tooLate` holds what was asked for, or came, after the end.
 */
export const relevantTime = (
  received: CalendarDate,
  events: readonly DatedEvent[],
  law: AnswerLaw,
  waits: boolean,
  reading: Reading,
  tooLate: ReadonlySet<DatedEvent>,
): RelevantTime => {
  if (events.length === 0) return { relevant: received, gates: [], decidedBy: undefined, flags: [] };
  const gates = gateNames.map((name) => gateOf(name, events, tooLate));
  const flags: Flag[] = [];
  let relevant: CalendarDate | undefined = received;
  let decidedBy: RelevantGate | undefined;
  for (const gate of gates) {
    const rule = gateRule(law, gate.name, reading);
    flags.push(...gateFlags(gate, rule, waits).filter((flag) => flag !== undefined));
    if (gate.asked === undefined || !waits || rule.effect !== 'restart') continue;
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
