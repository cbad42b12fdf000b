/** What the likeness reads in a message: its words and their neighbours, parts of words, kinds of words near each other, how sentences begin, and the marks. */
import type { MarksFound } from './marks.ts';

/** Each word with the kinds that it is of. */
export type WordKinds = ReadonlyMap<string, readonly string[]>;

/** From each kind's words, separated by spaces, as `data/knowledge/message-words.yaml` has them. */
export const wordKinds = (named: Readonly<Record<string, string>>): WordKinds => {
  const kinds = new Map<string, string[]>();
  for (const [kind, words] of Object.entries(named))
    for (const word of words.split(/\s+/u)) kinds.set(word, [...(kinds.get(word) ?? []), kind]);
  return kinds;
};

const wordStart = 6;
const wordPart = 4;
const neighbours = [1, 2];
/** So many words apart, kinds of words still belong together: "please have the whole of my old file destroyed". */
const kindsReach = 6;

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('’', "'")
    .match(/[\p{L}']+|\d+/gu) ?? [];

const clauses = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+|\n+|[;:–]\s+|"/u).filter((part) => part.trim() !== '');

/** Kinds of words, alone and in pairs; a clause's own, so that "delete" and "my file" of two sentences make no pair. */
const addKinds = (found: Set<string>, words: readonly string[], kinds: WordKinds): void => {
  const placed = words.flatMap((word, at) => (kinds.get(word) ?? []).map((kind) => ({ kind, at })));
  for (const [place, { kind, at }] of placed.entries()) {
    found.add(`%${kind}`);
    for (const next of placed.slice(place + 1))
      if (next.at > at && next.at - at <= kindsReach) found.add(`%${kind}>${next.kind}`);
  }
};

const addShape = (found: Set<string>, text: string): void => {
  if (text.includes('?')) found.add('!asks');
  if (text.trimEnd().endsWith('?')) found.add('!ends asking');
  if (/["“„«]|(?<!\p{L})'/u.test(text)) found.add('!quotes');
  if (text.includes(':')) found.add('!colon');
  if (text.includes('!')) found.add('!loud');
};

/** Order and number say nothing here: each feature stands once. */
export const messageFeatures = (message: string, kinds: WordKinds): ReadonlySet<string> => {
  const words = wordsOf(message);
  const starts = words.map((word) => word.slice(0, wordStart));
  const found = new Set(starts);
  for (const [at, word] of starts.entries())
    for (const step of neighbours) {
      const next = starts[at + step];
      if (next !== undefined) found.add(`${word} ${next}`);
    }
  for (const word of words) {
    const whole = `^${word}$`;
    for (let at = 0; at + wordPart <= whole.length; at += 1) found.add(`#${whole.slice(at, at + wordPart)}`);
  }
  for (const clause of clauses(message)) {
    const own = wordsOf(clause);
    addKinds(found, own, kinds);
    const [first, second] = own.map((word) => word.slice(0, wordStart));
    if (first !== undefined) found.add(`^${first}`);
    if (first !== undefined && second !== undefined) found.add(`^${first} ${second}`);
  }
  addShape(found, message);
  return found;
};

/** The marks as features: how much each counts is learnt beside the words, not chosen by hand. */
export const markFeatures = ({ narrow, wide, notOne }: MarksFound): readonly string[] => [
  ...(narrow.length > 0 ? ['=narrow', ...narrow.map(({ right }) => `=narrow ${right}`)] : []),
  ...(wide.length > 0 ? ['=wide', ...wide.map(({ right }) => `=wide ${right}`)] : []),
  ...notOne.map((reason) => `=everyday ${reason}`),
  ...(narrow.length + wide.length + notOne.length === 0 ? ['=unmarked'] : []),
];
