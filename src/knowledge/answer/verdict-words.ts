/** How much of what is asked stands in a passage: by words that carry meaning, and what each tells. */
import type { WordBearing } from '../question/word-bearing.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';

/** Whether two words are the same, or of one kind. */
export const meets = (one: Token, other: Token): boolean =>
  one.stem === other.stem || one.kinds.some((kind) => other.kinds.includes(kind));

export const isAmong = (word: Token, text: readonly Token[]): boolean =>
  text.some((other) => meets(word, other));

/** The share of the words of a text that are among others: 0 to 1. */
export const shareAmong = (text: readonly Token[], others: readonly Token[]): number =>
  text.filter((word) => isAmong(word, others)).length / (text.length || 1);

export type WordReader = {
  /** Single words only: a phrase would count its words twice. */
  readonly words: (text: string) => readonly Token[];
  readonly weightOf: (words: readonly Token[]) => number;
  /** The weight of those of `own` that are among the words of a text. */
  readonly heldIn: (own: readonly Token[], text: readonly Token[]) => number;
};

export const wordReader = ({ tokens }: Thesaurus, bearing: WordBearing): WordReader => {
  const weightOf = (some: readonly Token[]): number =>
    some.reduce((sum, { stem }) => sum + (bearing[stem] ?? 1), 0);
  return {
    words: (text) => tokens(text).filter(({ phrase }) => !phrase),
    weightOf,
    heldIn: (own, text) => weightOf(own.filter((word) => isAmong(word, text))),
  };
};
