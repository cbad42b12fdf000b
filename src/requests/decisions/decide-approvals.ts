/** The second person's word on a proposal: agreed, it comes about at once; declined, nothing changes. */
import type { Approval, Case } from '../case/case.ts';
import type { CaseEvent, Personal, Proposal, ReturnReason } from '../case/case-events.ts';
import { acceptedPlace } from '../clock/holidays.ts';
import { type CaseAction, insteadIn, rules } from './case-actions.ts';
import { followedTrouble, placeTrouble } from './decide-clock.ts';
import { thaw } from './decide-ending.ts';
import { allow, type Decision, has, type Moment, type Refusal, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';
import { deletionTrouble } from './guards.ts';
import { secondPersonTrouble } from './two-persons.ts';

/** Each kind of proposal belongs to the action that made it, and must still be possible when it is agreed to. */
const caseActionOf: Readonly<Record<Proposal['kind'], CaseAction>> = {
  extension: 'extend',
  fee: 'askForFee',
  second_identity_request: 'askForIdentity',
  weak_identity: 'identityReceived',
  lapse: 'lapse',
  agent_withdrawal: 'withdraw',
  deletion: 'proposeDeletion',
  lift_restriction: 'liftRestriction',
  receipt_correction: 'correctReceipt',
  regime_change: 'changeRegime',
  jurisdiction_change: 'changeJurisdiction',
};

/** What would refuse the second person's yes, whoever says it. */
export const stillPossible = (
  request: Case,
  proposal: Proposal,
  moment: Omit<Moment, 'actor'>,
): Refusal | null => {
  if (!rules[caseActionOf[proposal.kind]].from.includes(request.state))
    return refuse('wrong_state', {
      state: request.state.replaceAll('_', ' '),
      instead: insteadIn[request.state],
    });
  if (proposal.kind === 'deletion') return deletionTrouble(request, moment);
  if (proposal.kind === 'lift_restriction' && !request.restricted) return refuse('not_restricted');
  if (proposal.kind === 'receipt_correction') return followedTrouble(request, proposal.receivedAt);
  if (proposal.kind === 'jurisdiction_change') return placeTrouble(request, proposal.jurisdiction, moment);
  const last = moment.clock.extensionNoticeDue;
  return proposal.kind === 'extension' && last !== null && moment.dateOf(moment.at) > last
    ? refuse('extension_too_late', { last })
    : null;
};

/** A place that the new regime does not know gives way to one that it does: no case is left without a date. */
const placeMoved = (request: Case, regime: string, moment: Moment): readonly CaseEvent[] => {
  const jurisdiction = acceptedPlace(moment.law, regime, request.jurisdiction);
  return jurisdiction === request.jurisdiction
    ? []
    : [
        {
          type: 'jurisdiction_changed',
          ...stamp(moment),
          jurisdiction,
          reason: 'where_answer_is_sent_from',
        },
      ];
};

/** What an agreed proposal brings about; its reasons in words stay with the proposal. */
const effects = (request: Case, approval: Approval, moment: Moment): readonly CaseEvent[] => {
  const base = stamp(moment);
  const { proposal } = approval;
  switch (proposal.kind) {
    case 'extension':
      return [];
    case 'fee':
      return [
        {
          type: 'fee_requested',
          ...base,
          sentAt: moment.at,
          finding: proposal.finding,
          pence: proposal.pence,
        },
      ];
    case 'second_identity_request':
      return [
        {
          type: 'identity_requested',
          ...base,
          sentAt: moment.at,
          doubt: proposal.doubt,
          method: proposal.method,
          reasonable: true,
        },
      ];
    case 'weak_identity':
      return [
        { type: 'identity_received', ...base, receivedAt: proposal.receivedAt, method: proposal.method },
      ];
    case 'lapse':
      return [{ type: 'lapsed', ...base, noticeSentAt: proposal.noticeSentAt }, ...thaw(request, moment)];
    case 'agent_withdrawal':
      return [
        { type: 'withdrawn', ...base, confirmed: proposal.confirmed, byAgent: true },
        ...thaw(request, moment),
      ];
    case 'deletion':
      return [{ type: 'deletion_approved', ...base }];
    case 'lift_restriction':
      return [{ type: 'restriction_lifted', ...base }];
    case 'receipt_correction':
      return [
        { type: 'receipt_corrected', ...base, receivedAt: proposal.receivedAt, reason: proposal.reason },
      ];
    case 'regime_change':
      return [
        {
          type: 'regime_changed',
          ...base,
          regime: proposal.regime,
          reason: proposal.reason,
          ...(proposal.also === undefined ? {} : { also: proposal.also }),
        },
        ...placeMoved(request, proposal.regime, moment),
      ];
    case 'jurisdiction_change':
      return [
        {
          type: 'jurisdiction_changed',
          ...base,
          jurisdiction: proposal.jurisdiction,
          reason: proposal.reason,
        },
      ];
  }
};

const find = (request: Case, id: string, moment: Moment): Approval | Refusal => {
  if (!has(moment.actor, 'approver')) return refuse('approver_only');
  const approval = request.approvals.find((each) => each.id === id);
  if (!approval) return refuse('not_pending');
  if (approval.status !== 'pending') return refuse('already_done');
  return secondPersonTrouble(request, moment.actor, [approval.by]) ?? approval;
};

export const agree = (request: Case, id: string, moment: Moment): Decision => {
  const found = find(request, id, moment);
  if ('ok' in found) return found;
  const trouble = gate('agree', request, moment) ?? stillPossible(request, found.proposal, moment);
  if (trouble) return trouble;
  return allow(
    { type: 'approval_given', ...stamp(moment), id, kind: found.proposal.kind },
    ...effects(request, found, moment),
  );
};

export const decline = (
  request: Case,
  input: { readonly id: string; readonly reason: ReturnReason; readonly personal?: Personal },
  moment: Moment,
): Decision => {
  const found = find(request, input.id, moment);
  if ('ok' in found) return found;
  return allow({ type: 'approval_declined', ...stamp(moment), ...input, kind: found.proposal.kind });
};
