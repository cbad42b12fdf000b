/** Tells whether a question is in another language than English, and whether it may leave the house: only where every word of it is an everyday one. */
import { isOfTwo } from './compound-words.ts';
import type { KnownWords } from './judge-words.ts';
import { isNameClass } from './name-signs.ts';
import { partsOfWord } from './redaction-pieces.ts';

/** So many words of another language, and such a share of words that are no English, make a question one of it. */
const FEWEST = 2;
const SHARE = 0.4;

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const PERIOD =
  /\d{1,3} (?:tagen?|wochen?|monaten?|monate|jahren?|jahre|stunden?|jours?|semaines?|mois|ans?|années?|heures?|días?|semanas?|mes(?:es)?|años?|horas?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|ore|dagen|weken|maanden|jaar|uur|dni|tygodni|miesięcy|lat|godzin|dias?|anos?)(?!\p{L})/giu;
const REFERENCE = /\b(?:art(?:\.|ikel|icle|ículo|icolo)?|section|§+) ?\d{1,3}(?![\d/-])/giu;

/** "Lohnunterlagen": two everyday words in one, perhaps with an s between. */
const isCompound = (word: string, others: ReadonlySet<string>): boolean =>
  isOfTwo(word, {
    shortest: 4,
    isFirst: (part) => others.has(part) || others.has(part.replace(/(?:s|n|en)$/u, '')),
    isSecond: (part) => others.has(part),
  });

export type OtherLanguage = {
  readonly isOne: (question: string) => boolean;
  /** The question as it may go out; null where a word, a name or a number in it may tell of somebody. */
  readonly fit: (question: string) => string | null;
};

export const otherLanguage = ({ ordinary, english, things, others, names }: KnownWords): OtherLanguage => {
  const isEnglish = (part: string): boolean => ordinary.has(part) || english.has(part);
  const isEveryday = (part: string): boolean =>
    part.length < 2 || others.has(part) || things.has(part) || isCompound(part, others);
  return {
    isOne: (question) => {
      const parts = (question.match(WORD) ?? []).flatMap(partsOfWord);
      const foreign = parts.filter((part) => !isEnglish(part) && !things.has(part)).length;
      return (
        parts.filter((part) => others.has(part) && !isEnglish(part)).length >= FEWEST &&
        foreign >= parts.length * SHARE
      );
    },
    fit: (question) => {
      const text = question
        .replace(PERIOD, '[period]')
        .replace(/[^\p{L}\p{M}\d\s?.,;:!()[\]'’"-]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim();
      const rest = text.replaceAll('[period]', ' ').replace(REFERENCE, ' ');
      const isFit = (rest.match(WORD) ?? []).every(
        (word) =>
          partsOfWord(word).every(isEveryday) &&
          (others.has(word.toLowerCase()) || !isNameClass(names, word)),
      );
      return isFit && !/\d/u.test(rest) ? text : null;
    },
  };
};
