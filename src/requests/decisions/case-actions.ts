/** Every action on a case as a table: the words on its control, who may, from which states and for which rights (procedure C). */
import { type CaseState, endedStates, openStates, waitingStates } from '../case/case.ts';
import type { Right } from '../clock/rights.ts';

export type CaseAction =
  | 'take'
  | 'handOver'
  | 'assignTask'
  | 'markDone'
  | 'waiveTask'
  | 'stopAndTell'
  | 'markStopped'
  | 'confirmStopped'
  | 'acknowledge'
  | 'askForIdentity'
  | 'identityReceived'
  | 'askForAuthority'
  | 'authorityReceived'
  | 'askForFee'
  | 'feePaid'
  | 'askForClarification'
  | 'clarificationReceived'
  | 'chase'
  | 'extend'
  | 'recordExtensionNotice'
  | 'logSearch'
  | 'logRedaction'
  | 'logExemption'
  | 'recordRecipient'
  | 'restrict'
  | 'tellBeforeLifting'
  | 'liftRestriction'
  | 'placeHold'
  | 'liftHold'
  | 'proposeDeletion'
  | 'nameRight'
  | 'stopUse'
  | 'goOn'
  | 'recordErasure'
  | 'recordClientStep'
  | 'sendForReview'
  | 'refuse'
  | 'approve'
  | 'return'
  | 'recall'
  | 'agree'
  | 'decline'
  | 'recordResponseSent'
  | 'withdraw'
  | 'lapse'
  | 'forward'
  | 'close'
  | 'reopen'
  | 'correctReceipt'
  | 'changeRegime'
  | 'changeJurisdiction'
  | 'addNote'
  | 'declareConflict'
  | 'liftConflict'
  | 'link'
  | 'approveLetter'
  | 'recordLetterSent'
  | 'askTeams'
  | 'writeAnswer';

export type ActionRule = {
  readonly label: string;
  readonly who: 'team' | 'approver' | 'assignee';
  readonly from: readonly CaseState[];
  /** Absent: every right. */
  readonly only?: readonly Right[];
  /** What to do instead where the right does not allow it. */
  readonly instead?: string;
};

const dataRights: readonly Right[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'automated_decision',
];
const clientRights: readonly Right[] = ['client_data_deletion', 'client_information_retention'];
const copyRights: readonly Right[] = ['access', 'portability'];
const art19Rights: readonly Right[] = [
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'consent_withdrawal',
];
/** What takes effect at once and leaves a second person nothing to weigh (procedure, part 0). */
export const stopRights: readonly Right[] = ['direct_marketing_objection', 'consent_withdrawal'];
const personRights: readonly Right[] = [
  ...dataRights,
  'complaint',
  'direct_marketing_objection',
  'consent_withdrawal',
];

const working: readonly CaseState[] = ['in_progress', ...waitingStates];
const beforeReview: readonly CaseState[] = ['received', ...working];
const anyState: readonly CaseState[] = [...openStates, ...endedStates];
const notClosed = anyState.filter((state) => state !== 'closed');

export const rules: Readonly<Record<CaseAction, ActionRule>> = {
  take: { label: 'Take', who: 'team', from: openStates },
  handOver: { label: 'Hand over', who: 'team', from: notClosed },
  assignTask: { label: 'Assign task', who: 'team', from: notClosed },
  markDone: { label: 'Mark done', who: 'assignee', from: notClosed },
  waiveTask: { label: 'Waive task', who: 'team', from: notClosed },
  stopAndTell: {
    label: 'Stopped and told',
    who: 'team',
    from: ['received', 'in_progress'],
    only: stopRights,
    instead: 'Go through the checklist instead.',
  },
  markStopped: {
    label: 'Mark stopped',
    who: 'team',
    from: ['received', 'in_progress'],
    only: stopRights,
    instead: 'Go through the checklist instead.',
  },
  confirmStopped: {
    label: 'Record response sent',
    who: 'team',
    from: ['in_progress'],
    only: stopRights,
    instead: 'Send the answer for review first.',
  },
  acknowledge: { label: 'Record acknowledgement', who: 'team', from: openStates },
  askForIdentity: {
    label: 'Ask for identity',
    who: 'team',
    from: ['received', 'in_progress'],
    only: [...dataRights, 'complaint'],
    instead: 'Nobody has to identify themselves for this; act on it now.',
  },
  identityReceived: { label: 'Identity received', who: 'team', from: ['awaiting_identity'] },
  askForAuthority: { label: 'Ask for authority', who: 'team', from: ['received', 'in_progress'] },
  authorityReceived: { label: 'Authority received', who: 'team', from: ['awaiting_authority'] },
  askForFee: {
    label: 'Ask for a fee',
    who: 'team',
    from: ['in_progress'],
    only: dataRights,
    instead: 'This is always free of charge.',
  },
  feePaid: { label: 'Fee paid', who: 'team', from: ['awaiting_fee'] },
  askForClarification: { label: 'Ask for clarification', who: 'team', from: ['in_progress'] },
  clarificationReceived: {
    label: 'Clarification received',
    who: 'team',
    from: ['awaiting_clarification', 'in_progress'],
  },
  chase: { label: 'Record a chaser', who: 'team', from: [...waitingStates, 'in_progress'] },
  extend: {
    label: 'Extend',
    who: 'team',
    from: beforeReview,
    only: dataRights,
    instead: 'Only the answer to a data subject’s right can be extended; never this.',
  },
  recordExtensionNotice: {
    label: 'Record extension notice',
    who: 'team',
    from: openStates,
    only: dataRights,
  },
  logSearch: { label: 'Log a search', who: 'team', from: working },
  logRedaction: {
    label: 'Log a redaction',
    who: 'team',
    from: ['in_progress'],
    only: [...copyRights, 'rectification'],
  },
  logExemption: { label: 'Log an exemption', who: 'team', from: ['in_progress'], only: dataRights },
  recordRecipient: { label: 'Record a recipient told', who: 'team', from: notClosed, only: art19Rights },
  restrict: { label: 'Restrict', who: 'team', from: notClosed, only: [...dataRights, 'complaint'] },
  tellBeforeLifting: { label: 'Record lifting notice', who: 'team', from: anyState },
  liftRestriction: { label: 'Lift restriction', who: 'team', from: anyState },
  placeHold: { label: 'Place a legal hold', who: 'team', from: notClosed },
  liftHold: { label: 'Lift the legal hold', who: 'approver', from: notClosed },
  proposeDeletion: {
    label: 'Propose deletion',
    who: 'team',
    from: ['in_progress'],
    only: ['erasure', 'consent_withdrawal', 'objection', ...clientRights],
    instead: 'Erasing belongs to an erasure request or the end of a client agreement.',
  },
  nameRight: { label: 'Name the right', who: 'team', from: ['received', 'in_progress'] },
  stopUse: {
    label: 'Stop the use',
    who: 'team',
    from: ['in_progress'],
    only: ['objection'],
    instead: 'Go through the checklist instead.',
  },
  goOn: {
    label: 'Go on with grounds',
    who: 'team',
    from: ['in_progress'],
    only: ['objection'],
    instead: 'Go through the checklist instead.',
  },
  recordErasure: {
    label: 'Record the erasure',
    who: 'team',
    from: ['in_progress'],
    only: ['erasure'],
    instead: 'Go through the checklist instead.',
  },
  recordClientStep: {
    label: 'Record a client step',
    who: 'team',
    from: beforeReview,
    only: clientRights,
    instead: 'This step belongs to the end of a client agreement.',
  },
  sendForReview: { label: 'Send for review', who: 'team', from: ['in_progress'] },
  refuse: {
    label: 'Refuse',
    who: 'team',
    from: ['in_progress'],
    only: dataRights,
    instead: 'There is no ground to refuse this; do it and confirm it.',
  },
  approve: { label: 'Approve', who: 'approver', from: ['ready_for_review'] },
  return: { label: 'Return', who: 'approver', from: ['ready_for_review'] },
  recall: { label: 'Take back from review', who: 'team', from: ['ready_for_review', 'approved'] },
  agree: { label: 'Approve', who: 'approver', from: anyState },
  decline: { label: 'Return', who: 'approver', from: anyState },
  recordResponseSent: { label: 'Record response sent', who: 'team', from: ['approved'] },
  withdraw: { label: 'Withdraw', who: 'team', from: openStates },
  lapse: { label: 'Let it lapse', who: 'team', from: waitingStates },
  forward: { label: 'Forward to the client', who: 'team', from: ['received'], only: personRights },
  close: {
    label: 'Close case',
    who: 'team',
    from: ['responded', 'refused', 'withdrawn', 'lapsed', 'forwarded_to_controller'],
  },
  reopen: {
    label: 'Reopen',
    who: 'team',
    from: ['closed'],
    only: stopRights,
    instead: 'A closed case stays as it is. Log a new request; it will be linked to this one.',
  },
  correctReceipt: { label: 'Correct receipt', who: 'team', from: openStates },
  changeRegime: { label: 'Change regime', who: 'team', from: openStates },
  changeJurisdiction: { label: 'Change jurisdiction', who: 'team', from: openStates },
  addNote: { label: 'Add note', who: 'team', from: anyState },
  declareConflict: { label: 'Declare a conflict', who: 'team', from: notClosed },
  liftConflict: { label: 'Take back a conflict', who: 'approver', from: notClosed },
  link: { label: 'Link', who: 'team', from: anyState },
  approveLetter: { label: 'Approve letter', who: 'approver', from: openStates },
  recordLetterSent: { label: 'Record letter sent', who: 'team', from: notClosed },
  askTeams: { label: 'Ask the teams', who: 'team', from: working },
  writeAnswer: { label: 'Write the answer', who: 'team', from: ['in_progress'] },
};

export const isCaseAction = (name: string): name is CaseAction => Object.hasOwn(rules, name);

export const caseActions = Object.keys(rules).filter(isCaseAction);

/** The next sensible thing, for somebody who tried something else. */
export const insteadIn: Readonly<Record<CaseState, string>> = {
  received: 'Take the case first.',
  awaiting_identity: 'Wait for the identity information, chase it, or record that it came.',
  awaiting_authority: 'Wait for the proof of authority, chase it, or record that it came.',
  awaiting_fee: 'Wait for the fee, or record that it was paid.',
  in_progress: 'Work through the checklist, then send the answer for review.',
  awaiting_clarification: 'Wait for the answer, chase it, or record that it came.',
  ready_for_review: 'An approver has to approve or return it.',
  approved: 'Send the letter, then record that it was sent.',
  responded: 'Finish the last steps and close the case.',
  refused: 'Close the case.',
  withdrawn: 'Confirm the withdrawal in writing and close the case.',
  lapsed: 'Close the case; if the person answers later, log it as a new request.',
  forwarded_to_controller: 'Close the case.',
  closed: 'A closed case stays as it is. Log a new request; it will be linked to this one.',
};
