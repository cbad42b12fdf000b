/** Which actions are open to this person now, and why the others are shut: buttons are drawn from this. */

import { type CaseAction, caseActions, rules } from '../decisions/case-actions.ts';
import { has, type Moment, type Refusal } from '../decisions/decision.ts';
import { gate } from '../decisions/gate.ts';
import type { Case } from './case.ts';

export type Step =
  | { readonly action: CaseAction; readonly label: string; readonly open: true }
  | { readonly action: CaseAction; readonly label: string; readonly open: false; readonly why: Refusal };

export const nextSteps = (request: Case, moment: Moment): readonly Step[] =>
  caseActions.map((action) => {
    const why = gate(action, request, moment);
    const { label } = rules[action];
    return why ? { action, label, open: false, why } : { action, label, open: true };
  });

/** Only what can be done: the buttons worth drawing, in the order of the table. */
export const openSteps = (request: Case, moment: Moment): readonly CaseAction[] =>
  nextSteps(request, moment)
    .filter((step) => step.open)
    .map((step) => step.action);

/** Tasks that this person may see: the team sees all, an assignee only their own. */
export const visibleTasks = (request: Case, moment: Moment): Case['tasks'] =>
  has(moment.actor, 'team')
    ? request.tasks
    : request.tasks.filter((task) => task.assignee === moment.actor.id);
