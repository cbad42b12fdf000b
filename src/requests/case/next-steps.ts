/** Which gestures are open to this person now, and why the others are shut: buttons are drawn from this. */

import { has, type Moment, type Refusal } from '../decisions/decision.ts';
import { gate } from '../decisions/gate.ts';
import { type Gesture, gestures, rules } from '../decisions/gestures.ts';
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
