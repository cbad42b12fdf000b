/** The step towards the answer, or what still keeps it back. */
import { type CaseAction, stopRights } from '../decisions/case-actions.ts';
import type { Refusal } from '../decisions/decision.ts';
import { answerTrouble } from '../decisions/guards.ts';
import { refusalSentence } from '../decisions/refusals.ts';
import { agreeingSteps } from './agreeing-steps.ts';
import type { Case } from './case.ts';
import { type NextStep, type StepFacts, step } from './step.ts';

/** The gates of the answer that are steps of their own. */
export const neededForAnswer: Readonly<Partial<Record<Refusal['code'], readonly [CaseAction, string]>>> = {
  search_log_missing: ['askTeams', 'Ask the teams what they hold: one round, one answer for each system.'],
  recipients_missing: ['recordRecipient', 'Tell whoever received the data, or record why not.'],
};

export const answerSteps = (request: Case, facts: StepFacts): readonly NextStep[] => {
  if (stopRights.includes(request.right))
    return [
      step('confirm', 'team', 'confirmStopped', 'Tell the person that it has stopped; that closes the case.'),
    ];
  const trouble = answerTrouble(request, 'asked in the form');
  if (trouble === null)
    return [
      step('letter', 'team', 'writeAnswer', 'Write the answer. A second person reads it before it goes out.'),
    ];
  const way = neededForAnswer[trouble.code];
  if (way !== undefined) return [step(trouble.code, 'team', way[0], way[1])];
  return trouble.code === 'approval_pending'
    ? agreeingSteps(request, facts, true)
    : [step('blocked', 'team', null, refusalSentence(trouble))];
};
