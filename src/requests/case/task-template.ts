/** The shape of one line of a checklist. */
import type { Team } from './systems.ts';

/** `work` before review, `review` and `send` are ticked by the review itself, `after` before closing. */
export type Phase = 'work' | 'review' | 'send' | 'after';

export type TaskTemplate = {
  readonly id: string;
  readonly team: Team;
  readonly title: string;
  readonly phase: Phase;
  readonly mandatory: boolean;
  /** One task for every system of the case: its result is a line of the search log. */
  readonly perSystem?: true;
  /** Cannot be marked done before a second person agreed to the deletion. */
  readonly afterDeletionApproval?: true;
};

/** A task of a case: a per-system line has become one task for each system. */
export type PlannedTask = Omit<TaskTemplate, 'perSystem'> & { readonly system: string | null };
