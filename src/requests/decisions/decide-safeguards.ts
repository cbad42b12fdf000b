/** Decisions that protect the data meanwhile: restriction, legal hold, deletion, and the steps of a leaving client. */
import type { Case } from '../case/case.ts';
import type { HoldReason, Personal, RestrictionGround } from '../case/case-events.ts';
import { allow, type Decision, instantTrouble, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';
import { isDecided } from './guards.ts';
import { propose } from './two-persons.ts';

export const restrict = (request: Case, ground: RestrictionGround, moment: Moment): Decision =>
  gate('restrict', request, moment) ?? allow({ type: 'restricted', ...stamp(moment), ground });

/** Art 18(3): the person is told before the restriction is lifted. */
export const tellBeforeLifting = (request: Case, sentAt: string, moment: Moment): Decision =>
  gate('tellBeforeLifting', request, moment) ??
  instantTrouble(sentAt, moment, request.receivedAt) ??
  allow({ type: 'restriction_notice_given', ...stamp(moment), sentAt });

/** A second person agrees; once the answer has gone out, which they read, it is lifted by the press. */
export const liftRestriction = (request: Case, moment: Moment, personal?: Personal): Decision => {
  const shut = gate('liftRestriction', request, moment);
  if (shut) return shut;
  if (!isDecided(request) || request.endedAt === null)
    return propose(request, { kind: 'lift_restriction' }, moment, personal);
  const told = {
    type: 'restriction_notice_given',
    ...stamp(moment),
    sentAt: request.endedAt,
  } as const;
  // Only what is known to have been in the letter was told.
  const byAnswer = request.restrictionNoticeAt === null && request.review?.endsRestriction === true;
  return allow(...(byAnswer ? [told] : []), {
    type: 'restriction_lifted',
    ...stamp(moment),
  });
};

export const placeHold = (request: Case, reason: HoldReason, moment: Moment): Decision =>
  gate('placeHold', request, moment) ?? allow({ type: 'hold_placed', ...stamp(moment), reason });

export const liftHold = (request: Case, moment: Moment): Decision =>
  gate('liftHold', request, moment) ?? allow({ type: 'hold_lifted', ...stamp(moment) });

/** Erasing cannot be undone, so a second person agrees before anything is deleted: to what is erased, and to what is kept and why. */
export const proposeDeletion = (request: Case, personal: Personal, moment: Moment): Decision => {
  const shut = gate('proposeDeletion', request, moment);
  if (shut) return shut;
  if (!personal['erase'] || !personal['keep'])
    return refuse('text_missing', { what: 'what is erased, and what is kept' });
  return propose(request, { kind: 'deletion' }, moment, personal);
};

export type ClientStep = 'client_receipt_confirmed' | 'client_deletion_requested' | 'agreement_terminated';

/** The policy's year runs from the later of the client's confirmation and request, or from the termination. */
export const recordClientStep = (
  request: Case,
  input: { readonly step: ClientStep; readonly on: string },
  moment: Moment,
): Decision => {
  const shut = gate('recordClientStep', request, moment);
  if (shut) return shut;
  if (request.clockEvents.some((event) => event.type === input.step)) return refuse('already_done');
  const trouble = instantTrouble(input.on, moment);
  if (trouble) return trouble;
  return input.step === 'agreement_terminated'
    ? allow({ type: input.step, ...stamp(moment), terminatedAt: input.on })
    : allow({ type: input.step, ...stamp(moment), receivedAt: input.on });
};
