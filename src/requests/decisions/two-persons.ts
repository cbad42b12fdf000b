/** The two-person rule, once: who prepared something, and who therefore may not approve it. */
import type { Case } from '../case/case.ts';
import type { Personal, Proposal, ProposalKind } from '../case/case-events.ts';
import {
  type Actor,
  allow,
  type Decision,
  kept,
  type Moment,
  type Refusal,
  refuse,
  stamp,
} from './decision.ts';

export const pending = (request: Case): Case['approvals'] =>
  request.approvals.filter((each) => each.status === 'pending');

export const isPending = (request: Case, kind: ProposalKind): boolean =>
  pending(request).some((each) => each.proposal.kind === kind);

/** The submitter, the owner who worked on it, and everybody who redacted: none of them reviews the answer. */
export const preparers = (request: Case): readonly string[] => [
  ...(request.review ? [request.review.by] : []),
  ...(request.owner ? [request.owner] : []),
  ...request.redactors,
];

/** Everybody who may say yes: not who prepared it, not who is named in the case. */
export const deciders = (
  { conflicts }: Case,
  approvers: readonly string[],
  prepared: readonly string[],
): readonly string[] => approvers.filter((user) => !prepared.includes(user) && !conflicts.includes(user));

export const secondPersonTrouble = (
  request: Case,
  actor: Actor,
  prepared: readonly string[],
): Refusal | null =>
  request.conflicts.includes(actor.id)
    ? refuse('conflict_of_interest')
    : prepared.includes(actor.id)
      ? refuse('self_approval')
      : null;

/** Ask a second person. The id is made from the kind and its turn, so that two clicks make one proposal. */
export const propose = (request: Case, proposal: Proposal, moment: Moment, personal?: Personal): Decision => {
  if (isPending(request, proposal.kind)) return refuse('already_done');
  const turn = request.approvals.filter((each) => each.proposal.kind === proposal.kind).length + 1;
  return allow({
    type: 'approval_requested',
    ...stamp(moment),
    id: `${proposal.kind}-${turn}`,
    proposal,
    ...kept(personal),
  });
};
