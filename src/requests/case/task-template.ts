/** The shape of one line of a checklist. */

/** `work` before review, `review` and `send` are ticked by the review itself, `after` before closing. */
export type Phase = 'work' | 'review' | 'send' | 'after';

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
};

/** A task of a case: a per-system line has become one task for each system. */
export type PlannedTask = Omit<TaskTemplate, 'perSystem' | 'team'> & {
  /** A kind of team, or the team of the company file that keeps the system. */
  readonly team: string;
  readonly system: string | null;
};
