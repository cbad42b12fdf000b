/** "Why?" in a thread: the passage that gives a reason for what was asked before, or silence. */
import type { Answer, Citation } from '../../knowledge/answer/answer.ts';
import { matterOf } from '../../knowledge/question/follow-up.ts';
import { stemOf, wordsOf } from '../../knowledge/question/words.ts';
import { sameQuote, silentWith, wordsOfCitation } from './follow-up-passages.ts';

/** Words by which a passage gives a reason: a cause, an aim, a duty, a legal basis. */
const REASON =
  /\b(?:because|so that|in order to|since (?:we|the|it)|purposes?|reasons?|law|laws|legal|legally|obligations?|regulations?|act|required (?:by|to|under)|requires?|legitimate interests?|necessary|needed (?:for|to)|need (?:it|them|this) (?:for|to)|rests? on|based on|consent|contract|to (?:comply|prove|defend|prevent|protect|show|help|enable|provide|improve|allow|meet))\b/iu;
/** A column of a table, or a heading, under which reasons stand. */
const GIVES_REASONS = /\b(?:why|reasons?|purposes?|bas[ei]s|grounds?)\b/iu;
/** What nearly every question of privacy speaks of ties no reason to this one. */
const COMMON = new Set(
  wordsOf(
    'keep kept hold held store stored share shared use used collect data information personal record records detail details',
  ).map(stemOf),
);

const isReason = ({ quote, leadIn, header, section }: Citation): boolean =>
  REASON.test(`${leadIn ?? ''} ${quote}`) ||
  GIVES_REASONS.test(header ?? '') ||
  /^(?:\S+ )?why\b/iu.test(section);

/** The passage with the reason first; a verdict on the question before it answers no why. */
const reasonFirst = (answer: Answer, reason: Citation): Answer => {
  const first = answer.citations[0] === reason;
  const pointer = `Under “${reason.section}” the policy says what is quoted here.`;
  return {
    ...answer,
    answer: first ? answer.answer.replace(/^(?:Yes|No|It depends)\.\s*/u, '') || pointer : pointer,
    citations: [reason, ...answer.citations.filter((one) => one !== reason)],
    verdict: null,
  };
};

export const withReason = (asked: Answer, earlier: Answer, before: string): Answer => {
  if (asked.outcome === 'declined') return asked;
  const matter = matterOf(before)
    .map(stemOf)
    .filter((word) => !COMMON.has(word));
  const onMatter = (one: Citation): boolean => {
    const own = wordsOfCitation(one);
    return earlier.citations.some((other) => sameQuote(one, other)) || matter.some((word) => own.has(word));
  };
  const known = earlier.citations.find(isReason);
  if (known !== undefined) return reasonFirst(earlier, known);
  const found = asked.citations.find((one) => isReason(one) && onMatter(one));
  if (found !== undefined) return reasonFirst(asked, found);
  return silentWith(asked, 'I found no passage that gives a reason for this.', [
    ...earlier.citations,
    ...asked.citations,
    ...earlier.nearest,
    ...asked.nearest,
  ]);
};
