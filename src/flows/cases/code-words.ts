/** The register's own codes as people say them, in the middle of a sentence; grounds of the law have their words in its data. What is not here reads well with its lines taken out. */
import type { ArrivalChannel } from '../../requests/case/case-events.ts';

export const codeWords: Readonly<Record<string, string>> = {
  // How somebody showed who they are, and why that was asked.
  logged_in_confirmation: 'a confirmation from inside their account',
  code_to_known_address: 'a code sent to the address we already had',
  known_facts: 'two facts that only they and we know',
  call_back_known_number: 'a call back to the number on their account',
  video_call: 'a short video call',
  id_document_redacted: 'a redacted document, shown and not kept',
  unknown_address: 'we did not know the address, number or account they used',
  address_changed: 'their address had changed',
  details_do_not_match: 'what they said did not match what we hold',
  account_compromise_suspected: 'their account may be in other hands',
  sensitive_disclosure: 'very private data would go out',
  disclosure_risk: 'somebody else could have learnt about them',
  // What came of a step, a search or a decision.
  not_found: 'nothing found',
  not_ours: 'not theirs',
  action_taken: 'done there',
  stopped: 'the use has stopped',
  goes_on: 'the use goes on, with grounds',
  not_applicable: 'it does not apply',
  covered_elsewhere: 'another step covers it',
  disproportionate: 'out of proportion',
  no_data_in_system: 'there is no data there',
  no_recipients: 'nobody else ever received it',
  all_recipients: 'all recipients together',
  // Why something was held back, restricted, kept or sent back.
  regulator_enquiry: 'a regulator has asked',
  dispute: 'a dispute is likely',
  litigation: 'there are legal proceedings',
  missing_material: 'something is missing',
  redaction: 'redactions have to be looked at again',
  exemption_not_made_out: 'a ground is not made out',
  letter: 'the letter has to be changed',
  too_much: 'it goes too far, or not far enough',
  not_needed: 'it is not needed',
  // How something was sent, and how cases belong together.
  email_sent: 'by e-mail',
  post_tracked: 'by tracked post',
  portal: 'in a portal',
  handed_over: 'in person',
  other: 'another way',
  duplicate_hint: 'perhaps the same request',
  reopened_from: 'follows that closed case',
  complaint_about: 'a complaint about that case',
  named_in_data: 'named in the data',
  named_in_complaint: 'named in the complaint',
  // Why a case was set right.
  arrived_earlier: 'it had reached somebody here earlier',
  arrived_later: 'it reached us later',
  typing_mistake: 'a typing mistake',
  // Sealed fields, before their words.
  processing: 'which use',
  weighed: 'what was weighed',
  erase: 'what is erased',
  keep: 'what is kept, and why',
  terms: 'searched for',
  words: 'their words',
  // Letters, by what they do.
  acknowledgement: 'the acknowledgement',
  'complaint-acknowledgement': 'the acknowledgement',
  'identity-request': 'the question who they are',
  'authority-request': 'the question whether they may act for the person',
  clarification: 'the question what they mean',
  fee: 'the request for a fee',
  extension: 'the news of the extension',
  chaser: 'the reminder to them',
};

/** How a request reached us, after "received": a code such as `letter` says something else elsewhere. */
export const arrivalWords: Readonly<Record<ArrivalChannel, string>> = {
  email: 'by e-mail',
  letter: 'by letter',
  phone: 'by phone',
  in_person: 'in person',
  web_form: 'by the form on our website',
  chat: 'in the support chat',
  social_media: 'on social media',
  slack: 'in Slack',
  other: 'in another way',
};
