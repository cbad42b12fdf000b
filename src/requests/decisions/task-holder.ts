/** Who can be given a step: only somebody who then finds the button that does it. */
import { type Case, isOpen, type Task } from '../case/case.ts';
import { type CaseAction, rules } from './case-actions.ts';
import { type Actor, has, type Refusal, refuse } from './decision.ts';
import { isBarred, maySee } from './who-sees.ts';

/** What a recorded act ticks is not ticked by hand. */
const markedByHand = ({ act, phase }: Task): boolean =>
  (act === undefined || act === 'markStopped') && (phase === 'work' || phase === 'after');

/** The action whose button ticks it, where that is not done by hand. */
const ticking = ({ act, phase }: Task): CaseAction =>
  act ?? (phase === 'send' ? 'recordResponseSent' : 'approve');

/** Whose button does it: anybody's, or that of whoever works on the case, or an approver's. */
export const holderOf = (task: Task): 'anybody' | 'team' | 'approver' => {
  if (markedByHand(task)) return 'anybody';
  return rules[ticking(task)].who === 'approver' ? 'approver' : 'team';
};

/** Why this person cannot be given this step; null where they can. */
export const holderTrouble = (request: Case, task: Task, to: Actor): Refusal | null => {
  if (isBarred(request, to.id)) return refuse('conflict_of_interest');
  const holder = holderOf(task);
  if (holder === 'anybody' || (maySee(request, to) && (holder === 'team' || has(to, 'approver'))))
    return null;
  const steps = request.tasks.filter((each) => each.status === 'open' && markedByHand(each));
  return holder === 'approver'
    ? refuse('step_for_approver')
    : refuse('step_for_team', {
        steps: steps.length === 0 ? 'nothing now' : steps.map(({ title }) => `“${title}”`).join(', '),
      });
};

/** The label of the button that ticks this step, where marking it done by hand is no way to it; null where it is. */
export const ownButton = (request: Case, task: Task): string | null => {
  // Whoever recognises the person after all asks nobody; and what an ended case has left has no other button any more.
  const byHand =
    markedByHand(task) || task.act === 'identityReceived' || (!isOpen(request) && task.phase !== 'review');
  return byHand ? null : rules[ticking(task)].label;
};

/** Whether it can be marked done now: what has to be agreed first is no button yet. */
export const isMarkable = (request: Case, task: Task): boolean =>
  task.status === 'open' &&
  markedByHand(task) &&
  (!task.afterDeletionApproval || (request.deletionApproved && !request.hold));
