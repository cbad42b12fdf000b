/** Makes a question fit to leave the house: the only form in which it may be shown to a model. */
import { harmlessWords } from './harmless-words.ts';
import { identifierShapes } from './identifier-shapes.ts';
import { judgeWith, type KnownWords } from './judge-words.ts';
import { hideKeptFigures, showKeptFigures } from './kept-figures.ts';
import { legalNumbersInWords } from './legal-references.ts';
import { otherLanguage } from './other-language.ts';
import type { PersonChance } from './particular-person.ts';
import { withoutRoles } from './placed-roles.ts';
import { piecesOf, type RedactionPiece } from './redaction-pieces.ts';
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

/**
 * A question that is so likely to tell of one particular person is kept back, where nobody is named in it sooner; from CLOSED_AT on only harmless words pass.
 * Chosen by cross-validation over authors, see eval/README.md.
 */
const KEPT_BACK_AT = 0.1;
const UNNAMED_KEPT_BACK_AT = 0.08;
const CLOSED_AT = 0.04;

/** What was taken out set one person apart, and "only" still does: "the only [name] employee in accounts". */
const SET_APART = /\b(?:the|our|my|your) (?:only|sole|lone|one|single) \[name\] \p{L}/iu;

/** Kinds that hide nobody: they do not count against a question. */
const HARMLESS = /^\[(?:period|year)\]$/u;

const flatten = (question: string): string =>
  question
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[[{]/gu, '(')
    .replace(/[\]}]/gu, ')')
    .trim();

/** `left` are the pieces as they stay, null where one is taken out. */
type Judged = {
  readonly pieces: readonly RedactionPiece[];
  readonly left: readonly (string | null)[];
  /** What was taken out by its shape. */
  readonly shapes: readonly string[];
};

const judgedBy = (known: KnownWords) => {
  const judge = judgeWith(known);
  return (flat: string, strictly: boolean): Judged => {
    const { text, removed } = withPlaceholders(
      legalNumbersInWords(hideKeptFigures(flat, strictly)),
      known.policies,
    );
    const letters = text.replace(/\[[^\]]*\]|[^\p{L}]/gu, '');
    const pieces = piecesOf(text);
    const left = judge(pieces, letters.length > 3 && letters === letters.toUpperCase());
    return { pieces, left, shapes: removed };
  };
};

const said = ({ pieces, left }: Judged): string =>
  pieces
    .map((piece, at) => (piece.kind === 'between' ? marksOf(piece.text) : (left[at] ?? '[name]')))
    .join('')
    .replace(/(?:\[name\][\s'’-]*){2,}/gu, '[name] ')
    .replace(/\s+/gu, ' ')
    .replace(/\s(?=[?.,;:!])/gu, '')
    .trim();

/**
 * Closed on purpose: only plain words, the words of the policies and names that identify nobody may pass, and no digit but of a law, a standard or a count. A name,
 * a number or a code that is no such word cannot go out; a name that is also a word is told by what stands around it. Where the question is on somebody,
 * only harmless words pass; where it tells of one person whom it does not name, nothing does.
 */
export const redactionWith = (known: KnownWords, chanceOf: PersonChance): Redact => {
  const judged = judgedBy(known);
  const isHarmless = harmlessWords(known);
  const other = otherLanguage(known);
  return (question) => {
    const flat = flatten(question);
    if (flat.length > longest) return { safe: false, why: 'too long' };
    const chance = chanceOf(flat);
    if (other.isOne(flat)) {
      const fit = other.fit(flat);
      return fit === null
        ? { safe: false, why: 'describes somebody' }
        : { safe: true, text: fit, removed: [] };
    }
    if (chance >= KEPT_BACK_AT) return { safe: false, why: 'describes somebody' };
    const open = judged(flat, chance >= CLOSED_AT);
    const { pieces, shapes } = open;
    const isHidden = ({ kind, text }: RedactionPiece, at: number): boolean =>
      open.left[at] === null || (kind === 'placeholder' && !HARMLESS.test(text));
    const namesOne = pieces.some(isHidden);
    if (chance >= UNNAMED_KEPT_BACK_AT && !namesOne) return { safe: false, why: 'describes somebody' };
    const left =
      chance >= CLOSED_AT || namesOne
        ? open.left.map((own, at) =>
            own === null || pieces[at]?.kind !== 'word' || isHarmless(own, chance >= CLOSED_AT) ? own : null,
          )
        : open.left;
    const gone = pieces.flatMap((piece, at) => (left[at] === null ? [piece.text] : []));
    const text = said({ ...open, left });
    const kept = pieces.filter(({ kind }, at) => kind === 'word' && left[at] !== null).length;
    const hidden = pieces.filter(isHidden).length;
    if (SET_APART.test(text)) return { safe: false, why: 'describes somebody' };
    if (kept < fewestWords || hidden > (kept + hidden) * mostRemoved)
      return { safe: false, why: 'too little left' };
    return leaks(text, gone)
      ? { safe: false, why: 'not plain text' }
      : { safe: true, text: showKeptFigures(text), removed: [...shapes, ...gone] };
  };
};
