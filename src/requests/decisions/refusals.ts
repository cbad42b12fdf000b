/** Every way to be told no, with the sentence people read: why, and who can or what to do instead. */
export type Facts = Readonly<Record<string, string>>;

const sentences = {
  team_only: 'Only the privacy team can do this.',
  approver_only: 'This needs an approver. The privacy team can ask one from the case.',
  assignee_only: 'This task belongs to somebody else. Its assignee or the privacy team can mark it.',
  already_done: 'This has been done already, so nothing changed.',
  self_approval:
    'You prepared this yourself, so somebody else has to approve it: another approver, another director or the professional advisors.',
  conflict_of_interest:
    'You are named in this case, so somebody else has to do this. Ask another approver or the professional advisors.',
  nobody_left:
    'Then no approver would be left to work this case or to take this back. Choose somebody else, or add an approver first.',
  wrong_state: 'This is not possible while the case is {state}. {instead}',
  not_for_this_right: 'The law does not allow this here. {instead}',
  not_an_instant: 'I could not read this date and time. Please give a date, a time and the time zone.',
  in_the_future: 'This lies in the future. Please give the moment when it really happened.',
  before_what_it_follows: 'This cannot be earlier than {earliest}, when the step before it happened.',
  reason_missing: 'Please choose a reason from the list: {allowed}.',
  text_missing: 'Please fill in {what}; without it nobody can follow this decision later.',
  doubt_missing:
    'Ask for identity only if there is a reasonable doubt who this is. If you know them, carry on without asking.',
  over_asking: 'That is more than is needed here. Use instead: {instead}.',
  no_second_extension:
    'This request has been extended once. The law allows no second extension; answer by the date shown.',
  extension_too_late:
    'The person had to be told by {last}. An extension after that is void: answer now, say sorry and say why it is late.',
  extension_not_agreed: 'No extension has been agreed. Propose one first, then let an approver agree.',
  tasks_open: 'Some steps are still open: {tasks}. Finish them or waive each with a reason.',
  search_log_missing: 'Say first which systems were searched and what was found: {systems}.',
  redaction_log_missing: 'Record the redactions, or record that none was needed.',
  recipients_missing: 'Record which recipients were told, or why that was impossible or out of proportion.',
  hold_not_checked: 'Check first whether the data must be kept for a legal dispute.',
  on_hold: 'The data is under a legal hold. An approver can lift it when the dispute is over.',
  related_open:
    'An access or portability request by the same person is open ({numbers}). Answer that first: erasing meanwhile would defeat it and can be an offence.',
  deletion_not_approved:
    'Nothing may be erased before a second person has agreed. Propose the deletion first.',
  client_not_ready: 'The client has not yet confirmed receipt and asked for deletion; the policy needs both.',
  right_not_named:
    'Whoever logged it was not sure which right it is. Name the right first: the date and the answer follow from it.',
  exemption_missing: 'A partial answer needs a recorded exemption for what is held back.',
  outcome_held_back:
    'The register holds a redaction or an exemption, so not everything is given or done: choose “Partly”.',
  outcome_found:
    'A search found something, so the answer cannot be that nothing is held. Record what became of it, or answer with what was found.',
  outcome_not_of_letter:
    'The letter keeps something back. Log the exemption or the redaction in the case first, then choose “Partly”.',
  outcome_not_of_findings: 'The findings of the letter say “{says}”. Choose that, or change the findings.',
  ground_not_of_letter:
    'This letter rests on other grounds than the one that was chosen. Choose one of these, or write another letter: {allowed}.',
  count_unread: 'I cannot read this as a number. Write 3 or three, or leave it empty: not counted.',
  redaction_of_nothing:
    'None is no redaction. Choose “Nothing had to be redacted”, or leave the number empty: not counted.',
  redaction_needless:
    'You say that nothing had to be redacted, and also what was taken out. Choose the reason for it, or empty the other fields.',
  ground_not_listed: 'This is no ground to refuse this right. Possible grounds: {allowed}.',
  never_refused: 'This right cannot be refused: {instead}',
  nothing_still_open: 'Only one question is open, so this answer leaves none unanswered.',
  unknown_place: 'That place does not belong to this regime. Change the regime first.',
  unknown_regime: 'There is no regime of that name. Known: {allowed}.',
  content_changed:
    'The letter is not the one that was approved. Send it for review again, then record it as sent.',
  hash_malformed: 'The letter has no fingerprint. Draft it from the case so that it can be compared later.',
  chase_more: 'Chase at least twice before letting a request lapse; so far {count}.',
  wait_longer: 'Wait at least {days} days after asking; that is {date} at the earliest.',
  requesters_words_missing:
    'A request is withdrawn only by the requester, in writing or in a confirmed call.',
  not_pending: 'There is nothing here waiting for an approval.',
  approval_pending: 'A second person still has to decide on: {kinds}.',
  tell_first: 'Tell the person before you lift the restriction and record when.',
  still_restricted: 'The data is still restricted. Lift that first: what it waited for has been decided.',
  not_restricted: 'The data is not restricted.',
  not_client_data:
    'Only a request about data in a client workspace goes to the client. Record which client first.',
  unknown_task: 'This case has no such task.',
  freeze_on: 'The deletion freeze is still on. It ends when the request has been answered.',
  reopening_too_late: 'It was closed more than a week ago. Log a new request; it will be linked to this one.',
  erased_already:
    'What it said of the person is erased, so nothing more can be done for them here. Log a new request; it will be linked to this one.',
  no_reopening: 'A closed case stays as it is. Log a new request; it will be linked to this one.',
  not_staff: 'Hand over to somebody in the privacy team.',
  step_for_team:
    'This step has its button in the case itself, so it can only go to somebody who works on the case. What any colleague can do: {steps}.',
  step_has_own_button: 'This step is ticked off by what is done, not by hand. Use “{button}” in the case.',
  step_for_approver: 'Only an approver can do this step. Please choose an approver.',
  clock_behind:
    'The clock of the machine I run on is {minutes} minutes behind, so I wrote nothing: dates would be wrong. Please tell whoever runs this bot.',
  search_ticked_but_nothing:
    'You ticked {systems}, and said that nothing is there. If something is there, choose Found; if not, take the tick away.',
  search_ticked_but_not_ours:
    'You ticked {systems}, and said that it is not yours. If something is there, choose Found; if not, take the tick away.',
  search_some_not_ours:
    'Only {systems} is ticked as not yours. What about the others? Choose Found or Nothing there for them.',
  search_found_nowhere: 'Please tick where something was found.',
  search_ticked_twice: '{systems} is ticked as found and as not yours. Please take one of the two away.',
  answer_gone_out:
    'The person has been answered already, so this can no longer be corrected here. Tell the privacy team at once: they can still write again.',
  same_value: 'That is what the case says already.',
  reason_of_wrong_kind:
    'Workload, holidays or waiting for advice are no reasons. Only complexity or the number of requests.',
} as const;

export type RefusalCode = keyof typeof sentences;

/** The sentence a person reads, with its facts filled in. */
export const refusalSentence = (refusal: { readonly code: RefusalCode; readonly facts: Facts }): string =>
  sentences[refusal.code]
    .replace(/\{(\w+)\}/g, (_, name: string) => refusal.facts[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
