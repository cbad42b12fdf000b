/** A question cut into words, placeholders and what stands between, and each word with what stands around it. */
import type { Seen } from './name-signs.ts';
import { plain } from './words.ts';

export type RedactionPiece = { readonly kind: 'word' | 'placeholder' | 'between'; readonly text: string };

export const piecesOf = (text: string): readonly RedactionPiece[] =>
  text
    .split(/(\[[^\]]*\]|[\p{L}\p{M}](?:[\p{L}\p{M}'’-]*[\p{L}\p{M}'’])?)/u)
    .filter((part) => part !== '')
    .map((part) => ({
      kind: part.startsWith('[') ? 'placeholder' : /^[\p{L}\p{M}]/u.test(part) ? 'word' : 'between',
      text: part,
    }));

/** "client's" and "opt-out" are judged by their parts. */
export const partsOfWord = (word: string): readonly string[] =>
  plain(word)
    .replace(/'(?:s|re|ve|ll|d|m)?$/u, '')
    .replace(/n't$/u, '')
    .split(/['-]/u)
    .filter((part) => part !== '');

/** Most words begin with a capital, as in a title: it says nothing then. */
const isTitle = (pieces: readonly RedactionPiece[]): boolean => {
  const long = pieces.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return long.length > 3 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length > long.length * 0.7;
};

/** `shouted`: all of it is in capitals. Null for what is no word. */
export const seenIn = (pieces: readonly RedactionPiece[], shouted: boolean): readonly (Seen | null)[] => {
  let before = '';
  const whole = pieces.map(({ text }) => text).join('');
  const title = isTitle(pieces);
  return pieces.map(({ kind, text }, at) => {
    const here = before;
    before += text;
    if (kind !== 'word') return null;
    const beside = (step: number): string =>
      /^\s+$/u.test(pieces[at + step]?.text ?? '') && pieces[at + 2 * step]?.kind === 'word'
        ? (pieces[at + 2 * step]?.text ?? '')
        : '';
    const after = whole.slice(before.length);
    /** "Waters (client side) wants": what stands in brackets is skipped. */
    const skipped = /^\s?\([^)]{1,40}\)\s([\p{L}'’-]+)/u.exec(after)?.[1];
    return {
      text,
      before: here,
      previous: beside(-1),
      next: skipped ?? beside(1),
      after,
      mark: /^[^\s]/u.exec(pieces[at + 1]?.text ?? '')?.[0] ?? '',
      opens: shouted || title || /(?:^|[.?!:…]\s*["'“‘(]?)\s*$/u.test(here),
      shouted,
    };
  });
};
