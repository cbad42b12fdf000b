/** What two short texts are compared by: their words, and the runs of letters in their words. */
import { stemOf, wordsOf } from '../question/words.ts';
import type { Features } from './text-index.ts';

/** Features fall into so many numbers; two that fall into one are told apart by the others. */
const WORD_BITS = 16;
const GRAM_BITS = 18;
const SHORTEST = 3;
const LONGEST = 5;
const MOST_REMEMBERED = 4_000;

/** FNV-1a over a part of a text, folded to so many bits. */
export const hash = (text: string, from: number, to: number, bits: number): number => {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return ((value >>> bits) ^ value) & ((1 << bits) - 1);
};

/** Works out once what belongs to a word, for as many words as a policy and its questions have. */
export const remembering = <Value>(make: (word: string) => Value): ((word: string) => Value) => {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = make(word);
    if (known.size < MOST_REMEMBERED) known.set(word, value);
    return value;
  };
};

/** The stems of all words: small words tell how something is asked. */
export const wordFeatures = (): Features => {
  const numberOf = remembering((word) => {
    const stem = stemOf(word);
    return hash(stem, 0, stem.length, WORD_BITS);
  });
  return { size: 1 << WORD_BITS, of: (text) => [wordsOf(text).map(numberOf)] };
};

/** Runs of three to five letters within each word, its ends marked: slips and forms of a word share most of them. */
export const gramFeatures = (): Features => {
  const gramsOf = remembering((word): readonly number[] => {
    const marked = ` ${word} `;
    const grams: number[] = [];
    for (let size = SHORTEST; size <= LONGEST; size += 1)
      for (let at = 0; at + size <= marked.length; at += 1)
        grams.push(hash(marked, at, at + size, GRAM_BITS));
    return grams;
  });
  return { size: 1 << GRAM_BITS, of: (text) => wordsOf(text).map(gramsOf) };
};
