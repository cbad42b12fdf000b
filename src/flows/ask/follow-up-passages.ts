/** What a further message in a thread is held against: whether a passage names its thing or place, and silence with what came before. */
import type { Answer, Citation } from '../../knowledge/answer/answer.ts';
import { matterOf } from '../../knowledge/question/follow-up.ts';
import { stemOf, wordsOf } from '../../knowledge/question/words.ts';

const MOST_NEAR = 3;

/** Places that people shorten. */
const spelled = (text: string): string =>
  text
    .replace(/\b(?:the )?(?:UK|Britain)\b/gu, 'United Kingdom')
    .replace(/\b(?:the )?(?:USA?|U\.S\.|America)\b/gu, 'United States');

export const wordsOfCitation = ({ quote, leadIn, header, section }: Citation): ReadonlySet<string> =>
  new Set(wordsOf(spelled([section, header, leadIn, quote].join(' '))).map(stemOf));

/** "Under-16s", "under 18s": people of an age, whom a passage may name otherwise. */
export const OF_AN_AGE = /^(?:\w+ )?(?:aged )?(?:under|over|below|above)[- ]?(?:the age of )?\d+s?$/iu;
const ON_AGE =
  /\b(?:child(?:ren)?|minors?|aged?|years? old|parents?|guardians?|(?:under|over)[- ](?:the age of )?\d+s?|young|pupils?)\b/iu;
/** People as such are named by every passage and by none. */
const PEOPLE = /^(?:people|persons?|someone|anyone|everyone|somebody|anybody)$/u;

export const thingWords = (thing: string): readonly string[] =>
  matterOf(spelled(thing)).filter((word) => !PEOPLE.test(word));

/** Whether a passage names all of a thing, or, where `some` is enough, a word of it. */
export const namesThing = (citation: Citation, thing: string, enough: 'all' | 'some' = 'all'): boolean => {
  if (OF_AN_AGE.test(thing)) return ON_AGE.test(`${citation.leadIn ?? ''} ${citation.quote}`);
  const own = wordsOfCitation(citation);
  const words = thingWords(thing);
  const held = (word: string): boolean => own.has(stemOf(word));
  return words.length > 0 && (enough === 'all' ? words.every(held) : words.some(held));
};

export const sameQuote = (one: Citation, other: Citation): boolean =>
  one.policy === other.policy && one.start === other.start;

export const sameSection = (one: Citation, other: Citation): boolean =>
  one.policy === other.policy && one.section === other.section;

/** What comes closest is shown in the order of `near`. */
export const silentWith = (answer: Answer, said: string, near: readonly Citation[]): Answer => {
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
