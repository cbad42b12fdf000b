/** Decisions about the answer: review by a second person, refusal, and the record that it was sent. */
import type { Case } from '../case/case.ts';
import type { CaseEvent, CaseOutcome, Personal, ReturnReason } from '../case/case-events.ts';
import { evolve } from '../case/replay.ts';
import type { Proof } from './decide-clock.ts';
import {
  allow,
  type Decision,
  instantTrouble,
  kept,
  type Moment,
  type Refusal,
  refuse,
  stamp,
} from './decision.ts';
import { gate } from './gate.ts';
import { heldBackUnsaid, outcomeTrouble, preparedTrouble } from './guards.ts';
import { groundsOf, refusalGroundsFor } from './refusal-grounds.ts';

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const met = (basis: string | undefined): { readonly basis?: string } =>
  basis === undefined ? {} : { basis };

/** Art 21(1) reaches some lawful bases only: what is recorded has to be one that the regime lists. */
const basisTrouble = (
  request: Case,
  basis: string | undefined,
  moment: Pick<Moment, 'law'>,
): Refusal | null => {
  if (basis === undefined) return null;
  const listed = groundsOf(request, moment).objection;
  return request.right === 'objection' && listed.some(({ id }) => id === basis)
    ? null
    : refuse('ground_not_listed', { allowed: listed.map(({ title }) => title).join('; ') });
};

/** `contentHash` is the SHA-256 (hex) of the letter and its enclosures as they will be sent. */
export const sendForReview = (
  request: Case,
  input: {
    readonly outcome: Exclude<CaseOutcome, 'refused'>;
    readonly contentHash: string;
    readonly personal?: Personal;
    /** Set where the answer's form says that nothing had to be taken out: the id of that entry. */
    readonly nothingHeldBack?: string;
    /** Of an objection: the lawful basis that it meets. */
    readonly basis?: string;
    /** Whether its words tell the person that the restriction ends. */
    readonly endsRestriction?: boolean;
  },
  moment: Moment,
): Decision => {
  const { nothingHeldBack: entry } = input;
  const said: readonly CaseEvent[] =
    entry === undefined || !heldBackUnsaid(request)
      ? []
      : [{ type: 'redaction_logged', ...stamp(moment), entry, reason: 'none_needed', items: 0 }];
  const shut = gate('sendForReview', said.reduce<Case>(evolve, request), moment);
  if (shut) return shut;
  if (!isHash(input.contentHash)) return refuse('hash_malformed');
  const strange = basisTrouble(request, input.basis, moment);
  if (strange) return strange;
  const untrue = outcomeTrouble(request, input.outcome);
  if (untrue) return untrue;
  return allow(...said, {
    type: 'submitted_for_review',
    ...stamp(moment),
    outcome: input.outcome,
    ground: null,
    contentHash: input.contentHash,
    ...met(input.basis),
    ...ending(request, input.endsRestriction),
    ...kept(input.personal),
  });
};

/** Noted only where there is a restriction to end. */
const ending = ({ restricted }: Case, ends: boolean | undefined): { readonly endsRestriction?: boolean } =>
  restricted && ends !== undefined ? { endsRestriction: ends } : {};

/** A refusal is an answer too: proposed with its ground, approved by a second person, and only then sent. */
export const refuseRequest = (
  request: Case,
  input: {
    readonly ground: string;
    readonly contentHash: string;
    readonly personal: Personal;
    readonly basis?: string;
    readonly endsRestriction?: boolean;
  },
  moment: Moment,
): Decision => {
  const shut = gate('refuse', request, moment);
  if (shut) return shut;
  const grounds = refusalGroundsFor(request, moment);
  if (!grounds.some((each) => each.id === input.ground))
    return refuse('ground_not_listed', { allowed: grounds.map((each) => each.title).join('; ') });
  if (!input.personal['reasons']) return refuse('text_missing', { what: 'the reasons' });
  if (!isHash(input.contentHash)) return refuse('hash_malformed');
  const strange = basisTrouble(request, input.basis, moment);
  if (strange) return strange;
  return allow({
    type: 'submitted_for_review',
    ...stamp(moment),
    outcome: 'refused',
    ground: input.ground,
    contentHash: input.contentHash,
    ...met(input.basis),
    ...ending(request, input.endsRestriction),
    personal: input.personal,
  });
};

/** An answer that was prepared may be true no longer: a team may have corrected a search since, which opens steps again. */
const untrueNow = (request: Case, outcome: CaseOutcome): Refusal | null =>
  outcomeTrouble(request, outcome) ?? (outcome === 'refused' ? null : preparedTrouble(request));

/** The approver approves what was read: the fingerprint of the letter travels with the approval. */
export const approve = (request: Case, contentHash: string, moment: Moment): Decision => {
  const shut = gate('approve', request, moment);
  if (shut) return shut;
  if (request.review?.contentHash !== contentHash) return refuse('content_changed');
  const untrue = untrueNow(request, request.review.outcome);
  if (untrue) return untrue;
  return allow({ type: 'approved', ...stamp(moment), contentHash });
};

export const returnForWork = (
  request: Case,
  input: { readonly reason: ReturnReason; readonly personal?: Personal },
  moment: Moment,
): Decision =>
  gate('return', request, moment) ??
  allow({ type: 'returned', ...stamp(moment), reason: input.reason, ...kept(input.personal) });

/** The team takes an answer back to change it; what was approved is approved no longer. */
export const recall = (request: Case, moment: Moment): Decision =>
  gate('recall', request, moment) ?? allow({ type: 'returned', ...stamp(moment), reason: 'recalled' });

/** Stops the clock. The letter must be the approved one, and true when it was sent; the freeze on deletion ends with the answer. */
export const recordResponseSent = (
  request: Case,
  input: { readonly sentAt: string; readonly contentHash: string; readonly proof: Proof },
  moment: Moment,
): Decision => {
  const shut = gate('recordResponseSent', request, moment);
  if (shut) return shut;
  const { review } = request;
  if (!review || review.contentHash !== input.contentHash) return refuse('content_changed');
  const trouble = instantTrouble(input.sentAt, moment, request.receivedAt);
  if (trouble) return trouble;
  const refused = review.outcome === 'refused';
  // A team may have corrected a search before it went out; proposals that are still open fall away with the end.
  const corrected =
    request.correctedAt !== null && Date.parse(request.correctedAt) <= Date.parse(input.sentAt);
  const untrue = corrected ? untrueNow(request, review.outcome) : null;
  if (untrue) return untrue;
  const last = moment.clock.refusalDue;
  // A late refusal is recorded, not blocked: the law says when it was due, and the breach is noted with it.
  const late = refused && last !== null && moment.dateOf(input.sentAt) > last ? { wasDue: last } : {};
  return allow(
    {
      type: refused ? 'refused' : 'response_recorded',
      ...stamp(moment),
      outcome: review.outcome,
      ...input,
      ...late,
    },
    ...(request.frozen ? [{ type: 'unfrozen', ...stamp(moment) } as const] : []),
  );
};
