/** Which words may stay in a question about one particular person: the usual ones and those of questions, policies and products; not what tells people apart. */
import { isOfTwo } from './compound-words.ts';
import type { WordList } from './english.ts';
import type { KnownWords } from './judge-words.ts';
import { isKindOfPeople, isOfPeople } from './people-words.ts';
import { partsOfWord } from './redaction-pieces.ts';

/** The word itself, or what it is built from. */
const formsOf = (word: string): readonly string[] => [
  word,
  ...[/s$/u, /es$/u, /ed$/u, /d$/u, /ing$/u, /ly$/u, /er$/u].flatMap((end) =>
    end.test(word) && word.length > 4 ? [word.replace(end, '')] : [],
  ),
  ...(word.endsWith('ing') && word.length > 5 ? [word.replace(/ing$/u, 'e')] : []),
];

/** So many that nobody is meant. */
const MANY = /^(?:kids|children|minors|adults|families|parents)$/u;

const isCompound = (word: string, usual: WordList): boolean =>
  isOfTwo(word, { shortest: 3, isFirst: (part) => usual.has(part), isSecond: (part) => usual.has(part) });

/** Takes a word as it stands in the question; `strictly` where somebody may be described, so that not even common words that tell people apart pass. */
export const harmlessWords = ({ ordinary, usual, english, things, others, narrows }: KnownWords) => {
  /** "minimisation", "roofers"; not "freckled", because freckles tell people apart. */
  const isRareAndBland = (part: string): boolean =>
    english.has(part) &&
    formsOf(part).every((form) => narrows(form) === null && narrows(`${form}s`) === null);
  const isHarmless = (part: string, strictly: boolean): boolean =>
    things.has(part) ||
    isKindOfPeople(part.replace(/s$/u, '')) ||
    MANY.test(part) ||
    ((formsOf(part).some((form) => usual.has(form) || ordinary.has(form) || isCompound(form, usual)) ||
      (!strictly && isRareAndBland(part))) &&
      ((!strictly && ordinary.has(part)) || (narrows(part) === null && !isOfPeople(part))));
  return (word: string, strictly: boolean): boolean =>
    things.has(word.toLowerCase()) ||
    partsOfWord(word).every((part) => part.length < 2 || others.has(part) || isHarmless(part, strictly));
};
