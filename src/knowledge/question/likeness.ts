/** How alike two texts are, by their words. */
import type { Vocabulary } from './vocabulary.ts';

/** How alike two questions are, 0 to 1: the angle between their words, rare words weighing more. */
export type Likeness = (question: string) => (other: string) => number;

/** What a word weighs that stands in no text, of the rarest: it may well be what the question turns on. */
const UNSEEN = 0.5;
/** A meaning that is shared says more than a word that is. */
const MEANING = 1.5;

/** Likeness between questions, where `texts` say which words are rare. Each of the others is read once and remembered. */
export const likenessAmong = (texts: readonly string[], { stems, classes }: Vocabulary): Likeness => {
  const termsOf = (text: string): ReadonlySet<string> => new Set([...stems(text), ...classes(text)]);
  const uses = new Map<string, number>();
  for (const text of texts) for (const term of termsOf(text)) uses.set(term, (uses.get(term) ?? 0) + 1);
  const rarest = Math.log(1 + texts.length);
  const weightOf = (term: string): number => {
    const times = uses.get(term);
    const rare = times === undefined ? UNSEEN * rarest : Math.log(1 + texts.length / times);
    return (term.startsWith('=') ? MEANING * rare : rare) ** 2;
  };
  const read = (text: string) => {
    const terms = termsOf(text);
    return { terms, length: Math.sqrt([...terms].reduce((sum, term) => sum + weightOf(term), 0)) };
  };
  const known = new Map<string, ReturnType<typeof read>>();
  const remembered = (text: string): ReturnType<typeof read> => {
    const own = known.get(text) ?? read(text);
    known.set(text, own);
    return own;
  };
  return (question) => {
    const own = read(question);
    return (text) => {
      const other = remembered(text);
      if (own.length === 0 || other.length === 0) return 0;
      const shared = [...own.terms].filter((term) => other.terms.has(term));
      return shared.reduce((sum, term) => sum + weightOf(term), 0) / (own.length * other.length);
    };
  };
};
