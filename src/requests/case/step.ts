/** One step of a case: what it is, whose turn it is, and the act that makes it. */
import type { CaseAction } from '../decisions/case-actions.ts';
import type { Moment } from '../decisions/decision.ts';

/** Whose turn it is: somebody of the privacy team, an approver, the teams that search, the requester, or nobody. */
export type Turn = 'team' | 'approver' | 'teams' | 'requester' | 'nobody';

export type Act = {
  readonly action: CaseAction;
  /** The task, the proposal or the letter's fingerprint that it is about; '' for the case. */
  readonly about: string;
};

export type NextStep = {
  readonly id: string;
  readonly who: Turn;
  /** Null where nobody can do anything now but wait. */
  readonly act: Act | null;
  /** The step in a sentence of ours; names no person. */
  readonly words: string;
};

/** Everything outside the case that the step depends on, but for who looks. */
export type StepFacts = Omit<Moment, 'actor'>;

export const step = (
  id: string,
  who: Turn,
  action: CaseAction | null,
  words: string,
  about = '',
): NextStep => ({
  id,
  who,
  act: action === null ? null : { action, about },
  words,
});
