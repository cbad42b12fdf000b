/** What speaks for the best passages being an answer, and not only near to the question. */
import type { WordBearing } from '../question/word-bearing.ts';
import type { AskedWord } from './text-signal.ts';
import type { Ranking } from './unit-ranking.ts';

export type Evidence = {
  /** Of the best passage, by the words alone. */
  readonly score: number;
  /** How far the best stands above the fourth. */
  readonly margin: number;
  /** The share of what the question turns on that the best passage holds: 0 to 1. */
  readonly covered: number;
  /** Whether a thing that people ask about stands nowhere in the policies, nor anything of its kind: a drone, cookies, or what is no ordinary word. */
  readonly unheardOf: boolean;
  /** 1 when the best passage states the kind of answer that is asked for, -1 when not, 0 when none is asked for. */
  readonly states: -1 | 0 | 1;
  readonly asksKind: 0 | 1;
  /** The share of neighbouring phrasings on which the policies are silent; null without phrasings. */
  readonly silent: number | null;
  /** The share of them that are those of the best passage; 0 without phrasings. */
  readonly voted: number;
};

/** What is known of words: how much they tell, and whether people use them at all. */
export type WordTelling = { readonly bearing: WordBearing; readonly isWord: (word: string) => boolean };

/** From here on a passage is said to hold a word. */
export const HELD = 0.3;

/** What a word counts for when it is asked whether a passage holds what the question turns on. */
export const bearingWeight = ({ stem, weight }: AskedWord, bearing: WordBearing): number =>
  weight * Math.max(...stem.split(' ').map((part) => bearing[part] ?? 1));

/** The words of a question that may bear it; a known phrase stands for its words. */
export const bearingWords = ({ words }: Ranking): readonly AskedWord[] =>
  words.filter(({ inPhrase, spent }) => !inPhrase && !spent);

/** The share of what the question turns on that a passage holds. */
export const coveredBy = (ranking: Ranking, at: number, bearing: WordBearing): number => {
  let held = 0;
  let all = 0;
  for (const word of bearingWords(ranking)) {
    const weight = bearingWeight(word, bearing);
    all += weight;
    held += weight * Math.min(1, word.heldBy(at));
  }
  return all === 0 ? 0 : held / all;
};

/** The share of all words of a question, rare ones weighing more, that a passage holds in very words. */
export const wordsHeldBy = ({ words }: Ranking, at: number): number => {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const held = words.reduce((sum, word) => sum + (word.heldBy(at) > HELD ? word.weight : 0), 0);
  return all === 0 ? 0 : held / all;
};

/** Of a phrase that the policies know, a word that stands nowhere alone does not count. */
const isUnheardOf = ({ words }: Ranking, isWord: WordTelling['isWord']): boolean => {
  const knowsPhrase = words.some(({ phrase, known }) => phrase && known !== 'nowhere');
  return words.some(
    ({ phrase, inPhrase, spent, listed, known, word }) =>
      !phrase && !spent && known === 'nowhere' && !(inPhrase && knowsPhrase) && (listed || !isWord(word)),
  );
};

/** Null when nothing in the policies shares anything with the question. */
export const evidenceOf = (ranking: Ranking, { bearing, isWord }: WordTelling): Evidence | null => {
  const { ranked, kinds, phrasings } = ranking;
  const [best] = ranked;
  if (best === undefined) return null;
  return {
    score: best.byText,
    margin: best.score - (ranked[3]?.score ?? 0),
    covered: coveredBy(ranking, best.at, bearing),
    unheardOf: isUnheardOf(ranking, isWord),
    states: kinds.length === 0 ? 0 : best.states ? 1 : -1,
    asksKind: kinds.length === 0 ? 0 : 1,
    silent: phrasings?.silent ?? null,
    voted: phrasings?.voteFor(best.at) ?? 0,
  };
};
