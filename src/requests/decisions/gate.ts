/** May this action be made on this case, by this person, now? Buttons and decisions ask the same question here. */
import { type Case, isToDo, openQuestions, openTasks, workLeft } from '../case/case.ts';
import { type CaseAction, insteadIn, rules } from './case-actions.ts';
import { has, type Moment, type Refusal, refuse } from './decision.ts';
import {
  answerTrouble,
  closingTrouble,
  deletionTrouble,
  lapseTrouble,
  mayBeLifted,
  reopeningTrouble,
} from './guards.ts';
import { isPending, pending, preparers, secondPersonTrouble } from './two-persons.ts';

/** What is already so cannot be done again: the second click of a button ends here. */
const alreadyDone = (action: CaseAction, request: Case, moment: Moment): boolean => {
  switch (action) {
    case 'take':
      return request.owner === moment.actor.id;
    case 'stopAndTell':
    case 'markStopped':
      return request.state === 'in_progress' && !workLeft(request);
    case 'confirmStopped':
      return request.state === 'responded' || request.state === 'closed';
    case 'acknowledge':
      return request.acknowledgedAt !== null;
    case 'askForIdentity':
      return request.state === 'awaiting_identity' || isPending(request, 'second_identity_request');
    case 'askForAuthority':
      return request.state === 'awaiting_authority';
    case 'askForFee':
      return request.state === 'awaiting_fee' || isPending(request, 'fee');
    case 'askForClarification':
      return request.state === 'awaiting_clarification';
    case 'identityReceived':
      return (
        isPending(request, 'weak_identity') ||
        (request.state === 'in_progress' && lastOf(request, 'identity') === 'identity_received')
      );
    case 'authorityReceived':
      return request.state === 'in_progress' && lastOf(request, 'authority') === 'authority_received';
    case 'feePaid':
      return request.state === 'in_progress' && lastOf(request, 'fee') === 'fee_paid';
    case 'clarificationReceived':
      return openQuestions(request) === 0 && lastOf(request, 'clarification') === 'clarification_received';
    case 'extend':
      return (
        isPending(request, 'extension') || (request.extension !== null && request.extension.sentAt === null)
      );
    case 'recordExtensionNotice':
      return request.extension?.sentAt != null;
    case 'sendForReview':
      return request.state === 'ready_for_review' && request.review?.outcome !== 'refused';
    case 'refuse':
      return (
        request.state === 'refused' ||
        (request.state === 'ready_for_review' && request.review?.outcome === 'refused')
      );
    case 'approve':
      return request.state === 'approved';
    case 'recordResponseSent':
      return request.state === 'responded' || request.state === 'refused';
    case 'restrict':
      return request.restricted;
    case 'tellBeforeLifting':
      return request.restrictionNoticeAt !== null;
    case 'liftRestriction':
      return isPending(request, 'lift_restriction');
    case 'placeHold':
      return request.hold;
    case 'liftHold':
      return !request.hold;
    case 'proposeDeletion':
      return request.deletionApproved || isPending(request, 'deletion');
    case 'nameRight':
      return !request.unsureRight;
    case 'stopUse':
    case 'goOn':
      return !isToDo(request, 'balancing') && !isToDo(request, 'stop');
    case 'recordErasure':
      return !isToDo(request, 'delete');
    case 'liftConflict':
      return request.conflicts.length === 0;
    case 'withdraw':
      return request.state === 'withdrawn' || isPending(request, 'agent_withdrawal');
    case 'lapse':
      return request.state === 'lapsed' || isPending(request, 'lapse');
    case 'forward':
      return request.state === 'forwarded_to_controller';
    case 'close':
      return request.state === 'closed';
    case 'correctReceipt':
      return isPending(request, 'receipt_correction');
    case 'changeRegime':
      return isPending(request, 'regime_change');
    case 'changeJurisdiction':
      return isPending(request, 'jurisdiction_change');
    default:
      return false;
  }
};

const lastOf = (request: Case, about: string): string | undefined =>
  request.clockEvents.findLast((event) => event.type.startsWith(`${about}_`))?.type;

/** Guards that need nothing but the case and the moment. */
const further = (action: CaseAction, request: Case, moment: Moment): Refusal | null => {
  switch (action) {
    case 'acknowledge':
      return request.unsureRight ? refuse('right_not_named') : null;
    case 'clarificationReceived':
      return openQuestions(request) > 0 ? null : wrongState(request, moment);
    case 'chase':
      return request.waitingSince === null ? wrongState(request, moment) : null;
    case 'extend': {
      if (request.extension) return refuse('no_second_extension');
      const last = moment.clock.extensionNoticeDue;
      return last !== null && moment.dateOf(moment.at) > last ? refuse('extension_too_late', { last }) : null;
    }
    case 'recordExtensionNotice':
      return request.extension ? null : refuse('extension_not_agreed');
    case 'tellBeforeLifting':
      return request.restricted ? null : refuse('not_restricted');
    case 'liftRestriction':
      if (!request.restricted) return refuse('not_restricted');
      return mayBeLifted(request) ? null : refuse('tell_first');
    case 'recordErasure':
      if (!request.deletionApproved) return refuse('deletion_not_approved');
      return request.hold ? refuse('on_hold') : null;
    case 'proposeDeletion':
      return deletionTrouble(request, moment);
    case 'forward':
      return request.clientWorkspace ? null : refuse('not_client_data');
    case 'lapse':
      return lapseTrouble(request, moment);
    case 'sendForReview':
      return answerTrouble(request);
    case 'confirmStopped': {
      const open = openTasks(request, ['work']);
      return open.length > 0
        ? refuse('tasks_open', { tasks: open.map(({ title }) => title).join('; ') })
        : null;
    }
    case 'approve':
    case 'return':
      return secondPersonTrouble(request, moment.actor, preparers(request));
    case 'agree':
    case 'decline': {
      const waiting = pending(request);
      const first = waiting[0];
      if (!first) return refuse('not_pending');
      const others = waiting.filter((each) => each.by !== moment.actor.id);
      return secondPersonTrouble(request, moment.actor, others.length > 0 ? [] : [first.by]);
    }
    case 'close':
      return closingTrouble(request);
    case 'reopen':
      return reopeningTrouble(request, moment.at);
    default:
      return null;
  }
};

const stateWords = (request: Case): string => request.state.replaceAll('_', ' ');

const wrongState = (request: Case, { at }: Moment): Refusal => {
  const reopens = request.state === 'closed' && reopeningTrouble(request, at) === null;
  const instead = reopens ? 'If it was closed too early, reopen it first.' : insteadIn[request.state];
  return refuse('wrong_state', { state: stateWords(request), instead });
};

/** Null when the action is open. Authority is looked at first, so that nobody learns about a case by being refused. */
export const gate = (action: CaseAction, request: Case, moment: Moment): Refusal | null => {
  const rule = rules[action];
  const { actor } = moment;
  const assignee = request.tasks.some((task) => task.assignee === actor.id);
  if (rule.who === 'approver' && !has(actor, 'approver')) return refuse('approver_only');
  if (rule.who === 'team' && !has(actor, 'team')) return refuse('team_only');
  if (rule.who === 'assignee' && !has(actor, 'team') && !assignee) return refuse('assignee_only');
  // Whatever else they are to the case: whoever it is about decides nothing in it.
  if (request.conflicts.includes(actor.id)) return refuse('conflict_of_interest');
  if (alreadyDone(action, request, moment)) return refuse('already_done');
  if (rule.only && !rule.only.includes(request.right))
    return request.right === 'direct_marketing_objection' && action === 'refuse'
      ? refuse('never_refused', { instead: rule.instead ?? '' })
      : refuse('not_for_this_right', { instead: rule.instead ?? insteadIn[request.state] });
  if (!rule.from.includes(request.state)) return wrongState(request, moment);
  return further(action, request, moment);
};
