/** Sentences that no letter may say, whatever the law; words of another law stand in the regime's data. */
import type { FindingCode, LetterDraft } from './finding.ts';
import { rightNamed } from './right-wording.ts';

/** A sentence that must not stand in a letter, and why. */
export type Claim = {
  readonly code: FindingCode;
  readonly says: RegExp;
  readonly unless?: RegExp;
  readonly when?: (draft: LetterDraft) => boolean;
  readonly message: string;
};

/** Is the time to answer counted in months here? Then a number of days is wrong. */
const inMonths = ({ law }: LetterDraft): boolean => law.answer.at(-1)?.period.unit === 'months';

/** Must an extension have one of the reasons that the law names? */
const namesReasons = ({ law }: LetterDraft): boolean => (law.answer.at(-1)?.extensionReasons.length ?? 0) > 0;

const toPersonOnRight = ({ template }: LetterDraft): boolean =>
  template.audience === 'person' && !template.rights.includes('complaint');

const never = ['consent_withdrawal', 'direct_marketing_objection'];

export const claims: readonly Claim[] = [
  {
    code: 'days_instead_of_month',
    says: /\b(?:28|30|31|60|90|twenty-eight|thirty|sixty|ninety)[- ](?:(?:calendar|working|statutory)[- ])?days?\b/i,
    // DPA 2018 s 164A counts complaints in days; how long data is kept may be counted in days, too.
    unless:
      /complain|^(?!.*\b(?:answer|reply|respond|request|deadline|time limit|statutory)).*\b(?:backups?|kept|keep|retain|delet|expir)/i,
    when: (draft) => inMonths(draft) && toPersonOnRight(draft),
    message: 'A rights request is answered within one calendar month (Art 12(3)), not in days.',
  },
  {
    code: 'days_instead_of_month',
    says: /\b(?:answer|reply|respond)\w*\b[^.]*\bwithin (?:[\w-]+ )?(?:working |calendar )?(?:days|weeks)\b/i,
    unless: /complain/i,
    when: (draft) => inMonths(draft) && toPersonOnRight(draft),
    message: 'Name the date that the clock gives, not a number of days or weeks.',
  },
  {
    code: 'over_asking',
    says: /\b(?:certified|full|original|colour) (?:cop(?:y|ies)|passport)\b|\bcop(?:y|ies) of (?:your|the) (?:passport|driving licen[cs]e|identity card|id)\b/i,
    unless: /\bdo not\b|\bcovered\b|\bblacked\b|\bredacted\b/i,
    when: ({ template }) => template.moment === 'ask',
    message: 'That is more than is needed. A code to the known address is usually enough (Art 12(6)).',
  },
  {
    code: 'not_a_ground',
    says: /\b(?:can ?not|can't) (?:be )?(?:redact|search|eras|delet|remov)\w*|\bnot (?:practically |technically )?(?:possible|feasible) to (?:redact|search|erase|delete|remove)|\b(?:unfeasible|impracticable|impossible to (?:redact|search|erase|delete|remove))|\btoo (?:much (?:work|effort|data)|difficult|time-consuming)|\btoo many(?: \S+){0,4} to (?:search|redact|erase|delete|remove|go through)|\b(?:there are|we (?:have|hold|get|receive)) (?:simply |just |far )?too many\b|\bwe are (?:too |very )?busy\b/i,
    message: 'That it is difficult is no ground in law. Name the exemption, or do it.',
  },
  {
    code: 'policy_as_law',
    says: /\bpolicy\b[^.]{0,40}\b(?:allows|entitles|permits|exempts|obliges|requires) us\b|\b(?:under|according to|because of) our (?:privacy )?(?:policy|notice),? (?:we|this|the data|your)\b[^.]{0,30}\b(?:can|cannot|may|must|need not|are entitled|is exempt)|\ballows this: (?:our|the) (?:privacy )?(?:policy|notice)/i,
    message: 'Our policy is not the law. Name the article or the exemption.',
  },
  {
    code: 'overclaim',
    says: /\ball (?:of )?(?:your|the) (?:personal )?(?:data|information) (?:has|have|is|are|was|were) (?:been )?(?:now |permanently |completely )*(?:erased|deleted|removed|gone)|\b(?:completely|permanently and completely) (?:erased|deleted|removed)|\bno trace\b|\bevery trace\b|\bwe guarantee\b/i,
    message: 'That is more than we can promise: backups and records that must be kept remain for a time.',
  },
  {
    code: 'overclaim',
    says: /\byou (?:have|had) no right\b|\bour decision is final\b|\bno (?:right of )?appeal\b|\bwe are (?:under no obligation|not obliged) to\b|\b(?:keep|kept|retain|retained)\b[^.]{0,40}\b(?:indefinitely|for ?ever|permanently)\b/i,
    message: 'The law does not say this. State the ground and the remedies instead.',
  },
  {
    code: 'reason_not_allowed',
    says: /\b(?:workload|busy|backlog|short[- ]?staffed|staff shortage|shortage of staff|annual leave|on (?:leave|holiday)|holidays|sickness|limited resources|small (?:team|company)|legal advice|christmas)\b/i,
    when: (draft) => draft.template.moment === 'extend' && namesReasons(draft),
    message: 'Only complexity or the number of requests allows an extension.',
  },
  {
    code: 'refusal_not_possible',
    says: /\bwe (?:have (?:decided to )?)?(?:refuse|decline)\b|\bwe can ?not (?:agree|stop)\b|\bproof of (?:your )?identity (?:first|is needed)|\bpassport\b/i,
    when: ({ template, facts }) => {
      const named = rightNamed(facts.rightName);
      return (named === undefined ? template.rights : [named]).every((right) => never.includes(right));
    },
    message: 'Consent and direct marketing: no refusal and no identity check. Just stop.',
  },
];
