/** The lists that forms of a case offer: the register's codes in the words people choose by. */
import type {
  ArrivalChannel,
  CaseOutcome,
  CorrectionReason,
  ExtensionReason,
  FeeFinding,
  HoldReason,
  IdentityDoubt,
  JurisdictionReason,
  RecipientResult,
  RegimeReason,
  Relation,
  RestrictionGround,
  ReturnReason,
  TaskResult,
  WaiveReason,
} from '../../requests/case/case-events.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { Proof } from '../../requests/decisions/decide-clock.ts';
import type { ClientStep } from '../../requests/decisions/decide-safeguards.ts';
import type { FieldChoice } from './case-action-row.ts';

export const doubts: readonly FieldChoice<IdentityDoubt | 'no_doubt'>[] = [
  ['no_doubt', 'There is no real doubt', 'Then nothing may be asked'],
  ['unknown_address', 'We do not know the address, number or account they used'],
  ['address_changed', 'Their address has changed since we last heard from them'],
  ['details_do_not_match', 'What they say does not match what we hold'],
  ['account_compromise_suspected', 'Their account may be in other hands'],
  ['sensitive_disclosure', 'Very private data would go out'],
  ['disclosure_risk', 'Somebody else could learn about them from the answer'],
];

/** What we do not know of whoever asks, by the way they asked. */
const unknownBy: Readonly<Record<ArrivalChannel, string>> = {
  email: 'you wrote from an address that we do not know.',
  letter: 'your letter came from an address that we do not know.',
  phone: 'you called, and we cannot tell from a call who is calling.',
  in_person: 'you came to us in person, and nobody here knows you.',
  web_form: 'the form on our website does not show us who filled it in.',
  chat: 'you wrote in a chat that does not show us who is writing.',
  social_media: 'you wrote from an account that we do not know.',
  slack: 'you wrote from an account that we do not know.',
  other: 'we cannot tell from your message who is asking.',
};

const changedBy = (channel: ArrivalChannel): string =>
  channel === 'phone'
    ? 'the number or address has changed since we last heard from you.'
    : 'your address has changed since we last heard from you.';

/** The same doubts as a letter tells them to the person. */
export const doubtToPerson = (doubt: IdentityDoubt, channel: ArrivalChannel): string => {
  switch (doubt) {
    case 'unknown_address':
      return unknownBy[channel];
    case 'address_changed':
      return changedBy(channel);
    case 'details_do_not_match':
      return 'what you tell us does not match what we hold.';
    case 'account_compromise_suspected':
      return 'your account may be in other hands.';
    case 'sensitive_disclosure':
      return 'the answer would hold very private data, which must reach nobody else.';
    case 'disclosure_risk':
      return 'somebody else could learn about you from the answer.';
  }
};

/** A letter that asks is written only where there is a doubt. */
export const realDoubts: readonly FieldChoice[] = doubts.filter(([code]) => code !== 'no_doubt');

export const proofs: readonly FieldChoice<Proof>[] = [
  ['email_sent', 'Sent by e-mail'],
  ['portal', 'Put in their account or a secure link'],
  ['post_tracked', 'Posted with tracking'],
  ['handed_over', 'Handed over in person'],
];

export const extensionChoices: readonly FieldChoice<ExtensionReason>[] = [
  ['complexity', 'The request is complex', 'Not: we are busy, on holiday or waiting for advice'],
  ['number', 'The person has made a number of requests'],
];

export const feeFindings: readonly FieldChoice<FeeFinding>[] = [
  ['excessive', 'Excessive, in particular repetitive'],
  ['manifestly_unfounded', 'Manifestly unfounded: a high bar, and the burden is ours'],
];

type AnsweredOutcome = Exclude<CaseOutcome, 'refused'>;

const outcomes: readonly FieldChoice<AnsweredOutcome>[] = [
  ['full', 'Everything asked for is given or done'],
  ['partial', 'Part of it', 'Needs a recorded exemption for the rest'],
  ['no_data', 'We hold nothing about the person'],
];

const findings: readonly FieldChoice<AnsweredOutcome>[] = [
  ['full', 'Upheld'],
  ['partial', 'Upheld in part'],
  ['not_upheld', 'Not upheld'],
];

/** What a complaint comes to, in words. */
export const findingNames: Readonly<Partial<Record<CaseOutcome, string>>> = Object.fromEntries(findings);

export const outcomesOf = (right: Right): readonly FieldChoice<AnsweredOutcome>[] =>
  right === 'complaint' ? findings : outcomes;

export const taskResults: readonly FieldChoice<TaskResult>[] = [
  ['found', 'Searched: something was found'],
  ['not_found', 'Searched: nothing there'],
  ['action_taken', 'Done what was to be done there'],
];

export const waiveReasons: readonly FieldChoice<WaiveReason>[] = [
  ['not_applicable', 'It does not apply to this case'],
  ['covered_elsewhere', 'It is covered by another step'],
  ['no_data_in_system', 'There is no data there'],
  ['disproportionate', 'It would be out of proportion'],
];

export const returnReasons: readonly FieldChoice<ReturnReason>[] = [
  ['missing_material', 'Something is missing'],
  ['redaction', 'Redactions have to be looked at again'],
  ['exemption_not_made_out', 'An exemption or ground is not made out'],
  ['letter', 'The letter has to be changed'],
];

/** The same of a proposal, which has no letter. */
export const declineReasons: readonly FieldChoice<ReturnReason>[] = [
  ['missing_material', 'Something is missing'],
  ['exemption_not_made_out', 'The reasons do not carry it'],
  ['too_much', 'It goes too far, or not far enough'],
  ['not_needed', 'It is not needed'],
];

export const correctionReasons: readonly FieldChoice<CorrectionReason>[] = [
  ['arrived_earlier', 'It reached somebody here earlier'],
  ['arrived_later', 'It reached us later'],
  ['typing_mistake', 'A typing mistake'],
  ['wrong_time_zone', 'The wrong time zone'],
];

export const regimeReasons: readonly FieldChoice<RegimeReason>[] = [
  ['eu_establishment', 'Our establishment in the EU is concerned'],
  ['offered_in_eu', 'We offer our services to people in the EU'],
  ['monitored_in_eu', 'Behaviour in the EU is monitored'],
  ['uk_only', 'Only the United Kingdom is concerned'],
];

export const jurisdictionReasons: readonly FieldChoice<JurisdictionReason>[] = [
  ['where_answer_is_sent_from', 'The answer is sent from there'],
  ['representative', 'Our representative is there'],
  ['state_of_the_person', 'The person lives there'],
  ['logged_wrongly', 'It was logged wrongly'],
];

export const restrictionGrounds: readonly FieldChoice<RestrictionGround>[] = [
  ['accuracy_contested', 'The accuracy is contested'],
  ['objection_pending', 'An objection is being decided'],
  ['unlawful', 'Unlawful, and the person wants it kept'],
  ['needed_for_claims', 'The person needs it for a claim'],
];

export const holdReasons: readonly FieldChoice<HoldReason>[] = [
  ['dispute', 'A dispute is likely'],
  ['litigation', 'There are legal proceedings'],
  ['regulator_enquiry', 'A regulator has asked'],
];

export const clientSteps: readonly FieldChoice<ClientStep>[] = [
  ['client_receipt_confirmed', 'The client confirmed that it received its copy'],
  ['client_deletion_requested', 'The client asked for deletion in writing'],
  ['agreement_terminated', 'The agreement ended'],
];

export const recipientResults: readonly FieldChoice<RecipientResult>[] = [
  ['told', 'Told'],
  ['no_recipients', 'Nobody else ever received it'],
  ['impossible', 'Telling them is impossible'],
  ['disproportionate', 'Telling them would be out of proportion'],
];

export const relations: readonly FieldChoice<Relation>[] = [
  ['same_person', 'The same person'],
  ['same_letter', 'The same letter'],
  ['complaint_about', 'A complaint about that case'],
  ['reopened_from', 'Follows that closed case'],
  ['duplicate_hint', 'Perhaps the same request'],
];

export const conflictReasons: readonly FieldChoice<'named_in_data' | 'named_in_complaint'>[] = [
  ['named_in_data', 'Named in the data'],
  ['named_in_complaint', 'Named in the complaint'],
];

export const withdrawalWays: readonly FieldChoice<'written' | 'call' | 'silence'>[] = [
  ['written', 'The person wrote it'],
  ['call', 'The person said it in a call that we confirmed'],
  ['silence', 'We have not heard from them', 'Silence is no withdrawal'],
];
