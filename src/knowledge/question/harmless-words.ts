/** Which words may stay in a question about one particular person: the everyday ones and those of questions, policies and products; not what tells people apart. */
import { type KnownWords, partsOfWord } from './judge-words.ts';
import { isKindOfPeople, isOfPeople } from './people-words.ts';

/** The word itself, or what it is built from. */
const formsOf = (word: string): readonly string[] => [
  word,
  ...[/s$/u, /es$/u, /ed$/u, /d$/u, /ing$/u, /ly$/u, /er$/u].flatMap((end) =>
    end.test(word) && word.length > 4 ? [word.replace(end, '')] : [],
  ),
  ...(word.endsWith('ing') && word.length > 5 ? [word.replace(/ing$/u, 'e')] : []),
];

/** Takes a word as it stands in the question. */
export const harmlessWords = ({ ordinary, everyday, things, others, narrows }: KnownWords) => {
  const isHarmless = (part: string): boolean =>
    ordinary.has(part) ||
    things.has(part) ||
    (formsOf(part).some((form) => everyday.has(form) || ordinary.has(form)) &&
      narrows(part) === null &&
      (!isOfPeople(part) || isKindOfPeople(part)));
  return (word: string): boolean => {
    const parts = partsOfWord(word);
    return things.has(word.toLowerCase()) || parts.every((part) => part.length < 2 || others.has(part) || isHarmless(part));
  };
};
