/** The parts of a quote and of a question that a verdict is read from. */
import { plain } from '../question/words.ts';
import { AUXILIARY } from '../question/yes-no.ts';
import {
  CARRIES_VERB,
  CONCEDED,
  DENIAL,
  DESTINED,
  KEEPING,
  ONES_OWN,
  OTHERS,
  REMOVING,
} from './verdict-patterns.ts';

/** The part of a quote that a cue is said of: up to the next break. */
export const governedBy = (quote: string, end: number): string =>
  quote.slice(end).split(/[;:.]|, (?:and|but|or|which|who) |\bbut\b/u)[0] ?? '';

/** What comes behind each word that says to whom or where something goes; the whole rest of the text each time. */
export const destinationsIn = (text: string): readonly string[] => text.split(DESTINED).slice(1);

export const clausesOf = (quote: string): readonly string[] =>
  quote.split(/[;:.]\s|, (?:and|but|or|so|which|who) (?!only\b|that includes\b)/u);

/** The same cut finer, where a denial begins within a clause: "…, but not your name", "and there are none in …". */
export const piecesOf = (quote: string): readonly string[] =>
  clausesOf(quote).flatMap((clause) =>
    clause.split(
      /,? (?:but|and|or) (?=(?:not|no|nothing|never|neither|nobody|no one|(?:there|these|those|they|it) (?:is|are) (?:no|none|not))\b)|, (?=(?:not|never) (?:for|to|in|on|the|a|an|its|his|her|their|your)\b)|\bbut\b/iu,
    ),
  );

/** Two denials in one clause may say the opposite. */
export const eachAlone = (quote: string): boolean =>
  clausesOf(quote).every((clause) => [...clause.matchAll(DENIAL)].length <= 1);

/** What goes before it only tells what happened: "the lead isn't picking up, can I …". */
export const lastSentence = (asked: string): string => asked.split(TELLS_BEFORE).at(-1) ?? asked;

const TELLS_BEFORE = new RegExp(
  `(?<=[.!?]) (?=\\w)|[,;–-] (?:so |and |then )?(?=(?:${AUXILIARY}) (?:i|we|he|she|they|it|this|that|the|my|our)\\b [^,]{4})`,
  'u',
);

const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:of |and |the )?\p{Lu}[\p{L}’'-]+){1,4}/gu;

/** A question with the names that a quote has for its initials: "TPS" where the quote has a Telephone Preference Service. Initials that are a small word ("do", "am", "it") are none. */
export const spelledOut = (
  question: string,
  quote: string,
  carriesMeaning: (word: string) => boolean,
): string =>
  [...quote.matchAll(NAME)].reduce((text, [name]) => {
    const initials = name
      .split(' ')
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    return carriesMeaning(initials.toLowerCase())
      ? text.replace(new RegExp(`\\b${initials}\\b`, 'giu'), name)
      : text;
  }, question);

/** A message as its form is read: small letters, "what about the depot, do they …" without its head. */
export const asForm = (message: string): string =>
  plain(message)
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[?!.,;])/gu, '')
    .trim()
    .replace(/^(?:and |so )?(?:what|how) about [^,?]+[,?] (?=\w+)/u, '');

/** A passage without what it only concedes, or only names in quotation marks ("clear" or "not clear"); the whole is that behind what introduces it, less a condition that introduces it: "We use it when:" is none of its own. */
export const saidBy = (
  verbatim: string,
  leadIn: string,
): { readonly quote: string; readonly whole: string } => {
  const quote = verbatim.replace(CONCEDED, '').replace(/["“](?:\w+ ?){1,3}["”]/gu, '');
  const before = leadIn.replace(/\b(?:if|when|where)\W*$/u, '').replace(CARRIES_VERB, '$1');
  return { quote, whole: `${before} ${quote}`.replace(/^ /u, '') };
};

/** Whether the question asks of keeping and this speaks of removing alone, or the other way round. */
export const isTurnedRound = (asked: string, text: string): boolean =>
  [[KEEPING, REMOVING] as const, [REMOVING, KEEPING] as const].some(
    ([one, other]) => one.test(asked) && !other.test(asked) && other.test(text) && !one.test(text),
  );

/** Whether the question asks of one's own and this speaks of others. */
export const isOfOthers = (asked: string, text: string): boolean =>
  OTHERS.test(text) && ONES_OWN.test(asked) && !OTHERS.test(asked);
