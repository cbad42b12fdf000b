/** The one next step of a case: what it is, whose turn it is, and the button that does it. The gate behind the button is asked here. */
import { localDate } from '../clock/zone.ts';
import { type CaseAction, stopRights } from '../decisions/case-actions.ts';
import { stillPossible } from '../decisions/decide-approvals.ts';
import { has, type Moment, type Refusal } from '../decisions/decision.ts';
import { gate } from '../decisions/gate.ts';
import { answerTrouble, closingTrouble, deletionTrouble, reopeningTrouble } from '../decisions/guards.ts';
import { refusalSentence } from '../decisions/refusals.ts';
import { pending } from '../decisions/two-persons.ts';
import { type Approval, type Case, isClient, isOpen, isToDo, type Task } from './case.ts';
import { systemNamed } from './systems.ts';

/** Whose turn it is: somebody of the privacy team, an approver, the teams that search, the requester, or nobody. */
export type Turn = 'team' | 'approver' | 'teams' | 'requester' | 'nobody';

export type Act = {
  readonly action: CaseAction;
  /** The task, the proposal or the letter's fingerprint that it is about; '' for the case. */
  readonly about: string;
};

export type NextStep = {
  readonly id: string;
  readonly who: Turn;
  /** Null where nobody can do anything now but wait. */
  readonly act: Act | null;
  /** The step in a sentence of ours; names no person. */
  readonly words: string;
};

/** Everything outside the case that the step depends on, but for who looks. */
export type StepFacts = Omit<Moment, 'actor'>;

const step = (id: string, who: Turn, action: CaseAction | null, words: string, about = ''): NextStep => ({
  id,
  who,
  act: action === null ? null : { action, about },
  words,
});

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
const agreeing = (request: Case, facts: StepFacts, atTheEnd = false): readonly NextStep[] =>
  pending(request).flatMap(({ id, proposal }): readonly NextStep[] => {
    const trouble = stillPossible(request, proposal, facts);
    if (trouble === null) return [step('agree', 'approver', 'agree', proposals[proposal.kind], id)];
    const words = `${refusalSentence(trouble)} An approver has to return the proposal.`;
    return atTheEnd ? [step('decline', 'approver', 'decline', words, id)] : [];
  });

const names = (systems: readonly string[], { places }: Case): string => {
  const all = systems.map((id) => systemNamed(id, places).name);
  return all.length <= 3 ? all.join(', ') : `${all.slice(0, 2).join(', ')} and ${all.length - 2} more`;
};

const searching = (request: Case, task: Task): NextStep => {
  const out = request.asked.filter(({ result }) => result === null).map(({ system }) => system);
  const back = request.asked.filter(({ result }) => result === 'not_ours').map(({ system }) => system);
  if (back.length > 0)
    return step(
      'search-again',
      'team',
      'askTeams',
      `Nobody has searched yet: ${names(back, request)}. Say who does.`,
    );
  return out.length > 0
    ? step(
        'search-out',
        'teams',
        'askTeams',
        `Still out: ${names(out, request)}. They are reminded; you can answer for them.`,
      )
    : step('search', 'team', 'askTeams', `${task.title}: one round, one answer for each system.`);
};

const isDeletion = ({ proposal }: Approval): boolean => proposal.kind === 'deletion';

/** Why nothing may be erased now, as whoever works on it reads it. */
const deletion = (request: Case, facts: StepFacts, task: Task): NextStep => {
  const [asked] = agreeing({ ...request, approvals: request.approvals.filter(isDeletion) }, facts);
  if (asked !== undefined) return asked;
  const trouble = deletionTrouble(request, facts);
  if (trouble?.code === 'on_hold')
    return step(
      'hold',
      'approver',
      'liftHold',
      'The data is under a legal hold. An approver lifts it when the dispute is over.',
    );
  return trouble === null
    ? step(task.id, 'team', 'proposeDeletion', `${task.title}. A second person has to agree.`)
    : step('deletion-waits', 'nobody', null, refusalSentence(trouble));
};

const ofTask = (request: Case, task: Task, facts: StepFacts): NextStep => {
  const deletes = task.afterDeletionApproval === true;
  if (task.act === 'askTeams') return searching(request, task);
  if (task.act === 'proposeDeletion' || (deletes && !request.deletionApproved))
    return deletion(request, facts, task);
  if (deletes && request.hold)
    return step(
      'hold',
      'approver',
      'liftHold',
      'The data is under a legal hold. An approver lifts it when the dispute is over.',
    );
  const action = task.act ?? 'markDone';
  return step(task.id, 'team', action, `${task.title}.`, action === 'markDone' ? task.id : '');
};

const openTasks = (request: Case, phases: readonly Task['phase'][]): readonly Task[] =>
  request.tasks.filter(
    ({ status, mandatory, phase }) => status === 'open' && mandatory && phases.includes(phase),
  );

/** The gates of the answer that are steps of their own. */
const missing: Readonly<Partial<Record<Refusal['code'], readonly [CaseAction, string]>>> = {
  search_log_missing: ['askTeams', 'Ask the teams what they hold: one round, one answer for each system.'],
  recipients_missing: ['recordRecipient', 'Tell whoever received the data, or record why not.'],
};

const answering = (request: Case, facts: StepFacts): readonly NextStep[] => {
  if (stopRights.includes(request.right))
    return [
      step('confirm', 'team', 'confirmStopped', 'Tell the person that it has stopped; that closes the case.'),
    ];
  const trouble = answerTrouble(request, 'asked in the form');
  if (trouble === null)
    return [
      step('letter', 'team', 'writeAnswer', 'Write the answer. A second person reads it before it goes out.'),
    ];
  const way = missing[trouble.code];
  if (way !== undefined) return [step(trouble.code, 'team', way[0], way[1])];
  return trouble.code === 'approval_pending'
    ? agreeing(request, facts, true)
    : [step('blocked', 'team', null, refusalSentence(trouble))];
};

/** What has to be clear before anything else: which right it is, and who asks. */
const settling = (request: Case): readonly NextStep[] => {
  const named = step(
    'name-right',
    'team',
    'nameRight',
    'Whoever logged it was not sure which right it is. Read their words under More, then name it.',
  );
  const identity = step(
    'identity',
    'team',
    'askForIdentity',
    'We cannot tell who this is. Ask for the lightest thing that shows it, or say that you know them.',
  );
  return [
    ...(request.unsureRight ? [named] : []),
    ...(request.unknownRequester && request.identityRequests === 0 && isToDo(request, 'identity')
      ? [identity]
      : []),
  ];
};

const working = (request: Case, facts: StepFacts): readonly NextStep[] => {
  const last = facts.clock.extensionNoticeDue;
  const late = last !== null && facts.dateOf(facts.at) > last;
  const told: readonly NextStep[] =
    request.extension !== null && request.extension.sentAt === null && !late
      ? [
          step(
            'extension-notice',
            'team',
            'recordExtensionNotice',
            'Send the extension notice to the person and record it: only then does it count.',
          ),
        ]
      : [];
  // What the answer's own form asks for is no step before it.
  const [first] = openTasks(request, ['work']).filter(({ act }) => act !== 'writeAnswer');
  const rest = first === undefined ? answering(request, facts) : [ofTask(request, first, facts)];
  return [...told, ...settling(request), ...rest];
};

const taking = (request: Case): readonly NextStep[] =>
  request.owner === null
    ? [step('take', 'team', 'take', 'Nobody has this case yet. Take it, and it is yours to see through.')]
    : [];

const waitingFor: Readonly<Partial<Record<Case['state'], readonly [CaseAction, string]>>> = {
  awaiting_identity: ['identityReceived', 'The person has to show who they are. Record it when it has come.'],
  awaiting_authority: [
    'authorityReceived',
    'They have to show that they may act for the person. Record it when it has come.',
  ],
  awaiting_fee: ['feePaid', 'The person has to pay the fee. Record it when it has come.'],
  awaiting_clarification: [
    'clarificationReceived',
    'The person has to say what they mean. Record it when it has come.',
  ],
};

const opened = (request: Case, facts: StepFacts): readonly NextStep[] => {
  const { state, review } = request;
  if (state === 'ready_for_review')
    return [
      step('review', 'approver', 'approve', 'An approver has to read the answer.', review?.contentHash ?? ''),
    ];
  if (state === 'approved')
    return [
      step(
        'send',
        'team',
        'recordResponseSent',
        'Send the approved answer and record it: that stops the clock.',
      ),
    ];
  const wait = waitingFor[state];
  if (wait !== undefined) return [...agreeing(request, facts), step(state, 'requester', wait[0], wait[1])];
  if (state === 'received' && request.clientWorkspace && !isClient(request.right))
    return [
      step('forward', 'team', 'forward', 'Pass it on to the client, who decides about this data.'),
      ...taking(request),
    ];
  if (stopRights.includes(request.right) && openTasks(request, ['work']).length > 0)
    return [
      step(
        'stop',
        'team',
        'stopAndTell',
        'Stop it everywhere now and tell the person. It cannot be refused.',
      ),
    ];
  return [...taking(request), ...working(request, facts), ...agreeing(request, facts)];
};

const ended = (request: Case, facts: StepFacts): readonly NextStep[] => {
  if (request.state === 'closed')
    return [
      reopeningTrouble(request, facts.at) === null
        ? step('closed', 'nobody', null, 'Closed. If that was too early, reopen it within a week.')
        : step('closed', 'nobody', null, 'Closed. What comes later is a new case.'),
    ];
  const trouble = closingTrouble(request);
  if (trouble === null) return [step('close', 'team', 'close', 'Everything is done. Close the case.')];
  if (trouble.code === 'approval_pending') return agreeing(request, facts, true);
  if (trouble.code === 'still_restricted')
    return [
      step(
        'lift',
        'team',
        'liftRestriction',
        'The data is still restricted, and the answer has told the person what was decided. Let it be used again only as the answer says, and lift the restriction here.',
      ),
    ];
  const [left] = openTasks(request, ['work', 'send', 'after']);
  if (left !== undefined) return [step(left.id, 'team', 'markDone', `${left.title}.`, left.id)];
  const way = missing[trouble.code];
  return [step(trouble.code, 'team', way?.[0] ?? null, way?.[1] ?? refusalSentence(trouble))];
};

/** Every step that could be made now, the most pressing first; the first is the step of the case. */
export const stepsNow = (request: Case, facts: StepFacts): readonly [NextStep, ...NextStep[]] => {
  const [first, ...others] = isOpen(request) ? opened(request, facts) : ended(request, facts);
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
