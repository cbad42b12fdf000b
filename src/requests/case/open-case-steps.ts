/** Steps of a case that is open: who has it, what is waited for, what is worked on. */
import { type CaseAction, stopRights } from '../decisions/case-actions.ts';
import { agreeingSteps } from './agreeing-steps.ts';
import { answerSteps } from './answer-steps.ts';
import { type Case, isClient, isToDo, openTasks, workLeft } from './case.ts';
import { type NextStep, type StepFacts, step } from './step.ts';
import { taskStep } from './task-steps.ts';

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
  const rest = first === undefined ? answerSteps(request, facts) : [taskStep(request, first, facts)];
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

export const openCaseSteps = (request: Case, facts: StepFacts): readonly NextStep[] => {
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
  if (wait !== undefined)
    return [...agreeingSteps(request, facts), step(state, 'requester', wait[0], wait[1])];
  if (state === 'received' && request.clientWorkspace && !isClient(request.right))
    return [
      step('forward', 'team', 'forward', 'Pass it on to the client, who decides about this data.'),
      ...taking(request),
    ];
  if (stopRights.includes(request.right) && workLeft(request))
    return [
      step(
        'stop',
        'team',
        'stopAndTell',
        'Stop it everywhere now and tell the person. It cannot be refused.',
      ),
    ];
  return [...taking(request), ...working(request, facts), ...agreeingSteps(request, facts)];
};
