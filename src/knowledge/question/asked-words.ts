/** The words that questions use, counted from the catalogue. */
import { z } from 'zod';
import type { WordList } from './english.ts';
import { partsOfWord } from './redaction-pieces.ts';
import { countWords, slipsBetween } from './spelling.ts';

/** What is known of the words of questions. */
export const askedWordsSchema = z.object({
  /** Words that spelling is repaired towards, with how often people write them. */
  known: z.record(z.string(), z.number()),
  /** Words that several people use and that are nobody's name: these may be shown to a model. */
  ordinary: z.array(z.string()),
});

export type AskedWords = z.infer<typeof askedWordsSchema>;

/** A word that is no English one has to be written this often before it is taken for no slip of the pen. */
const NO_SLIP = 6;
/** Many people make the same slip: a word this close to one that is written so many times as often is no word. */
const SLIP_OF = 8;
const SHORTEST_SLIP = 5;
/** A word written with a capital in the middle of a sentence as often as this is taken for a name. */
const NAME = 0.3;

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
const OPENS = /(?:^|[.?!:;"“(]\s*)$/u;

/** Works out once, when the models are trained, which words of questions are known and which are ordinary. */
export const askedWords = (questions: readonly string[], english: WordList): AskedWords => {
  const counts = [...countWords(questions)];
  const words = counts.filter(([word]) => english.has(word));
  const isSlip = (word: string, times: number): boolean =>
    times < NO_SLIP ||
    (word.length >= SHORTEST_SLIP &&
      words.some(
        ([right, often]) =>
          often >= SLIP_OF * times && slipsBetween(word, right, 1) <= 1 && !right.startsWith(word),
      ));
  const known = counts.filter(([word, times]) => english.has(word) || !isSlip(word, times));
  const users = new Map<string, number>();
  const capitals = new Map<string, number>();
  for (const question of questions) {
    const seen = new Set<string>();
    for (const found of question.matchAll(WORD)) {
      const [word] = found;
      const named = /^\p{Lu}/u.test(word) && !OPENS.test(question.slice(0, found.index));
      for (const part of partsOfWord(word)) {
        if (named) capitals.set(part, (capitals.get(part) ?? 0) + 1);
        seen.add(part);
      }
    }
    for (const part of seen) users.set(part, (users.get(part) ?? 0) + 1);
  }
  const ordinary = [...users]
    .filter(([word, times]) => times > 1 && english.has(word) && (capitals.get(word) ?? 0) / times < NAME)
    .map(([word]) => word);
  return { known: Object.fromEntries(known.sort()), ordinary: ordinary.sort() };
};
