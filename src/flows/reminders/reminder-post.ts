/** What a tick works with, and how reminders leave the house. */
import type { Clock } from '../../base/clock.ts';
import type { Ledger, LedgerPlace } from '../../register/ledger.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';
import type { ReminderRules } from '../../requests/reminders/reminder-days.ts';
import type { CaseLine, Digest } from './reminder-digest.ts';
import type { Absences } from './reminder-plan.ts';

export type Outgoing =
  | { readonly kind: 'direct'; readonly id: string; readonly to: string; readonly lines: readonly CaseLine[] }
  | { readonly kind: 'alert'; readonly id: string; readonly lines: readonly CaseLine[] }
  | { readonly kind: 'digest'; readonly id: string; readonly digest: Digest };

/** Why a message was not posted, or not provably. */
export type SendingProblem = {
  /** Slack's word for it. */
  readonly code: string;
  /** No answer came, or none that tells: the message may stand there all the same. */
  readonly mayStand: boolean;
  /** Retry-After: Slack wants to hear nothing for so long. */
  readonly waitMs: number;
};

/** `inVain`: trying again will not help (the person has left, …). */
export type Failure = SendingProblem & { readonly inVain: boolean };

/** The mark of a message is its id. `find` never rejects. */
export interface ReminderPost {
  readonly send: (message: Outgoing) => Promise<LedgerPlace>;
  /** False when the message cannot be edited any more, mostly because somebody removed it. */
  readonly edit: (at: LedgerPlace, message: Outgoing) => Promise<boolean>;
  /** Whether a message with this mark stands there; `unknown` when Slack does not let us look, `later` when it did not answer. */
  readonly find: (reader: string, id: string) => Promise<LedgerPlace | 'absent' | 'unknown' | 'later'>;
  readonly reason: (error: unknown) => Failure;
}

export type RemindParts = {
  readonly register: Pick<Register<CaseEvent, Case>, 'list' | 'anchor'>;
  readonly ledger: Ledger;
  readonly rules: ReminderRules;
  readonly clock: Clock;
  /** Short, and not used before. */
  readonly newId: () => string;
  readonly hasChannel: boolean;
  readonly approvers: () => Promise<readonly string[]>;
  readonly post: ReminderPost;
  /** Which of these people are not there: Slack's word for it, asked when something is due. */
  readonly absences: (users: readonly string[]) => Promise<Absences>;
  readonly failed: (error: unknown) => void;
};

/** What one tick looks at: one moment, all cases. */
export type Scene = {
  readonly now: Date;
  readonly date: CalendarDate;
  readonly time: string;
  readonly cases: readonly Case[];
  readonly caseOf: (number: string) => Case | null;
};
