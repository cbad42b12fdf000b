import type { Flag } from './clock-case.ts';

const sentences: Readonly<Record<Flag, string>> = {
  clarification_does_not_pause_eu:
    'A clarification does not pause the EU clock: Art 12(3) has one starting point.',
  clarification_not_reasonably_required:
    'The clarification was not reasonably required, so it did not stop the clock (Art 12A(5)).',
  edpb_159_suspension:
    'The suspension rests on EDPB Guidelines 01/2022 para 159, not on the text of Art 12(3).',
  effective_on_receipt: 'Effective on receipt (Art 7(3)).',
  extension_illegal_late:
    'The extension notice came after the last day for it, so it is void (Art 12A(4)(a); EU Art 12(3)).',
  extension_illegal_no_valid_reason:
    'The extension gave no lawful reason (complexity or number of requests), so it is void (Art 12A(3), (4)(b)).',
  extension_not_available: 'This clock cannot be extended.',
  fee_request_not_reasonable_ignored: 'The fee was not justified (Art 12(5)), so it does not move the clock.',
  identity_request_not_prompt_ignored:
    'Identity was not asked for without undue delay, so the EU clock was not suspended (EDPB 01/2022 para 159).',
  identity_request_not_reasonable_ignored:
    'There was no reasonable doubt about identity (Art 12(6)), so asking for it does not move the clock.',
  outside_holiday_table:
    'A date lies outside the years of the holiday table: only weekends were counted there. Update the table.',
  pause_after_deadline_ineffective:
    'The question was asked after the period had ended, so it changes nothing: an expired period cannot be paused.',
  pause_in_roll_tail:
    'The question was asked after the month had ended but before the rolled last day; the days that were left are frozen. There is no authority on this.',
  pause_not_available_for_right:
    'Only access requests are paused by a clarification (Art 12A(5)); you may ask, but time runs.',
  received_before_19_june_2026:
    'Received before 19 June 2026, when DPA 2018 s 164A came into force: no statutory acknowledgement clock.',
  received_before_5_february_2026:
    'Received before 5 February 2026: the pause and the relevant time of Art 12A do not apply (SI 2026/82 reg 4).',
  second_extension_not_available:
    'There is one extension only; the second notice changes nothing (Art 12A(3)).',
};

/** One sentence for people about what a flag means. */
export const explainFlag = (flag: Flag): string => sentences[flag];
