/** Steps of a case whose answer has gone out: what is left until it is closed. */
import { closingTrouble, mayBeLifted, reopeningTrouble } from '../decisions/guards.ts';
import { refusalSentence } from '../decisions/refusals.ts';
import { agreeingSteps } from './agreeing-steps.ts';
import { neededForAnswer } from './answer-steps.ts';
import { type Case, openTasks } from './case.ts';
import { type NextStep, type StepFacts, step } from './step.ts';

const lift = step(
  'lift',
  'team',
  'liftRestriction',
  'The data is still restricted, and the answer has told the person what was decided. Let it be used again only as the answer says, and lift the restriction here.',
);

const tellFirst = step(
  'lift-notice',
  'team',
  'tellBeforeLifting',
  'The data is still restricted, and the answer does not say that this ends. Tell the person first, and record the day here.',
);

export const endedCaseSteps = (request: Case, facts: StepFacts): readonly NextStep[] => {
  if (request.state === 'closed')
    return [
      reopeningTrouble(request, facts.at) === null
        ? step('closed', 'nobody', null, 'Closed. If that was too early, reopen it within a week.')
        : step('closed', 'nobody', null, 'Closed. What comes later is a new case.'),
    ];
  const trouble = closingTrouble(request);
  if (trouble === null) return [step('close', 'team', 'close', 'Everything is done. Close the case.')];
  if (trouble.code === 'approval_pending') return agreeingSteps(request, facts, true);
  if (trouble.code === 'still_restricted') return [mayBeLifted(request) ? lift : tellFirst];
  const [left] = openTasks(request, ['work', 'send', 'after']);
  if (left !== undefined) return [step(left.id, 'team', 'markDone', `${left.title}.`, left.id)];
  const way = neededForAnswer[trouble.code];
  return [step(trouble.code, 'team', way?.[0] ?? null, way?.[1] ?? refusalSentence(trouble))];
};
