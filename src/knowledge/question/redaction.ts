/** Makes a question fit to leave the house: the only form in which it may be shown to a model. */
import { describesSomebody, singlesOut } from './described-person.ts';
import { identifierShapes } from './identifier-shapes.ts';
import { judgeWith, type KnownWords, piecesOf } from './judge-words.ts';
import { hideKeptFigures, showKeptFigures } from './kept-figures.ts';
import { legalNumbersInWords } from './legal-references.ts';
import { isNarrowed } from './narrowed-person.ts';
import { withoutRoles } from './placed-roles.ts';
import { plain } from './words.ts';

/** A question as it may leave the house, or why it may not. `removed` are the words that were taken out. */
export type Redaction =
  | { readonly safe: true; readonly text: string; readonly removed: readonly string[] }
  | {
      readonly safe: false;
      readonly why: 'too long' | 'too little left' | 'not plain text' | 'describes somebody';
    };

export type Redact = (question: string) => Redaction;

const longest = 600;
/** Fewer ordinary words than this say nothing; more placeholders than this share look like a letter about somebody. */
const fewestWords = 2;
const mostRemoved = 0.5;

/** Marks that separate words; every other sign is left out. */
const marksOf = (between: string): string => between.replace(/[^\s?.,;:!()'"\u{e000}-\u{e00a}-]/gu, ' ');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The last fence: no digit, and nothing that was taken out, stands in what is left. */
const leaks = (text: string, removed: readonly string[]): boolean => {
  const left = plain(text.replace(/\[[^\]]*\]/gu, ' '));
  return (
    /\d/u.test(left) ||
    removed.some((gone) =>
      new RegExp(`(?<!\\p{L})${escaped(plain(gone).replace(/'s?$/u, ''))}(?!\\p{L})`, 'u').test(left),
    )
  );
};

const TOWN_OF_AN_ADDRESS =
  /(\[address\])\s*,?\s*((?:\p{Lu}[\p{L}'’-]+[\s,]*){1,3})(?=\[postcode\]|[?.!,;)]|$)/gu;

const withPlaceholders = (
  flat: string,
  policies: string,
): { readonly text: string; readonly removed: readonly string[] } => {
  const removed: string[] = [];
  const put = (gone: string): void => void removed.push(gone.trim());
  let text = withoutRoles(flat, put, policies);
  for (const [placeholder, pattern] of identifierShapes) {
    text = text
      .split(/(\[[^\]]{1,12}\])/u)
      .map((part, at) =>
        at % 2 === 1
          ? part
          : part.replace(pattern, (found) => {
              put(found);
              return ` ${placeholder} `;
            }),
      )
      .join('');
  }
  // "[address], Leeds [postcode]": the town is part of it.
  text = text.replace(TOWN_OF_AN_ADDRESS, (_, address: string, town: string) => {
    put(town);
    return `${address} `;
  });
  return { text, removed };
};

/** Kinds that hide nobody: they do not count against a question. */
const HARMLESS = /^\[(?:period|year)\]$/u;

/**
 * Closed on purpose: only plain words, the words of the policies and names that identify nobody may pass, and no digit but of a law, a standard or a count. A name,
 * a number or a code that is no such word cannot go out; a name that is also a word is told by what stands around it.
 */
export const redactionWith = (known: KnownWords): Redact => {
  const judge = judgeWith(known);
  return (question) => {
    const flat = question
      .normalize('NFKC')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .replace(/[[{]/gu, '(')
      .replace(/[\]}]/gu, ')')
      .trim();
    if (flat.length > longest) return { safe: false, why: 'too long' };
    const { text, removed: shapes } = withPlaceholders(
      legalNumbersInWords(hideKeptFigures(flat)),
      known.policies,
    );
    if (
      describesSomebody(text, (word) => known.ordinary.has(word)) ||
      singlesOut(flat) ||
      isNarrowed(flat, (word) => known.things.has(word))
    )
      return { safe: false, why: 'describes somebody' };
    const letters = text.replace(/\[[^\]]*\]|[^\p{L}]/gu, '');
    const pieces = piecesOf(text);
    const left = judge(pieces, letters.length > 3 && letters === letters.toUpperCase());
    const gone = pieces.flatMap((piece, at) => (left[at] === null ? [piece.text] : []));
    const said = pieces
      .map((piece, at) => (piece.kind === 'between' ? marksOf(piece.text) : (left[at] ?? '[name]')))
      .join('')
      .replace(/(?:\[name\][\s'’-]*){2,}/gu, '[name] ')
      .replace(/\s+/gu, ' ')
      .replace(/\s(?=[?.,;:!])/gu, '')
      .trim();
    const kept = pieces.filter(({ kind }, at) => kind === 'word' && left[at] !== null).length;
    const hidden = pieces.filter(
      ({ kind, text: own }, at) => left[at] === null || (kind === 'placeholder' && !HARMLESS.test(own)),
    ).length;
    if (kept < fewestWords || hidden > (kept + hidden) * mostRemoved)
      return { safe: false, why: 'too little left' };
    return leaks(said, gone)
      ? { safe: false, why: 'not plain text' }
      : { safe: true, text: showKeptFigures(said), removed: [...shapes, ...gone] };
  };
};
