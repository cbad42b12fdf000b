/** Tells whether a question takes a period for granted that the quoted words do not have. */
import { wordsOf } from '../question/words.ts';
import type { Citation } from './answer.ts';

/** How old somebody is, or how long ago it was, is no period that is kept. */
const AMOUNT =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|sixty|ninety)[- ](hour|day|week|month|year)s?\b(?![- ](?:old|ago|earlier|before)\b)/gu;

const amountsOf = (text: string): readonly string[] =>
  [...wordsOf(text).join(' ').matchAll(AMOUNT)].map(([, number = '', unit = '']) => `${number} ${unit}`);

/** The question takes a period for granted that the passages, which name another, do not have. */
export const otherFigure = (question: string, citations: readonly Citation[]): boolean => {
  const stated = new Set(citations.flatMap(({ quote }) => amountsOf(quote)));
  const taken = amountsOf(question);
  return taken.length > 0 && stated.size > 0 && taken.every((amount) => !stated.has(amount));
};
