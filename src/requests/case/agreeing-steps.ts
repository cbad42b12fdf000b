/** Steps of a second person: proposals that can be agreed to, or have to be returned. */
import { stillPossible } from '../decisions/decide-approvals.ts';
import { refusalSentence } from '../decisions/refusals.ts';
import { pending } from '../decisions/two-persons.ts';
import type { Approval, Case } from './case.ts';
import { type NextStep, type StepFacts, step } from './step.ts';

const proposals: Readonly<Record<Approval['proposal']['kind'], string>> = {
  extension: 'An approver has to agree to the extension.',
  fee: 'An approver has to agree to the fee.',
  second_identity_request: 'An approver has to agree to asking for identity again.',
  weak_identity: 'An approver has to decide whether the proof of identity is enough.',
  lapse: 'An approver has to agree that the request has lapsed.',
  agent_withdrawal: 'An approver has to accept the withdrawal by the representative.',
  deletion: 'An approver has to agree to the deletion.',
  lift_restriction: 'An approver has to agree to lifting the restriction.',
  receipt_correction: 'An approver has to agree to the other day of receipt.',
  regime_change: 'An approver has to agree to the other law.',
  jurisdiction_change: 'An approver has to agree to the other place.',
};

/** What can no longer be agreed to is returned where nothing else is left to do. */
export const agreeingSteps = (request: Case, facts: StepFacts, atTheEnd = false): readonly NextStep[] =>
  pending(request).flatMap(({ id, proposal }): readonly NextStep[] => {
    const trouble = stillPossible(request, proposal, facts);
    if (trouble === null) return [step('agree', 'approver', 'agree', proposals[proposal.kind], id)];
    const words = `${refusalSentence(trouble)} An approver has to return the proposal.`;
    return atTheEnd ? [step('decline', 'approver', 'decline', words, id)] : [];
  });
