/** Which gestures are open to this person now, and why the others are shut: buttons are drawn from this. */

import { has, type Moment, type Refusal } from '../decisions/decision.ts';
import { gate } from '../decisions/gate.ts';
import { type Gesture, gestures, insteadIn, rules } from '../decisions/gestures.ts';
import { pending } from '../decisions/two-persons.ts';
import type { Case } from './case.ts';

export type Step =
  | { readonly gesture: Gesture; readonly label: string; readonly open: true }
  | { readonly gesture: Gesture; readonly label: string; readonly open: false; readonly why: Refusal };

export const nextSteps = (request: Case, moment: Moment): readonly Step[] =>
  gestures.map((gesture) => {
    const why = gate(gesture, request, moment);
    const { label } = rules[gesture];
    return why ? { gesture, label, open: false, why } : { gesture, label, open: true };
  });

/** Only what can be done: the buttons worth drawing, in the order of the table. */
export const openSteps = (request: Case, moment: Moment): readonly Gesture[] =>
  nextSteps(request, moment)
    .filter((step) => step.open)
    .map((step) => step.gesture);

/** Tasks that this person may see: the team sees all, an assignee only their own. */
export const visibleTasks = (request: Case, moment: Moment): Case['tasks'] =>
  has(moment.actor, 'team')
    ? request.tasks
    : request.tasks.filter((task) => task.assignee === moment.actor.id);

/** One line for the card: the next lawful step, whoever may take it. Names no person. */
export const nextStep = (request: Case): string => {
  const waiting = pending(request)[0];
  if (waiting) return `A second person has to decide: ${waiting.proposal.kind.replaceAll('_', ' ')}.`;
  if (request.extension && request.extension.sentAt === null)
    return 'Send the extension notice and record that it was sent.';
  if (request.state === 'received' && request.clientWorkspace)
    return 'Forward it to the client, who is the controller.';
  if (request.right === 'direct_marketing_objection' && request.state === 'received')
    return 'Stop it everywhere and press Mark stopped.';
  if (request.state === 'in_progress') {
    const open = request.tasks.filter(
      (task) => task.status === 'open' && task.mandatory && task.phase === 'work',
    );
    const blocked = open.every((task) => task.afterDeletionApproval) && !request.deletionApproved;
    if (open.length > 0 && blocked) return 'Propose the deletion, so that a second person can agree.';
    const first = open[0];
    if (first) return `${first.title} (${open.length} of ${request.tasks.length} steps open).`;
    if (request.right === 'direct_marketing_objection')
      return 'Confirm to the person that it has stopped, then press Record response sent.';
    return 'Send the answer for review.';
  }
  if (request.state === 'responded') {
    const left = request.tasks.find(
      (task) => task.status === 'open' && task.mandatory && task.phase !== 'review',
    );
    return left ? `${left.title}.` : 'Close the case.';
  }
  return insteadIn[request.state];
};
