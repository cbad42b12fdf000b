/** The shape of one line of a checklist. */
import type { CaseAction } from '../decisions/case-actions.ts';

/** `work` before review, `review` and `send` are ticked by the review itself, `after` before closing. */
export type Phase = 'work' | 'review' | 'send' | 'after';

/** What a recorded act ticks: whoever records it is not asked to tick it off as well. */
export type TickedBy =
  | 'acknowledged'
  | 'authority_received'
  | 'identity_received'
  | 'searched'
  | 'held_back'
  | 'restricted'
  | 'recipient_told'
  | 'deletion_approved'
  | 'client_receipt_confirmed'
  | 'client_deletion_requested'
  | 'agreement_terminated'
  | 'submitted'
  | 'approved'
  | 'sent';

/** What a step may depend on; read from the case alone. */
export type CaseFact = 'agent' | 'doubt' | 'idDocument' | 'found' | 'severalSources' | 'heldBack';

/** A step stands in the list where each of these is so. */
export type When = Readonly<Partial<Record<CaseFact, boolean>>>;

/** Which kind of team a step falls to; the company file says which of its teams that is. */
type TaskTeam =
  | 'operations'
  | 'senior_management'
  | 'marketing'
  | 'support'
  | 'accounts'
  | 'advisors'
  | 'client';

export type TaskTemplate = {
  readonly id: string;
  readonly team: TaskTeam;
  readonly title: string;
  readonly phase: Phase;
  readonly mandatory: boolean;
  /** One task for every system of the case: its result is a line of the search log. */
  readonly perSystem?: true;
  /** Cannot be marked done before a second person agreed to the deletion. */
  readonly afterDeletionApproval?: true;
  readonly by?: TickedBy;
  /** The button that gets it done; without one it is marked done. */
  readonly act?: CaseAction;
  readonly when?: When;
};

/** A task of a case: a per-system line has become one task for each system. */
export type PlannedTask = Omit<TaskTemplate, 'perSystem' | 'team'> & {
  /** A kind of team, or the team of the company file that keeps the system. */
  readonly team: string;
  readonly system: string | null;
};
