/**
 * Every event of a case, in the past tense: the one table from which its type and its checks are derived. Plain fields hold ids, codes, dates
 * and reasons from lists. A field that is added to an event of an earlier release is `optional`: older histories do not have it.
 */
import { rights } from '../clock/rights.ts';
import * as codes from './event-codes.ts';
import {
  code,
  day,
  type EventField,
  type Fields,
  id,
  instant,
  listOf,
  type OneOf,
  oneOf,
  optional,
  orNull,
  text,
  texts,
  whole,
  yesNo,
} from './event-fields.ts';

const isRight = (value: unknown): value is keyof typeof rights =>
  typeof value === 'string' && Object.hasOwn(rights, value);
const right: EventField<keyof typeof rights> = { fits: isRight, read: isRight };

/** An id of data/regimes; which there are is the reader's matter. */
const regime = id;
const identityDoubt = code(codes.identityDoubts);
const identityMethod = code(codes.identityMethods);
const extensionReason = code(codes.extensionReasons);
const feeFinding = code(codes.feeFindings);
const outcome = code(codes.outcomes);
const returnReason = code(codes.returnReasons);
const correctionReason = code(codes.correctionReasons);
const regimeReason = code(codes.regimeReasons);
const jurisdictionReason = code(codes.jurisdictionReasons);
const proof = code(codes.proofs);
const confirmed = code(codes.confirmations);

/** What a second person is asked to agree to; the letters it needs go out after the approval. */
export const proposals = {
  extension: { reason: extensionReason },
  fee: { finding: feeFinding, pence: whole },
  second_identity_request: { doubt: identityDoubt, method: identityMethod },
  weak_identity: { receivedAt: instant, method: identityMethod },
  lapse: { noticeSentAt: instant },
  agent_withdrawal: { confirmed },
  deletion: {},
  lift_restriction: {},
  receipt_correction: { receivedAt: instant, reason: correctionReason },
  regime_change: { regime, reason: regimeReason, also: optional(texts) },
  jurisdiction_change: { jurisdiction: text, reason: jurisdictionReason },
} as const satisfies Readonly<Record<string, Fields>>;

const proposal: EventField<OneOf<typeof proposals>> = oneOf(proposals);
const isKind = (value: unknown): value is keyof typeof proposals =>
  typeof value === 'string' && Object.hasOwn(proposals, value);
const proposalKind: EventField<keyof typeof proposals> = {
  fits: isKind,
  read: (value) => typeof value === 'string',
};

const sent = { sentAt: instant };
const received = { receivedAt: instant };
const answer = { outcome, sentAt: instant, contentHash: text, proof };

export const eventTable = {
  logged: {
    number: text,
    right,
    receivedAt: instant,
    timeZone: text,
    channel: code(codes.arrivalChannels),
    regime,
    jurisdiction: text,
    /** Staff and applicants have their own notice: fewer people may see the case. */
    people: code(codes.peopleKinds),
    clientWorkspace: yesNo,
    agent: yesNo,
    checklist: text,
    systems: texts,
    /** Whether whoever logged it could tell who asks; missing where nobody said. */
    requester: optional(code(codes.requesterKinds)),
    /** Nobody was sure which right it is: the team names it. */
    unsure: optional(yesNo),
    /** Further regimes that the case runs under, each as "regime/place". */
    also: optional(texts),
    /** The systems' names and teams on that day; missing in what was logged before these were kept. */
    places: optional(listOf({ id: text, name: text, team: text })),
  },
  identity_requested: { ...sent, doubt: identityDoubt, method: identityMethod, reasonable: yesNo },
  identity_received: { ...received, method: identityMethod },
  authority_requested: sent,
  authority_received: received,
  fee_requested: { ...sent, finding: feeFinding, pence: whole },
  fee_paid: { paidAt: instant },
  clarification_requested: {
    ...sent,
    about: code(codes.clarificationSubjects),
    reasonable: yesNo,
    /** False when the question goes out and time runs on (other rights, EU, after the period). */
    pauses: yesNo,
  },
  /** Where whoever recorded the reply said that another question is still open. */
  clarification_received: { ...received, stillOpen: optional(yesNo) },
  chased: { entry: text, ...sent },
  /** `checklist`: the list that the case goes on by. */
  right_named: { right, checklist: text },
  taken: {},
  handed_over: { to: text },
  task_assigned: { task: text, to: text },
  /** `systems`: of an erasure, where it was carried out. */
  task_done: { task: text, result: code(codes.taskResults), systems: optional(texts) },
  task_waived: { task: text, reason: code(codes.waiveReasons) },
  acknowledged: sent,
  search_logged: { entry: text, system: text, result: code(codes.searchResults) },
  redaction_logged: { entry: text, reason: text, items: whole },
  exemption_logged: { entry: text, exemption: text },
  recipient_told: { entry: text, recipient: text, result: code(codes.recipientResults) },
  note_added: { entry: text },
  conflict_declared: { user: text, why: code(codes.conflictReasons) },
  conflict_taken_back: { user: text },
  linked: { to: text, relation: code(codes.relations) },
  /** One round of searches: a team is asked about its systems. `people` are those who may answer. */
  teams_asked: { entry: text, team: text, systems: texts, people: texts },
  /** `corrects`: it stands in place of what was answered about that system before, or says more of it. */
  team_answered: {
    entry: text,
    system: text,
    result: code(codes.teamResults),
    corrects: optional(yesNo),
  },
  restricted: { ground: code(codes.restrictionGrounds) },
  restriction_notice_given: sent,
  restriction_lifted: {},
  frozen: {},
  unfrozen: {},
  hold_placed: { reason: code(codes.holdReasons) },
  hold_lifted: {},
  deletion_approved: {},
  client_receipt_confirmed: received,
  client_deletion_requested: received,
  agreement_terminated: { terminatedAt: instant },
  approval_requested: { id: text, proposal },
  approval_given: { id: text, kind: proposalKind },
  approval_declined: { id: text, kind: proposalKind, reason: returnReason },
  extended: { reason: extensionReason, noticeSentAt: instant, proof },
  receipt_corrected: { ...received, reason: correctionReason },
  regime_changed: { regime, reason: regimeReason, also: optional(texts) },
  jurisdiction_changed: { jurisdiction: text, reason: jurisdictionReason },
  /** `basis`: of an objection, the lawful basis that it meets, as the regime lists it. */
  /** `endsRestriction`: whether its words tell the person that the restriction ends (Art 18(3)); absent where nobody looked. */
  submitted_for_review: {
    outcome,
    ground: orNull(text),
    contentHash: text,
    basis: optional(id),
    endsRestriction: optional(yesNo),
  },
  returned: { reason: returnReason },
  approved: { contentHash: text },
  response_recorded: answer,
  /** `wasDue`: of a refusal that came late, the day by which it had to go out. */
  refused: { ...answer, wasDue: optional(day) },
  letter_approved: { letter: text, contentHash: text },
  letter_sent: { letter: text, contentHash: text, ...sent },
  withdrawn: { confirmed, byAgent: yesNo },
  lapsed: { noticeSentAt: instant },
  forwarded: sent,
  closed: { retainUntil: day, bundleUntil: orNull(day) },
  /** A stop that was confirmed by mistake; `tasks` are the steps that are open again. */
  reopened: { tasks: texts },
  /** The register's own: its key is destroyed, what stood in `personal` is gone. */
  personal_data_erased: { reason: code(codes.erasureReasons) },
} as const satisfies Readonly<Record<string, Fields>>;
