import { generalNames, identifierShapes, namesSomebody, noName } from './identifier-shapes.ts';
import { plain } from './words.ts';

/** A question as it may leave the house, or why it may not. `removed` are the words that were taken out. */
export type Redaction =
  | { readonly safe: true; readonly text: string; readonly removed: readonly string[] }
  | { readonly safe: false; readonly why: 'too long' | 'too little left' | 'not plain text' };

export type Redact = (question: string) => Redaction;

const longest = 600;
/** Fewer ordinary words than this say nothing; more placeholders than this share look like a letter about somebody. */
const fewestWords = 2;
const mostRemoved = 0.5;
const longestWord = 24;

type Piece = {
  readonly kind: 'word' | 'placeholder' | 'between';
  readonly text: string;
  /** Everything before it in the question. */
  readonly before: string;
};

const piecesOf = (text: string): readonly Piece[] => {
  let before = '';
  return text
    .split(/(\[[^\]]*\]|[\p{L}\p{M}][\p{L}\p{M}'’-]*)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const kind = part.startsWith('[') ? 'placeholder' : /^[\p{L}\p{M}]/u.test(part) ? 'word' : 'between';
      const piece: Piece = { kind, text: part, before };
      before += part;
      return piece;
    });
};

/** "client's" and "opt-out" are judged by their parts. */
export const partsOfWord = (word: string): readonly string[] =>
  plain(word)
    .replace(/'(?:s|re|ve|ll|d|m)?$/u, '')
    .replace(/n't$/u, '')
    .split(/['-]/u)
    .filter((part) => part !== '');

/** Marks that separate words; every other sign is left out. */
const marksOf = (between: string): string => between.replace(/[^\s?.,;:!()'"-]/gu, ' ');

const judgeWith = (
  ordinary: ReadonlySet<string>,
  names: ReadonlySet<string>,
  harmless: ReadonlySet<string>,
  shouted: boolean,
) => {
  const isGeneral = (word: string): boolean => generalNames.test(word) || harmless.has(word);
  const isOrdinary = (word: string): boolean => {
    const parts = partsOfWord(word);
    return parts.length > 0 && parts.every((part) => ordinary.has(part) && part.length <= longestWord);
  };
  /** Whether the word at this place may go out. `after` is the next word, '' when there is none. */
  return ({ text, before }: Piece, after: string): boolean => {
    if (namesSomebody.test(before) && !noName.test(text)) return false;
    if (isGeneral(text)) return true;
    if (!isOrdinary(text)) return false;
    const opens = /(?:^|[.?!:]\s*)$/u.test(before);
    if (/^\p{Lu}/u.test(text) && !opens && !shouted) return false;
    if (!partsOfWord(text).some((part) => names.has(part))) return true;
    // "Will" and "may" are verbs as a rule: not where a name follows.
    const nameFollows = after !== '' && (!isOrdinary(after) || (/^\p{Lu}/u.test(after) && !isGeneral(after)));
    return /^(?:will|may)$/iu.test(text) && !nameFollows;
  };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The last fence: no digit, and nothing that was taken out, stands in what is left. */
const leaks = (text: string, removed: readonly string[]): boolean => {
  const left = plain(text.replace(/\[[^\]]*\]/gu, ' '));
  return (
    /\d/u.test(left) ||
    removed.some((gone) => new RegExp(`(?<!\\p{L})${escaped(plain(gone))}(?!\\p{L})`, 'u').test(left))
  );
};

const withPlaceholders = (flat: string): { readonly text: string; readonly removed: readonly string[] } => {
  const removed: string[] = [];
  let text = flat.replace(/[[\]]/gu, ' ');
  for (const [placeholder, pattern] of identifierShapes) {
    text = text.replace(pattern, (found) => {
      removed.push(found.trim());
      return ` ${placeholder} `;
    });
  }
  return { text, removed };
};

/**
 * Closed on purpose: only words that policies and everyday questions about them use may pass (`ordinary`), none that is also
 * somebody's name (`names`), and no digit at all. A name, a number or a code that is no such word cannot go out.
 */
export const redactionWith =
  (
    ordinary: ReadonlySet<string>,
    names: ReadonlySet<string>,
    harmless: ReadonlySet<string> = new Set(),
  ): Redact =>
  (question) => {
    const flat = question
      .normalize('NFKC')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim();
    if (flat.length > longest) return { safe: false, why: 'too long' };
    const { text, removed: shapes } = withPlaceholders(flat);
    const letters = text.replace(/\[[^\]]*\]|[^\p{L}]/gu, '');
    const passes = judgeWith(ordinary, names, harmless, letters === letters.toUpperCase());
    const pieces = piecesOf(text);
    const words = pieces.filter(({ kind }) => kind === 'word');
    const kept = new Set(words.filter((word, at) => passes(word, words[at + 1]?.text ?? '')));
    const removed = [...shapes, ...words.filter((word) => !kept.has(word)).map((word) => word.text)];
    const said = pieces
      .map((piece) => {
        if (piece.kind === 'between') return marksOf(piece.text);
        if (piece.kind === 'placeholder') return piece.text;
        return kept.has(piece) ? piece.text.toLowerCase() : '[name]';
      })
      .join('')
      .replace(/(?:\[name\][\s'’-]*){2,}/gu, '[name] ')
      .replace(/\s+/gu, ' ')
      .trim();
    if (kept.size < fewestWords || removed.length > (kept.size + removed.length) * mostRemoved)
      return { safe: false, why: 'too little left' };
    return leaks(said, removed)
      ? { safe: false, why: 'not plain text' }
      : { safe: true, text: said, removed };
  };

const lines = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** The words that may pass: of the policies, of questions about them (`asked`), and of meaning; `harmless` are names of companies and products. */
export const openRedaction = (
  policies: readonly string[],
  asked: readonly string[],
  meanings: readonly string[],
  namesFile: string,
  harmless: readonly string[] = [],
): Redact => {
  const wordsIn = (text: string): readonly string[] =>
    [...text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu)].flatMap(([found]) => partsOfWord(found));
  const small = policies.join('\n').replace(/(?<![.?!:]\s|^|[#*-] )\p{Lu}\p{L}*/gmu, ' ');
  const ordinary = new Set([...wordsIn(small), ...meanings.flatMap(wordsIn), ...asked]);
  // Of a name of several words each alone may be somebody's: only a name that is one word goes out.
  const single = new Set(harmless.filter((name) => !/\s/u.test(name)));
  return redactionWith(ordinary, new Set(lines(namesFile).flatMap((line) => line.split(/\s+/u))), single);
};
