/** A further message in a thread: the question before it about another thing, place or reason, and silence where the policy has none. */
import type { Answer, Citation, Knowledge } from '../../knowledge/answer/answer.ts';
import { followUp, matterOf } from '../../knowledge/question/follow-up.ts';
import { stemOf, wordsOf } from '../../knowledge/question/words.ts';

const MOST_NEAR = 3;

/** Words by which a passage gives a reason: a cause, an aim, a duty, a legal basis. */
const REASON =
  /\b(?:because|so that|in order to|since (?:we|the|it)|purposes?|reasons?|law|laws|legal|legally|obligations?|regulations?|act|required (?:by|to|under)|requires?|legitimate interests?|necessary|needed (?:for|to)|need (?:it|them|this) (?:for|to)|rests? on|based on|consent|contract|to (?:comply|prove|defend|prevent|protect|show|help|enable|provide|improve|allow|meet))\b/iu;
/** A column of a table, or a heading, under which reasons stand. */
const GIVES_REASONS = /\b(?:why|reasons?|purposes?|bas[ei]s|grounds?)\b/iu;
/** A place that holds others: what it says of these is said of those. */
const WIDER =
  /\b(?:EEA|EU|European|Europe|abroad|overseas|worldwide|international\w*|countr(?:y|ies)|everywhere|anywhere)\b/u;
/** What nearly every question of privacy speaks of ties no reason to this one. */
const COMMON = new Set(
  wordsOf(
    'keep kept hold held store stored share shared use used collect data information personal record records detail details',
  ).map(stemOf),
);

const wordsOfCitation = ({ quote, leadIn, header, section }: Citation): ReadonlySet<string> =>
  new Set(wordsOf([section, header, leadIn, quote].join(' ')).map(stemOf));

const names = (citation: Citation, words: readonly string[]): boolean => {
  const own = wordsOfCitation(citation);
  return words.length > 0 && words.every((word) => own.has(stemOf(word)));
};

const sameQuote = (one: Citation, other: Citation): boolean =>
  one.policy === other.policy && one.start === other.start;

const silentWith = (answer: Answer, said: string, near: readonly Citation[]): Answer => {
  const nearest = near
    .filter((one, at) => near.findIndex((other) => sameQuote(one, other)) === at)
    .slice(0, MOST_NEAR);
  const close = nearest.length === 0 ? '' : ' What comes closest is shown, but it is not an answer.';
  // What stood beside was on the question before, not on the place or the reason.
  const { answeredBeside: _, ...rest } = answer;
  return {
    ...rest,
    outcome: 'silent',
    answer: `${said}${close} The privacy team can help.`,
    citations: [],
    nearest,
    verdict: null,
  };
};

/** Answered at a place only where a passage names it, or a wider one; what holds elsewhere would pass for an answer. */
const atPlace = (asked: Answer, earlier: Answer, place: string): Answer => {
  const words = matterOf(place);
  const says = (one: Citation): boolean => names(one, words) || WIDER.test(one.quote);
  if (words.length === 0 || asked.outcome === 'declined') return asked;
  if (asked.citations.some(says)) return asked;
  return silentWith(asked, 'I found no passage that says this for the place that you name.', [
    ...asked.nearest.filter(says),
    ...earlier.citations,
    ...asked.citations,
    ...earlier.nearest,
    ...asked.nearest,
  ]);
};

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

const withReason = (asked: Answer, earlier: Answer, before: string): Answer => {
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

/** A question word alone ("when?") is asked of what was found before: the passages on it come closest, whatever else it is read as. */
const withWord = (asked: Answer, loosely: Answer, earlier: Answer): Answer => {
  if (asked.outcome === 'answered' || asked.outcome === 'declined') return asked;
  const [first] = loosely.citations;
  if (first !== undefined && earlier.citations.some((one) => sameQuote(one, first))) return loosely;
  // What answered the question before is not said again where anything comes nearer.
  const near = asked.nearest.length > 0 ? asked.nearest : [...earlier.citations, ...earlier.nearest];
  return silentWith(asked, 'I found no passage that says this.', near);
};

/** Another thing under the plain question, else under the loose one where the passage names that thing. */
const onThing = (asked: Answer, loosely: Answer, thing: string): Answer => {
  const [first] = loosely.citations;
  if (asked.outcome !== 'answered' && first !== undefined && names(first, matterOf(thing))) return loosely;
  // What leans on a question of privacy is one itself, whatever it looks like alone.
  return asked.outcome === 'out_of_scope'
    ? silentWith(asked, 'I found no passage that says this.', [...loosely.citations, ...loosely.nearest])
    : asked;
};

/** Read together with the question before it where it leans on that one; an order that was declined is no question to lean on. */
export const askTogether = async (
  knowledge: Pick<Knowledge, 'ask'>,
  question: string,
  before: string | null,
): Promise<Answer> => {
  const follow = followUp(question, before);
  if (follow === null || before === null) return knowledge.ask(question);
  const [alone, earlier] = await Promise.all([knowledge.ask(question), knowledge.ask(before)]);
  if (alone.outcome === 'declined' || earlier.outcome === 'declined') return alone;
  const { kind, whole, loose, names: named } = follow;
  const asked = await knowledge.ask(whole);
  const loosely = loose === whole || asked.outcome === 'answered' ? asked : await knowledge.ask(loose);
  const together = (): Answer => {
    if (earlier.outcome === 'out_of_scope') return asked;
    switch (kind) {
      case 'place':
        return atPlace(asked, earlier, named);
      case 'reason':
        return withReason(asked, earlier, before);
      case 'thing':
        return onThing(asked, loosely, named);
      case 'other':
        return named === '' ? withWord(asked, loosely, earlier) : asked;
    }
  };
  return { ...together(), question };
};
