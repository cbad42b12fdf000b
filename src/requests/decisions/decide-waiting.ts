/** Decisions that wait for the requester: identity, authority, fee, clarification, chasers. */
import { type Case, openQuestions } from '../case/case.ts';
import type { FeeFinding, IdentityDoubt, IdentityMethod, Personal } from '../case/case-events.ts';
import { parseCalendarDate } from '../clock/calendar-date.ts';
import { regimeOf } from '../clock/holidays.ts';
import { rowFor } from '../clock/regime.ts';
import { allow, type Decision, instantTrouble, kept, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';
import { isProportionate, proportionateMethods } from './identity-ladder.ts';
import { propose } from './two-persons.ts';

export type IdentityQuestion = {
  /** Null when nobody doubts who this is: then nothing may be asked. */
  readonly doubt: IdentityDoubt | null;
  readonly method: IdentityMethod;
  readonly sentAt: string;
  /** A person's judgement that the doubt is reasonable; an unreasonable question does not move the clock. */
  readonly reasonable?: boolean;
  readonly personal?: Personal;
};

/** Art 12(6): only with a recorded doubt, only what is proportionate; asking a second time needs a second person. */
export const askForIdentity = (request: Case, input: IdentityQuestion, moment: Moment): Decision => {
  const shut = gate('askForIdentity', request, moment);
  if (shut) return shut;
  const { doubt, method, sentAt } = input;
  if (doubt === null) return refuse('doubt_missing');
  const trouble = instantTrouble(sentAt, moment, request.receivedAt);
  if (trouble) return trouble;
  if (request.right === 'complaint' && doubt !== 'disclosure_risk') return refuse('doubt_missing');
  if (!isProportionate(request.right, doubt, method))
    return refuse('over_asking', {
      instead: proportionateMethods(request.right, doubt)
        .map((rung) => rung.title.toLowerCase())
        .join('; '),
    });
  if (request.identityRequests > 0)
    return propose(request, { kind: 'second_identity_request', doubt, method }, moment, input.personal);
  return allow({
    type: 'identity_requested',
    ...stamp(moment),
    sentAt,
    doubt,
    method,
    reasonable: input.reasonable ?? true,
    ...kept(input.personal),
  });
};

/** `receivedAt` is when the last missing piece came in; in the UK the month starts afresh from it. */
export const identityReceived = (
  request: Case,
  input: { readonly receivedAt: string; readonly method: IdentityMethod; readonly weak?: boolean },
  moment: Moment,
): Decision => {
  const shut = gate('identityReceived', request, moment);
  if (shut) return shut;
  const trouble = instantTrouble(input.receivedAt, moment, request.waitingSince ?? request.receivedAt);
  if (trouble) return trouble;
  const { receivedAt, method } = input;
  return input.weak
    ? propose(request, { kind: 'weak_identity', receivedAt, method }, moment)
    : allow({ type: 'identity_received', ...stamp(moment), receivedAt, method });
};

/** Only where somebody acts for the data subject, or for a client company. */
export const askForAuthority = (request: Case, sentAt: string, moment: Moment): Decision => {
  const shut = gate('askForAuthority', request, moment);
  if (shut) return shut;
  const client = request.right === 'client_data_deletion' || request.right === 'client_information_retention';
  if (!request.agent && !client)
    return refuse('over_asking', { instead: 'nothing: the person writes for themselves' });
  return (
    instantTrouble(sentAt, moment, request.receivedAt) ??
    allow({ type: 'authority_requested', ...stamp(moment), sentAt })
  );
};

export const authorityReceived = (request: Case, receivedAt: string, moment: Moment): Decision =>
  gate('authorityReceived', request, moment) ??
  instantTrouble(receivedAt, moment, request.waitingSince ?? request.receivedAt) ??
  allow({ type: 'authority_received', ...stamp(moment), receivedAt });

/** Art 12(5): a fee needs a finding, reasons in words and a second person. */
export const askForFee = (
  request: Case,
  input: { readonly finding: FeeFinding; readonly pence: number; readonly personal: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('askForFee', request, moment);
  if (shut) return shut;
  if (!Number.isInteger(input.pence) || input.pence <= 0)
    return refuse('text_missing', { what: 'the amount' });
  if (!input.personal['reasons']) return refuse('text_missing', { what: 'the reasons' });
  const { finding, pence, personal } = input;
  return propose(request, { kind: 'fee', finding, pence }, moment, personal);
};

export const feePaid = (request: Case, paidAt: string, moment: Moment): Decision =>
  gate('feePaid', request, moment) ??
  instantTrouble(paidAt, moment, request.waitingSince ?? request.receivedAt) ??
  allow({ type: 'fee_paid', ...stamp(moment), paidAt });

export type ClarificationQuestion = {
  readonly sentAt: string;
  readonly about: 'information' | 'processing_activities';
  readonly reasonable: boolean;
  /** The question itself, in `personal.question`. */
  readonly personal: Personal;
};

/** What a question does to the time of this case: the regime's row for the day of receipt says so. */
export const questionPauses = (
  request: Case,
  { law, dateOf }: Pick<Moment, 'law' | 'dateOf'>,
): 'pauses' | 'other-right' | 'runs' => {
  const regime = regimeOf(law, request.regime);
  const received = parseCalendarDate(dateOf(request.receivedAt));
  if (regime === undefined || received === undefined) return 'runs';
  if (!regime.rights[request.right].pause) return 'other-right';
  return rowFor(regime.answer, received).asking.clarification.effect === 'suspend' ? 'pauses' : 'runs';
};

/** Stops the clock where the regime says so, before the period ends; otherwise the question goes and time runs. */
export const askForClarification = (
  request: Case,
  input: ClarificationQuestion,
  moment: Moment,
): Decision => {
  const shut = gate('askForClarification', request, moment);
  if (shut) return shut;
  if (!input.personal['question']) return refuse('text_missing', { what: 'the question' });
  const { sentAt, about, reasonable, personal } = input;
  const trouble = instantTrouble(sentAt, moment, request.receivedAt);
  if (trouble) return trouble;
  // The same question sent twice (a form delivered again) is one question.
  const known = request.clockEvents.some(
    (event) => event.type === 'clarification_requested' && event.at === sentAt,
  );
  if (known) return refuse('already_done');
  const { due } = moment.clock;
  const inTime = due === null || moment.dateOf(sentAt) <= due;
  const pauses = questionPauses(request, moment) === 'pauses' && reasonable && inTime;
  return allow({
    type: 'clarification_requested',
    ...stamp(moment),
    sentAt,
    about,
    reasonable,
    pauses,
    personal,
  });
};

export const clarificationReceived = (
  request: Case,
  input: {
    readonly receivedAt: string;
    /** True when whoever records it says that another question is still open. */
    readonly stillOpen?: boolean;
    readonly personal?: Personal;
  },
  moment: Moment,
): Decision =>
  gate('clarificationReceived', request, moment) ??
  instantTrouble(input.receivedAt, moment, request.waitingSince ?? request.receivedAt) ??
  (input.stillOpen === true && openQuestions(request) < 2
    ? refuse('nothing_still_open')
    : allow({
        type: 'clarification_received',
        ...stamp(moment),
        receivedAt: input.receivedAt,
        ...(input.stillOpen === true ? { stillOpen: true } : {}),
        ...kept(input.personal),
      }));

/** A reminder to the requester was sent; `entry` is the id of the form it came from. */
export const chase = (
  request: Case,
  input: { readonly entry: string; readonly sentAt: string },
  moment: Moment,
): Decision => {
  const shut = gate('chase', request, moment);
  if (shut) return shut;
  if (request.entries.includes(input.entry)) return refuse('already_done');
  return (
    instantTrouble(input.sentAt, moment, request.waitingSince ?? request.receivedAt) ??
    allow({ type: 'chased', ...stamp(moment), ...input })
  );
};
