/** The one next step of a case, and whether this person can make it. The gate behind its button is asked here. */
import { localDate } from '../clock/zone.ts';
import { has, type Moment } from '../decisions/decision.ts';
import { gate } from '../decisions/gate.ts';
import { pending } from '../decisions/two-persons.ts';
import { type Case, isOpen } from './case.ts';
import { endedCaseSteps } from './ended-case-steps.ts';
import { openCaseSteps } from './open-case-steps.ts';
import { type Act, type NextStep, type StepFacts, step } from './step.ts';

/** Every step that could be made now, the most pressing first; the first is the step of the case. */
export const stepsNow = (request: Case, facts: StepFacts): readonly [NextStep, ...NextStep[]] => {
  const [first, ...others] = isOpen(request) ? openCaseSteps(request, facts) : endedCaseSteps(request, facts);
  return [first ?? step('wait', 'nobody', null, 'Nothing to do now.'), ...others];
};

/** The step of the case as its history alone tells it, for lists that look at no clock. */
export const stepOf = (request: Case, law: StepFacts['law']): NextStep =>
  stepsNow(request, {
    at: request.lastAt,
    dateOf: (instant) => localDate(new Date(instant), request.timeZone),
    clock: { due: null, extensionNoticeDue: null, refusalDue: null },
    law,
    related: [],
  })[0];

/** What this person can do next; where it is somebody else's turn, that step without its button. */
export const nextStep = (request: Case, moment: Moment): NextStep => {
  const steps = stepsNow(request, moment);
  const mine = steps.find(({ act }) => act !== null && mayDo(request, act, moment));
  if (mine !== undefined) return mine;
  return { ...steps[0], act: null };
};

const mayDo = (request: Case, { action, about }: Act, moment: Moment): boolean => {
  if (!has(moment.actor, 'team')) return false;
  if (gate(action, request, moment) !== null) return false;
  return (
    !['agree', 'decline'].includes(action) ||
    pending(request).some(({ id, by }) => id === about && by !== moment.actor.id)
  );
};
