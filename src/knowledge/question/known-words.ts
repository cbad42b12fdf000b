/** Puts together which words of a question may leave the house, from the policies and from the lists of `data/knowledge`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnglishWords, readPlainEnglish } from './english.ts';
import type { KnownWords } from './judge-words.ts';
import type { Names } from './name-signs.ts';
import { readNarrowingWords } from './narrowing-words.ts';
import type { WordKinds } from './person-features.ts';
import { partsOfWord } from './redaction-pieces.ts';

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(WORD)].flatMap(([found]) => partsOfWord(found));

const lines = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Countries and territories in English, as Node's own tables have them. */
const regionNames = (): readonly string[] => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((one) => letters.flatMap((other) => names.of(one + other) ?? []));
};

/** Reads ordinary-names.txt: words under the heading of their class. */
export const readNames = (file: string): Names => {
  const groups = new Map<string, Set<string>>();
  let own = new Set<string>();
  for (const line of lines(file)) {
    const heading = /^\[(\w+)\]$/u.exec(line.trim())?.[1];
    if (heading !== undefined) {
      own = new Set();
      groups.set(heading, own);
    } else for (const word of line.trim().split(/\s+/u)) own.add(word);
  }
  const group = (name: string): ReadonlySet<string> => groups.get(name) ?? new Set();
  return { names: group('names'), words: group('words'), first: group('first'), surnames: group('surnames') };
};

/** `policies` are the files; `asked` and `meanings` words that questions use; `dir` is `data/knowledge`. */
export const openKnownWords = async (
  policies: readonly string[],
  asked: readonly string[],
  meanings: readonly string[],
  repair: KnownWords['repair'],
  dir: string,
): Promise<KnownWords> => {
  const [english, usual, things, others, names, narrows] = await Promise.all([
    readPlainEnglish(),
    readEnglishWords(),
    readFile(join(dir, 'names-of-things.txt'), 'utf8'),
    readFile(join(dir, 'other-languages.txt'), 'utf8'),
    readFile(join(dir, 'ordinary-names.txt'), 'utf8').then(readNames),
    readFile(join(dir, 'narrowing-words.txt'), 'utf8').then(readNarrowingWords),
  ]);
  const small = policies.join('\n').replace(/(?<![.?!:]\s|^|[#*-] )\p{Lu}\p{L}*/gmu, ' ');
  const capitals = policies.flatMap((file) => file.match(/\p{Lu}[\p{L}\p{M}'’-]*/gu) ?? []);
  const people = (word: string): boolean => names.names.has(word) || names.surnames.has(word);
  return {
    ordinary: new Set([...wordsIn(small), ...meanings.flatMap(wordsIn), ...asked]),
    english,
    usual,
    narrows,
    things: new Set([
      ...lines(things).flatMap((line) => [...wordsIn(line), ...line.toLowerCase().split(/[,\s]+/u)]),
      ...regionNames()
        .flatMap(wordsIn)
        .filter((word) => !people(word)),
      ...capitals.flatMap((word) => partsOfWord(word)).filter((word) => !people(word)),
    ]),
    others: new Set(lines(others).flatMap((line) => line.split(/\s+/u).flatMap(partsOfWord))),
    names,
    policies: policies.join('\n').toLowerCase(),
    repair,
  };
};

/** What the model of particular persons is told of words. */
export const wordKindsOf = ({ ordinary, english, things, narrows }: KnownWords): WordKinds => ({
  isAsked: (word) => ordinary.has(word),
  isEnglish: (word) => english.has(word),
  isThing: (word) => things.has(word),
  narrows,
});
