/** The table of claims that a register may not bear: each row is what a sentence says, and when that is untrue. */
import type { LetterFacts } from './fact-fields.ts';
import type { LetterDraft } from './finding.ts';
import type { LetterRecord } from './record.ts';

type Contradiction = {
  readonly says: RegExp;
  readonly unless?: RegExp;
  /** True where the record says otherwise. */
  readonly untrue: (record: LetterRecord, draft: LetterDraft) => boolean;
  readonly message: string;
};

/** A letter that itself names a part as withheld, kept or refused. */
export const holdsBack = ({ withheld = [], kept = [], refused = [] }: LetterFacts): boolean =>
  withheld.length + kept.length + refused.length > 0;

const letter =
  (...ids: readonly string[]) =>
  ({ template }: LetterDraft): boolean =>
    ids.includes(template.id);
const about =
  (...rights: readonly string[]) =>
  ({ template }: LetterDraft): boolean =>
    template.rights.some((right) => rights.includes(right));

export const contradictions: readonly Contradiction[] = [
  {
    says: /\b(?:withh(?:e|o)ld|left out|kept back|removed|redacted|blacked out) (?:nothing|no part)|\bnothing (?:was|has been|is|had to be|needed to be) (?:withheld|left out|kept back|removed|redacted|blacked out)|\bcomplete and unredacted|\b(?:not|never) (?:withheld|left out|kept back|redacted|blacked out) any|\bno (?:part|exemption|redaction)s? (?:of it )?(?:was|were|has been|have been) (?:withheld|left out|kept back|made|used|applied|needed)|\bin full and without (?:redaction|exception)|\beverything (?:that )?we (?:hold|found) is (?:enclosed|attached)/i,
    untrue: ({ heldBack }, { facts }) => heldBack || holdsBack(facts),
    message:
      'The register holds a redaction, an exemption, a hold or a refusal: say what was withheld, or leave the sentence out.',
  },
  {
    says: /\bwe (?:have )?(?:withheld|left out|kept back|redacted|blacked out)\b/i,
    unless: /\b(?:nothing|not)\b/i,
    untrue: ({ redacted, exemptions }, draft) =>
      about('access', 'portability')(draft) && !redacted && exemptions.length === 0,
    message: 'No redaction and no exemption is recorded: log it first, or take the sentence out.',
  },
  {
    says: /\b(?:time|clock|month|period|deadline)\b[^.]*\b(?:is|are|was|were|has been|stays?)?\s*(?:paused|stopped|suspended|stands? still|on hold|does not count)\b/i,
    unless: /\b(?:not|never|may|could)\b[^.]*\b(?:paus|stop|suspend)/i,
    untrue: ({ time, pausedDays }) => time !== 'paused' && pausedDays === 0,
    message: 'The time is not paused in this case: it keeps running, or it has ended.',
  },
  {
    says: /\b(?:keeps? running|runs? on|does not (?:stop|pause))\b/i,
    untrue: ({ time }) => time === 'paused' || time === 'not_begun' || time === 'ended',
    message: 'The time does not simply run on in this case: see “Why this date?”.',
  },
  {
    says: /\b(?:month|period)\b[^.]*\b(?:begins|starts|counts|runs) (?:on|from|with|when|only)\b/i,
    untrue: ({ time }) => time === 'runs' || time === 'ended' || time === 'paused',
    message: 'The month does not begin anew in this case.',
  },
  {
    says: /\b(?:we|you will) (?:will )?(?:answer|reply|hear)\b[^.]*\b(?:in (?:good )?time|within the (?:month|time|period)|on time)\b|\bthis answer (?:is|comes) (?:in|on|within) (?:the )?time\b/i,
    untrue: ({ late }) => late,
    message: 'The date has passed: say that the answer is late, and why.',
  },
  {
    says: /\bwe (?:have )?(?:extended|taken more time|needed more time)\b|\bthe time (?:was|has been) extended\b/i,
    untrue: ({ extended }, { template }) => !extended && template.moment !== 'extend',
    message: 'No extension is recorded in this case.',
  },
  {
    says: /\b(?:use|processing) of (?:it|this|your|the) ?(?:data|record|information)?[^.]*\b(?:was|is|has been) restricted\b|\bwe (?:have )?restricted\b|\bdid not use (?:it|the data|your data)[^.]*\b(?:meanwhile|while|until)\b|\bwhile we checked,? we did not\b/i,
    untrue: ({ everRestricted }) => !everRestricted,
    message: 'No restriction is recorded: restrict first, or take the sentence out.',
  },
  {
    says: /\b(?:restriction|restricted)\b[^.]*\b(?:has been|was|is) lifted\b/i,
    unless: /\b(?:before|until|when|once)\b[^.]*\blifted\b/i,
    untrue: ({ restricted }, draft) => restricted && !letter('restriction-lifting-notice')(draft),
    message: 'The restriction is still in force.',
  },
  {
    says: /\bwe (?:have )?(?:told|informed|notified|passed (?:this|it) on to)\b(?! you)[^.]*/i,
    unless: /\b(?:nobody|no ?one|not|none|your rights|you on)\b/i,
    untrue: ({ told }, draft) =>
      told.length === 0 && about('rectification', 'erasure', 'restriction', 'objection')(draft),
    message: 'No recipient is recorded as told (Article 19).',
  },
  {
    says: /\b(?:told|informed|notified) (?:nobody|no ?one)\b|\bno ?(?:body|one|recipients?) (?:was|were|had to be|has been) (?:told|informed|notified)\b|\bthere (?:are|were) no recipients\b/i,
    untrue: ({ told }) => told.length > 0,
    message: 'Recipients are recorded as told: name them or say how many.',
  },
  {
    says: /\b(?:do|does|did) not (?:hold|have|process) any (?:personal )?data\b|\bwe (?:hold|have|found) (?:no|nothing)\b(?! else)/i,
    unless: /\bin\b[^.]*\(|beyond/i,
    untrue: ({ searched }, draft) => searched.some(({ found }) => found) && !letter('no-data')(draft),
    message: 'A search in the register found something.',
  },
  {
    says: /\bdo not hold any personal data\b|\bhold no personal data\b/i,
    untrue: ({ searched }) => searched.some(({ found }) => found),
    message: 'A search in the register found something: this is not the letter for it.',
  },
  {
    says: /\bwe (?:have )?searched\b|\bwhere we looked\b/i,
    // A second look after an erasure has a row of its own.
    unless: /\bsearched again\b/i,
    untrue: ({ searched }, draft) =>
      searched.length === 0 && about('access', 'erasure', 'portability')(draft),
    message: 'No search is recorded in this case.',
  },
  {
    says: /\bwe confirm that we (?:process|hold|use)\b/i,
    untrue: ({ searched }) => searched.length > 0 && searched.every(({ found }) => !found),
    message: 'No search in the register found anything: this is not the letter for it.',
  },
  {
    says: /\b(?:searched|looked (?:in|through)) (?:all|every|each)\b[^.]*\b(?:systems?|places?|records?)\b/i,
    untrue: ({ searched }, { facts }) => (facts.notSearched?.length ?? 0) > 0 || searched.length === 0,
    message: 'Not every system was searched: name those that were.',
  },
  {
    says: /\bwe (?:have )?(?:erased|deleted|removed)\b/i,
    unless: /\b(?:not|copies of|identity)\b/i,
    untrue: ({ deletionApproved }, draft) =>
      !deletionApproved && letter('erasure-answer', 'client-data-certificate')(draft),
    message: 'A second person has not agreed to a deletion in this case.',
  },
  {
    says: /\b(?:we|it) (?:will )?(?:erase|delete|destroy)\b|\bwe (?:have )?(?:erased|deleted)\b/i,
    unless: /\b(?:not|cop(?:y|ies)|again|if you|identity)\b/i,
    untrue: ({ onHold }) => onHold,
    message: 'A legal hold is on: nothing is erased while it is.',
  },
  {
    says: /\bwe (?:have )?(?:confirmed|checked|verified) (?:who you are|your identity)\b|\byou (?:have )?(?:confirmed|shown|proved) (?:to us )?who you are\b|\bthank you for (?:confirming|showing|proving) (?:who you are|your identity)\b/i,
    unless: /\bnote of how\b|\bonce\b|\bwhen we\b/i,
    untrue: ({ identity }) => identity !== 'received',
    message: 'No confirmation of identity is recorded.',
  },
  {
    says: /\bwe (?:asked|wrote to) you[^.]*\b(?:identity|who you are)\b/i,
    untrue: ({ identity }, { template }) => identity === 'not_asked' && template.moment !== 'ask',
    message: 'No identity request is recorded.',
  },
  {
    says: /\b(?:we have (?:seen|received)|thank you for)[^.]*\b(?:authority|power of attorney|permission to act)\b/i,
    untrue: ({ authorityReceived }) => !authorityReceived,
    message: 'No proof of authority is recorded as received.',
  },
  {
    says: /\b(?:you (?:have )?paid|thank you for (?:paying|your payment)|we (?:have )?received (?:the|your) (?:fee|payment))\b/i,
    untrue: ({ feePaid }) => !feePaid,
    message: 'No payment is recorded.',
  },
  {
    says: /\bwe (?:have )?(?:reminded you|wrote to you again|written to you (?:again|twice|several times))\b/i,
    untrue: ({ chasers }) => chasers === 0,
    message: 'No chaser is recorded in this case.',
  },
  {
    says: /\byou (?:have )?(?:withdrew|withdrawn) your request\b/i,
    untrue: ({ withdrawn }, { template }) => !withdrawn && template.moment !== 'end',
    message: 'No withdrawal is recorded.',
  },
  {
    says: /\bnothing of what you ask for is deleted\b|\bwe (?:have )?(?:suspended|stopped) (?:the )?(?:deletion|deleting)\b/i,
    untrue: ({ deletionSuspended }) => !deletionSuspended,
    message: 'Deletion is not suspended in this case.',
  },
  {
    says: /\bapart from what this letter describes,? we have kept nothing\b|\bwe (?:have )?(?:kept|keep) nothing\b|\bnothing (?:is|was|has been) kept\b/i,
    untrue: () => true,
    message: 'The request itself and this letter are kept: say so, and how long.',
  },
  {
    says: /\b(?:delete|destroy)\b[^.]*\b(?:authority|power of attorney)\b|\bauthority\b[^.]*\b(?:deleted|destroyed)\b/i,
    untrue: () => true,
    message: 'An authority is kept as proof of whom we dealt with.',
  },
  {
    says: /\bwe (?:will )?(?:answer|reply)\b[^.]*\bby\b|\bwithin (?:one|a) (?:calendar )?month\b/i,
    untrue: (_, draft) => letter('marketing-acknowledgement', 'marketing-stopped')(draft),
    message: 'Marketing stops at once: no date for an answer belongs here.',
  },
  {
    says: /\b(?:your data|the data (?:that )?you ask about|data about you) (?:is|are|belongs?|stands?|lies?)\b[^.]*\b(?:workspace|client|account)\b|\bthey hold (?:your data|data about you)\b/i,
    untrue: (_, draft) => letter('forwarded-to-controller')(draft),
    message: 'This tells a person whom nobody has identified that their data is there.',
  },
  {
    says: /\bthat sentence (?:describes|is not)\b|\bis not (?:by itself )?a reason to keep\b/i,
    untrue: () => true,
    message: 'A sentence of our policy is not quoted only to be disowned.',
  },
  {
    says: /\bcannot be extended again\b|\bup to two further months\b/i,
    untrue: (_, draft) =>
      about('direct_marketing_objection', 'consent_withdrawal')(draft) && draft.template.rights.length === 1,
    message: 'There is no extension for this right.',
  },
  {
    says: /\bwe do not need anything\b|\bnothing (?:more )?is needed from you\b/i,
    untrue: ({ waitsFor }) => waitsFor !== null,
    message: 'The case waits for something from the person: say for what.',
  },
  {
    says: /\b(?:searched|looked) again\b/i,
    unless: /\b(?:will|would|if)\b/i,
    untrue: ({ erasedOn, lookedAgain }, draft) =>
      letter('erasure-answer')(draft) &&
      (erasedOn === null || (!lookedAgain && draft.facts.searchedAgain !== true)),
    message: 'Nobody has said that it was looked for again: mark that step done, or confirm it in the form.',
  },
  {
    says: /\bwe keep your request\b[^.]*\b(?:3|three) years\b|\bkeep\b[^.]*\brequest\b[^.]*\b(?:3|three) years\b/i,
    untrue: ({ partlyRefused }, { facts }) => partlyRefused || (facts.kept?.length ?? 0) > 0,
    message: 'Where a part is refused, the request is kept for six years.',
  },
  {
    says: /\bdid not design\b/i,
    unless: /\bwill\b/i,
    untrue: (_, { template, facts }) => template.moment !== 'acknowledge' && facts.decidedByAnother !== true,
    message: 'Nobody has said who made the decision: confirm it in the form, or take the sentence out.',
  },
  {
    says: /\b(?:not|nobody|no ?one)\b[^.]*\binvolved\b|\bindependent(?:ly)?\b/i,
    unless: /\bwill\b/i,
    untrue: (_, { template, facts }) =>
      template.id === 'complaint-outcome' && facts.handledByAnother !== true,
    message: 'Nobody has said who looked into it: confirm it in the form, or take the sentence out.',
  },
  {
    says: /\bhad no part\b|\bfree to change\b/i,
    untrue: (_, { template, facts }) =>
      template.id === 'automated-decision-answer' && facts.lookedAfresh !== true,
    message: 'Nobody has said how it was looked at again: confirm it in the form, or take the sentence out.',
  },
  {
    says: /\bthis person\b[^.]*\b(?:read|free|change)\b|\bwho has looked at it again\b|\b(?:a person|somebody|we) (?:has |have )?(?:looked at (?:it|the decision) again|reviewed the decision)\b/i,
    unless: /\b(?:will|not)\b/i,
    untrue: ({ humanLook }, draft) => !humanLook && letter('automated-decision-answer')(draft),
    message: 'Nobody is recorded as having looked at the decision again: mark that task done first.',
  },
  {
    says: /\ba second person (?:who did not prepare this answer )?has (?:checked|approved)\b/i,
    untrue: ({ approvedBySecond }, { template }) =>
      !approvedBySecond && template.moment !== 'refuse' && template.moment !== 'answer',
    message: 'No second person has approved anything in this case.',
  },
];
