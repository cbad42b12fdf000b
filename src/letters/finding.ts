/** What a check of a letter may find. */
import type { Citation, CitationRef } from '../knowledge/answer/answer.ts';
import type { RegimeData } from '../requests/clock/regime.ts';
import type { LetterFacts } from './fact-fields.ts';
import type { LetterRecord } from './record.ts';
import type { Template } from './template.ts';

/** What is wrong with a letter. An error keeps it from being approved; a warning is for the person to judge. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** For people: what is wrong and what to do. */
  readonly message: string;
  /** The words of the letter that are meant, or the element that is missing. */
  readonly where: string;
};

export type FindingCode =
  | 'gap'
  | 'element_missing'
  | 'wrong_letter'
  | 'date_unknown'
  | 'date_impossible'
  | 'weekday_wrong'
  | 'date_in_wrong_place'
  | 'date_out_of_order'
  | 'sent_too_late'
  | 'other_case'
  | 'quote_altered'
  | 'quote_not_in_policy'
  | 'quote_without_lead_in'
  | 'policy_as_law'
  | 'other_person'
  | 'possible_name'
  | 'other_address'
  | 'wrong_addressee'
  | 'days_instead_of_month'
  | 'not_a_ground'
  | 'overclaim'
  | 'wrong_regime'
  | 'old_regulator'
  | 'reason_not_allowed'
  | 'over_asking'
  | 'refusal_not_possible'
  | 'not_in_register'
  | 'register_unsaid'
  | 'recipient_unnamed'
  | 'ground_unnamed'
  | 'plain_language';

/** What the lint has to ask of others. */
export type LintPorts = {
  /** `Knowledge.verify`: the citations, or null when one of them is not whole units of the policy as it is now. */
  readonly verify: (refs: readonly CitationRef[]) => readonly Citation[] | null;
  /** The law of the case. */
  readonly law: RegimeData;
  /** People who must not appear: other customers, staff named in the data. */
  readonly thirdParties?: readonly string[];
  /** What the register bears of the case; claims are held against it. */
  readonly record?: LetterRecord;
  /** What the policies say of the letter's facts, as it was filled in: nobody's name, and not ours to shorten. */
  readonly policyWords?: string;
  /** Addresses that may stand in a letter besides the company's, the regulator's and the person's own. */
  readonly allowedAddresses?: readonly string[];
};

export type LetterDraft = {
  readonly text: string;
  readonly template: Template;
  readonly facts: LetterFacts;
  readonly law: RegimeData;
};

export const error = (code: FindingCode, message: string, where: string): Finding => ({
  code,
  severity: 'error',
  message,
  where,
});

export const warning = (code: FindingCode, message: string, where: string): Finding => ({
  code,
  severity: 'warning',
  message,
  where,
});
