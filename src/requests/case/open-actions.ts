/** Which actions are open to this person now, and why the others are shut: buttons are drawn from this. */

import { type CaseAction, caseActions, rules } from '../decisions/case-actions.ts';
import type { Moment, Refusal } from '../decisions/decision.ts';
import { gate } from '../decisions/gate.ts';
import type { Case } from './case.ts';

type ActionNow =
  | { readonly action: CaseAction; readonly label: string; readonly open: true }
  | { readonly action: CaseAction; readonly label: string; readonly open: false; readonly why: Refusal };

export const actionsNow = (request: Case, moment: Moment): readonly ActionNow[] =>
  caseActions.map((action) => {
    const why = gate(action, request, moment);
    const { label } = rules[action];
    return why ? { action, label, open: false, why } : { action, label, open: true };
  });

/** Only what can be done: the buttons worth drawing, in the order of the table. */
export const openActions = (request: Case, moment: Moment): readonly CaseAction[] =>
  actionsNow(request, moment)
    .filter((each) => each.open)
    .map((each) => each.action);
