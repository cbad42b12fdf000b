import type { CalendarDate } from './calendar-date.ts';
import type { Right } from './rights.ts';

export const regimes = ['uk', 'eu'] as const;
type Regime = (typeof regimes)[number];

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
  /** Of an extension: 'complexity' or 'number' (Art 12A(3)); anything else is not a lawful reason. */
  readonly reason?: string | undefined;
  /** False when a person judged that there was no good ground for asking. */
  readonly reasonable?: boolean | undefined;
  /** False when a person judged that it was asked too late. */
  readonly prompt?: boolean | undefined;
};

/** Everything a clock depends on. Events may stand in any order. */
export type ClockCase = {
  readonly right: Right;
  readonly regime: Regime;
  /** A nation of the United Kingdom or a Member State, as the holiday table names it. */
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

export type Flag =
  | 'clarification_does_not_pause_eu'
  | 'clarification_not_reasonably_required'
  | 'edpb_159_suspension'
  | 'effective_on_receipt'
  | 'extension_illegal_late'
  | 'extension_illegal_no_valid_reason'
  | 'extension_not_available'
  | 'fee_request_not_reasonable_ignored'
  | 'identity_request_not_prompt_ignored'
  | 'identity_request_not_reasonable_ignored'
  | 'outside_holiday_table'
  | 'pause_after_deadline_ineffective'
  | 'pause_in_roll_tail'
  | 'pause_not_available_for_right'
  | 'received_before_19_june_2026'
  | 'received_before_5_february_2026'
  | 'second_extension_not_available';

/** The answer. A date is null where the law gives none, or where none may be shown now. */
export type Deadline = {
  /** The last lawful day (or, for a policy clock, the ceiling). */
  readonly due: CalendarDate | null;
  readonly state: ClockState;
  /** Last day on which an extension could be notified. */
  readonly extensionNoticeDue: CalendarDate | null;
  /** The day from which the period is counted (Art 12A(2)). */
  readonly relevantDate: CalendarDate | null;
  readonly pausedDays: number;
  readonly extended: boolean;
  readonly flags: readonly Flag[];
  /** Last day for a refusal letter (Art 12(4)). */
  readonly refusalDue: CalendarDate | null;
  /** EU: the date without any suspension. */
  readonly strictDue: CalendarDate | null;
  /** Last working day on or before a policy ceiling. */
  readonly scheduleBy: CalendarDate | null;
  /** House target, not the law. */
  readonly houseActionBy: CalendarDate | null;
  /** The earliest date that any serious reading of the law gives. */
  readonly cautiousDue: CalendarDate | null;
  /** Line by line, with articles, for people. */
  readonly explanation: readonly string[];
};

/** Why a case cannot be: an expected "no", with the field to mark. */
export type ClockProblem = {
  readonly code:
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
