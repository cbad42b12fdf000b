/** The parts of a quote and of a question that a verdict is read from. */
import { DENIAL } from './verdict-patterns.ts';

/** The part of a quote that a cue is said of: up to the next break. */
export const governedBy = (quote: string, end: number): string =>
  quote.slice(end).split(/[;:.]|, (?:and|but|or|which|who) |\bbut\b/u)[0] ?? '';

export const clausesOf = (quote: string): readonly string[] =>
  quote.split(/[;:.]\s|, (?:and|but|or|so|which|who) (?!only\b|that includes\b)/u);

/** Two denials in one clause may say the opposite. */
export const eachAlone = (quote: string): boolean =>
  clausesOf(quote).every((clause) => [...clause.matchAll(DENIAL)].length <= 1);

/** What goes before it only tells what happened. */
export const lastSentence = (asked: string): string => asked.split(/(?<=[.!?]) (?=\w)/u).at(-1) ?? asked;

const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:of |and |the )?\p{Lu}[\p{L}’'-]+){1,4}/gu;

/** A question with the names that a quote has for its initials: "TPS" where the quote has a Telephone Preference Service. */
export const spelledOut = (question: string, quote: string): string =>
  [...quote.matchAll(NAME)].reduce((text, [name]) => {
    const initials = name
      .split(' ')
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    return text.replace(new RegExp(`\\b${initials}\\b`, 'giu'), name);
  }, question);
