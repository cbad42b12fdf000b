/** Splits a message that asks two things. */
import { wordsOf } from './words.ts';

const ASKING =
  'who|whom|whose|what|which|when|where|why|how|do|does|did|can|could|is|are|may|must|should|will|would|have|has';
const SPLIT = new RegExp(
  `[?!;]+\\s+|,?\\s+(?:and|but|also|plus|or)\\s+(?=(?:also\\s+)?(?:(?:for|to|from|in|by|at|with|until)\\s+)?(?:${ASKING}|if)\\b)|,\\s+(?=(?:who|what|which|when|where|why|how)\\b)|\\s*\\(?\\b[1-3ab]\\)\\s+`,
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
