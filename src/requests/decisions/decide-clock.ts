/** Decisions that move the clock: extension and corrections, each with a second person. */

import type { Case } from '../case/case.ts';
import type {
  CorrectionReason,
  ExtensionReason,
  JurisdictionReason,
  Personal,
  Regime,
  RegimeReason,
} from '../case/case-events.ts';
import type { proofs } from '../case/event-codes.ts';
import { acceptedPlace, placeUnder, regimeOf } from '../clock/holidays.ts';
import {
  allow,
  type Decision,
  instantTrouble,
  isAfter,
  type Moment,
  type Refusal,
  refuse,
  stamp,
} from './decision.ts';
import { gate } from './gate.ts';
import { propose } from './two-persons.ts';

export const extensionReasons: readonly ExtensionReason[] = ['complexity', 'number'];

/** Art 12A(3): complexity or number of requests, once, before the notice is due. The facts stand in `personal.reasons`. */
export const extend = (
  request: Case,
  input: { readonly reason: string; readonly personal: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('extend', request, moment);
  if (shut) return shut;
  const reason = extensionReasons.find((each) => each === input.reason);
  if (!reason) return refuse('reason_of_wrong_kind');
  if (!input.personal['reasons']) return refuse('text_missing', { what: 'the reasons' });
  return propose(request, { kind: 'extension', reason }, moment, input.personal);
};

export type Proof = (typeof proofs)[number];

/** The extension counts once the person has been told: an agreed extension without a notice in time is void. */
export const recordExtensionNotice = (
  request: Case,
  input: { readonly sentAt: string; readonly proof: Proof },
  moment: Moment,
): Decision => {
  const shut = gate('recordExtensionNotice', request, moment);
  if (shut) return shut;
  if (!request.extension) return refuse('extension_not_agreed');
  const trouble = instantTrouble(input.sentAt, moment, request.receivedAt);
  if (trouble) return trouble;
  const last = moment.clock.extensionNoticeDue;
  if (last !== null && moment.dateOf(input.sentAt) > last) return refuse('extension_too_late', { last });
  return allow({
    type: 'extended',
    ...stamp(moment),
    reason: request.extension.reason,
    noticeSentAt: input.sentAt,
    proof: input.proof,
  });
};

/** The receipt cannot be moved behind something that already answered it; asked again when a second person agrees. */
export const followedTrouble = (request: Case, receivedAt: string): Refusal | null => {
  const followed = request.clockEvents.find((event) => isAfter(receivedAt, event.at));
  return followed ? refuse('before_what_it_follows', { given: followed.at, earliest: receivedAt }) : null;
};

/** A place has to be one that the regime counts by; asked again when a second person agrees. */
export const placeTrouble = (
  request: Pick<Case, 'regime'>,
  jurisdiction: string,
  { law }: Pick<Moment, 'law'>,
): Refusal | null =>
  acceptedPlace(law, request.regime, jurisdiction) === jurisdiction ? null : refuse('unknown_place');

/** `reasons` in words have to be given. */
export const correctReceipt = (
  request: Case,
  input: { readonly receivedAt: string; readonly reason: CorrectionReason; readonly personal: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('correctReceipt', request, moment);
  if (shut) return shut;
  const trouble = instantTrouble(input.receivedAt, moment);
  if (trouble) return trouble;
  if (Date.parse(input.receivedAt) === Date.parse(request.receivedAt)) return refuse('same_value');
  const followed = followedTrouble(request, input.receivedAt);
  if (followed) return followed;
  if (!input.personal['reasons']) return refuse('text_missing', { what: 'the reasons' });
  const { receivedAt, reason, personal } = input;
  return propose(request, { kind: 'receipt_correction', receivedAt, reason }, moment, personal);
};

/** `also` names further regimes that apply beside the first: every date is kept, the earliest leads. */
export const changeRegime = (
  request: Case,
  input: {
    readonly regime: Regime;
    readonly also?: readonly Regime[];
    readonly reason: RegimeReason;
    readonly personal?: Personal;
  },
  moment: Moment,
): Decision => {
  const shut = gate('changeRegime', request, moment);
  if (shut) return shut;
  const { regime, reason, personal } = input;
  const further = [...new Set(input.also ?? [])].filter((one) => one !== regime);
  if ([regime, ...further].some((one) => regimeOf(moment.law, one) === undefined))
    return refuse('unknown_regime', { allowed: Object.keys(moment.law.regimes).join(', ') });
  const before = request.also.map((one) => one.regime);
  if (regime === request.regime && further.toSorted().join() === before.toSorted().join())
    return refuse('same_value');
  const also = further.map((one) => `${one}/${placeUnder(moment.law, one, request.jurisdiction)}`);
  return propose(
    request,
    { kind: 'regime_change', regime, reason, ...(also.length > 0 ? { also } : {}) },
    moment,
    personal,
  );
};

export const changeJurisdiction = (
  request: Case,
  input: { readonly jurisdiction: string; readonly reason: JurisdictionReason; readonly personal?: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('changeJurisdiction', request, moment);
  if (shut) return shut;
  if (input.jurisdiction === request.jurisdiction) return refuse('same_value');
  const { jurisdiction, reason, personal } = input;
  const stray = placeTrouble(request, jurisdiction, moment);
  if (stray) return stray;
  return propose(request, { kind: 'jurisdiction_change', jurisdiction, reason }, moment, personal);
};
