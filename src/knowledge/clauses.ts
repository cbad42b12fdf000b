import { wordsOf } from './words.ts';

const SPLIT =
  /[?!;]+\s+|,?\s+(?:and|but|also|plus|or)\s+(?=(?:also\s+)?(?:who|whom|whose|what|which|when|where|why|how|do|does|did|can|could|is|are|may|must|should|will|would|have|has|if)\b)|,\s+(?=(?:who|what|which|when|where|why|how)\b)/giu;

const MIN_WORDS = 3;

/** The questions that one message holds: two when each half can stand on its own, else the whole. */
export const clausesOf = (question: string): readonly string[] => {
  const parts = question
    .split(SPLIT)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = parts.filter((part) => wordsOf(part).length >= MIN_WORDS);
  return whole.length === 2 && parts.length === 2 ? whole : [question];
};
