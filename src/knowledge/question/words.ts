/** Plain words and stems. */
import { stemmer } from 'stemmer';

/** Plain letters: one kind of quote, one kind of dash, no accents, small. */
export const plain = (text: string): string =>
  PLAIN_ALREADY.test(text) ? text.toLowerCase() : unadorned(text);

const PLAIN_ALREADY = /^[ -_a-~]*$/;

const unadorned = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’‛ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .toLowerCase();

const wordsIn = (text: string): readonly string[] =>
  plain(text)
    .replace(/\be-(?=mail)/g, 'e')
    .replace(/'(?=(?:s|t|re|ve|ll|d|m)\b)/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whoever weighs a text asks for its words several times in a row. */
let latest: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] };

/** The words of a text in order: small letters and digits; "e-mail" and "email" are one, "don't" is "dont". */
export const wordsOf = (text: string): readonly string[] => {
  if (text !== latest.text) latest = { text, words: wordsIn(text) };
  return latest.words;
};

/** Words whose stem is kept, so that a long run of questions does not grow it without end. */
const MOST_STEMS = 50_000;
const stems = new Map<string, string>();

/** The stem of an English word; anything else is its own. */
export const stemOf = (word: string): string => {
  const before = stems.get(word);
  if (before !== undefined) return before;
  const stem = /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
  if (stems.size < MOST_STEMS) stems.set(word, stem);
  return stem;
};

/** The share of all words of two texts that stand in both: 0 to 1. */
export const alike = (one: string, other: string): number => {
  const a = new Set(wordsOf(one));
  const b = new Set(wordsOf(other));
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, a.size + b.size - both);
};
