/** The lists of codes that events may carry; a code that has ever been written stays in its list. */

export const arrivalChannels = [
  'email',
  'slack',
  'phone',
  'in_person',
  'letter',
  'web_form',
  'chat',
  'social_media',
  'other',
] as const;
export const peopleKinds = ['customer', 'staff_or_applicant', 'client'] as const;
/** Whether whoever logged it can tell who is asking. */
export const requesterKinds = ['known', 'unknown'] as const;
export const identityDoubts = [
  'unknown_address',
  'address_changed',
  'details_do_not_match',
  'account_compromise_suspected',
  'sensitive_disclosure',
  'disclosure_risk',
] as const;
export const identityMethods = [
  'logged_in_confirmation',
  'code_to_known_address',
  'known_facts',
  'call_back_known_number',
  'video_call',
  'id_document_redacted',
] as const;
export const extensionReasons = ['complexity', 'number'] as const;
export const feeFindings = ['manifestly_unfounded', 'excessive'] as const;
export const clarificationSubjects = ['information', 'processing_activities'] as const;
/** Of a complaint: `full` and `partial` are upheld, wholly or in part. */
export const outcomes = ['full', 'partial', 'no_data', 'refused', 'not_upheld'] as const;
export const searchResults = ['found', 'not_found'] as const;
export const teamResults = ['found', 'not_found', 'not_ours'] as const;
export const taskResults = ['done', 'found', 'not_found', 'action_taken', 'stopped', 'goes_on'] as const;
export const waiveReasons = [
  'not_applicable',
  'covered_elsewhere',
  'disproportionate',
  'no_data_in_system',
] as const;
export const returnReasons = [
  'missing_material',
  'redaction',
  'exemption_not_made_out',
  'letter',
  'recalled',
  'not_needed',
  'too_much',
] as const;
export const correctionReasons = [
  'arrived_earlier',
  'arrived_later',
  'typing_mistake',
  'wrong_time_zone',
] as const;
export const regimeReasons = ['eu_establishment', 'offered_in_eu', 'monitored_in_eu', 'uk_only'] as const;
export const jurisdictionReasons = [
  'where_answer_is_sent_from',
  'representative',
  'state_of_the_person',
  'logged_wrongly',
] as const;
export const restrictionGrounds = [
  'accuracy_contested',
  'unlawful',
  'needed_for_claims',
  'objection_pending',
] as const;
export const holdReasons = ['litigation', 'regulator_enquiry', 'dispute'] as const;
export const recipientResults = ['told', 'impossible', 'disproportionate', 'no_recipients'] as const;
export const conflictReasons = ['named_in_data', 'named_in_complaint'] as const;
export const relations = [
  'same_letter',
  'same_person',
  'reopened_from',
  'complaint_about',
  'duplicate_hint',
] as const;
export const proofs = ['email_sent', 'post_tracked', 'portal', 'handed_over'] as const;
export const confirmations = ['written', 'call'] as const;
export const erasureReasons = ['retention', 'decided'] as const;
