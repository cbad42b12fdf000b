import { wordsOf } from './words.ts';

const ASKING =
  'who|whom|whose|what|which|when|where|why|how|do|does|did|can|could|is|are|may|must|should|will|would|have|has';
const SPLIT = new RegExp(
  `[?!;]+\\s+|,?\\s+(?:and|but|also|plus|or)\\s+(?=(?:also\\s+)?(?:${ASKING}|if)\\b)|,\\s+(?=(?:who|what|which|when|where|why|how)\\b)|\\s*\\(?\\b[1-3ab]\\)\\s+`,
  'giu',
);
/** What opens a message with several questions and asks nothing itself. */
const OPENING = /^(?:two|2|three|3|a couple of|few) (?:things|questions|bits|qs)\b[^a-z]*/iu;
const QUESTION = new RegExp(`\\b(?:${ASKING}|whats|wheres|whos|hows)\\b`, 'iu');

const MIN_WORDS = 3;

/** The questions that one message holds: two when each half asks something and can stand on its own, else the whole. */
export const clausesOf = (question: string): readonly string[] => {
  const parts = question
    .replace(OPENING, '')
    .split(SPLIT)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const whole = parts.filter((part) => wordsOf(part).length >= MIN_WORDS && QUESTION.test(part));
  return whole.length === 2 && parts.length === 2 ? whole : [question];
};

/** Orders on how to answer: no part of what is asked. */
const ORDERS =
  /\b(?:(?:just |please |pls |can you |could you )*(?:confirm|acknowledge|quote|cite|read|show|give|paste|hand|send|find)(?: (?:it|this|that|me|us|back|and cite it|and quote it))* (?:the |a |an |me the )?(?:exact )?(?:line|sentence|words?|wording|clause|bit|paragraph|quote|passage|citation)s?(?: (?:where|in which|that|which) (?:it|the policy|the notice) (?:says|states|reads)(?: that)?| saying so| for (?:it|that))?|back me up with a citation|write (?:that|it|this) up(?: for (?:the )?\w+)?(?: with (?:the|a) quote)?|write (?:the |our |a )?\w+ (?:a )?(?:line|letter|mail|email) saying so|(?:need|want|put|have) (?:it|that) in writing|(?:just )?confirm(?: (?:it|that|this))?(?: and (?:cite|quote) (?:it|that))?|draft me [^,.?!]*|and no lip)\b/giu;

const OPENS_WITH_REASON =
  /^(?:since|as|because|seeing (?:as|that|how)|given(?: that)?|now that|considering(?: that)?)\s+(.{8,}?),\s+(.+)$/iu;
const TOLD =
  /^(?:(?:(?:my|our|the|their|your|some|a) )?(?:\w+ ){0,2}(?:says?|told me|tells me|reckons?|insists?|claims?|swears?)|i (?:know|thought|understand|believe|gather)(?: full well)?)\s+(?:that\s+)?(.{8,})$/iu;
const TAGS = /[,.]?\s*\b(?:right|correct|yeah|innit|isn't it|agreed)\s*\?/giu;
const THEREFORE =
  /,?\s+\bso\b\s+(?=(?:we|i|they|you|he|she|people|staff|\w+ (?:can|may|must|does|do|has|have))\b)/iu;

/** A message without orders on how to answer, and what it takes for granted: each claim a text of its own. */
export type Matter = { readonly asked: string; readonly claims: readonly string[] };

const trimmed = (text: string): string => text.replace(/^[\s,.;:]+|[\s,.;:]+$/gu, '');

/** Takes "quote me the line where it says …", "since …, …" and "my manager says …, so …" apart. */
export const matterOf = (message: string): Matter => {
  const plainly = trimmed(message.replace(TAGS, '. ').replace(ORDERS, ' ').replace(/\s+/gu, ' '));
  if (wordsOf(plainly).length < MIN_WORDS) return { asked: message, claims: [] };
  const [, reason, rest] = OPENS_WITH_REASON.exec(plainly) ?? [];
  if (reason !== undefined && rest !== undefined) return { asked: rest, claims: [reason] };
  const [, told] = TOLD.exec(plainly) ?? [];
  const parts = (told ?? plainly).split(THEREFORE).filter((part) => wordsOf(part).length >= MIN_WORDS);
  return { asked: plainly, claims: told !== undefined || parts.length > 1 ? parts : [] };
};
