/** What a clock depends on and what it gives. */
import type { CalendarDate } from './calendar-date.ts';
import type { Right } from './rights.ts';

/** What can happen to a clock; the first of a pair must come before the second. */
export const clockEventTypes = [
  'identity_requested',
  'identity_received',
  'authority_requested',
  'authority_received',
  'fee_requested',
  'fee_paid',
  'clarification_requested',
  'clarification_received',
  'extension_notified',
  'client_receipt_confirmed',
  'client_deletion_requested',
  'agreement_terminated',
] as const;
export type ClockEventType = (typeof clockEventTypes)[number];

/** One thing that happened, with what a person judged about it. */
export type ClockEvent = {
  readonly type: ClockEventType;
  readonly at: Date;
  /** Of an extension: which reasons are lawful stands in the regime. */
  readonly reason?: string | undefined;
  /** False when a person judged that there was no good ground for asking. */
  readonly reasonable?: boolean | undefined;
  /** False when a person judged that it was asked too late. */
  readonly prompt?: boolean | undefined;
  /** True when a person said that this answer leaves another open question unanswered. */
  readonly stillOpen?: boolean | undefined;
};

/** Everything a clock depends on. Events may stand in any order. */
export type ClockCase = {
  readonly right: Right;
  /** The id of a regime of the table. */
  readonly regime: string;
  /** A place of the holiday table, or `weekends-only`. */
  readonly jurisdiction: string;
  /** IANA zone whose calendar counts. */
  readonly zone: string;
  readonly receivedAt: Date;
  readonly events: readonly ClockEvent[];
};

export type ClockState =
  | 'running'
  | 'clock_not_started'
  | 'paused_clarification'
  | 'suspended_identity_eu'
  | 'no_statutory_clock';

/** What a date carries along for people and machines; a regime has a sentence for each that its clocks can carry. */
export type Flag = string;

/** The answer. A date is null where the law gives none, or where none may be shown now. */
export type Deadline = {
  /** The last lawful day (or, for a policy clock, the ceiling). */
  readonly due: CalendarDate | null;
  readonly state: ClockState;
  /** Last day on which an extension could be notified. */
  readonly extensionNoticeDue: CalendarDate | null;
  /** The day from which the period is counted. */
  readonly relevantDate: CalendarDate | null;
  readonly pausedDays: number;
  readonly extended: boolean;
  readonly flags: readonly Flag[];
  /** Last day for a refusal letter. */
  readonly refusalDue: CalendarDate | null;
  /** The date without any suspension, where the regime shows it. */
  readonly strictDue: CalendarDate | null;
  /** Last working day on or before a policy ceiling. */
  readonly scheduleBy: CalendarDate | null;
  /** House target, not the law. */
  readonly houseActionBy: CalendarDate | null;
  /** The earliest date that any serious reading of the law gives. */
  readonly cautiousDue: CalendarDate | null;
  /** Line by line, with articles, for people. */
  readonly explanation: readonly string[];
  /** The same in one short paragraph: from which day, by which rule, which days moved it, and what to mind. */
  readonly why: string;
};

/** Why a case cannot be: an expected "no", with the field to mark. */
export type ClockProblem = {
  readonly code:
    | 'unknown_regime'
    | 'unknown_jurisdiction'
    | 'unknown_zone'
    | 'invalid_instant'
    | 'event_before_receipt'
    | 'answer_without_question'
    | 'event_not_for_right';
  readonly message: string;
  /** Such as "events.1.at". */
  readonly field: string;
};
