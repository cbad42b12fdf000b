/** Makes a question fit to leave the house: the only form in which it may be shown to a model. */
import { describesSomebody, withoutRoles } from './described-person.ts';
import { identifierShapes } from './identifier-shapes.ts';
import { legalNumbersInWords } from './legal-references.ts';
import { isNameClass, type Names, nameSigns, type Seen } from './name-signs.ts';
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
const longestWord = 24;
const FOREIGN = 3;

/** What is known of words beforehand; all written small but `things`. */
export type KnownWords = {
  /** Of questions and policies: common, and nobody's name. */
  readonly ordinary: ReadonlySet<string>;
  /** Plain English, the rarer words included. */
  readonly english: ReadonlySet<string>;
  /** Names that identify nobody: products, bodies, laws, places; small. */
  readonly things: ReadonlySet<string>;
  /** Everyday words of other languages: they pass in a question that is written in one. */
  readonly others: ReadonlySet<string>;
  readonly names: Names;
  /** Spelling repaired towards known words; the same word where nothing is near. */
  readonly repair: (word: string) => string;
};

type RedactionPiece = { readonly kind: 'word' | 'placeholder' | 'between'; readonly text: string };

const piecesOf = (text: string): readonly RedactionPiece[] =>
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

/** "won't", "can't", "shan't": the negation must not be lost. */
const SHORTENED =
  /^(?:\p{L}+n['’]t|(?:can|won|don|isn|aren|doesn|didn|shan|wouldn|couldn|shouldn|haven|hasn|hadn|wasn|weren|mustn)t|(?:i|you|we|they|he|she|it|that|there|what|who|where|how|when|let|here)['’](?:m|d|ve|ll|re|s)|im|ive|id|youre|theyre|whats|thats|whos|hows|lets|o'clock)$/iu;
/** Belongs to the name beside it. */
const PARTICLE =
  /^(?:van|der|den|de|la|le|von|di|da|del|della|dos|bin|bint|ibn|ter|ten|el|al|ap|ní|nic|mac|mc|st)$/iu;

/** Marks that separate words; every other sign is left out. */
const marksOf = (between: string): string => between.replace(/[^\s?.,;:!()'"-]/gu, ' ');

const seenIn = (pieces: readonly RedactionPiece[], shouted: boolean): readonly (Seen | null)[] => {
  let before = '';
  return pieces.map(({ kind, text }, at) => {
    const here = before;
    before += text;
    if (kind !== 'word') return null;
    const beside = (step: number): string =>
      /^\s+$/u.test(pieces[at + step]?.text ?? '') && pieces[at + 2 * step]?.kind === 'word'
        ? (pieces[at + 2 * step]?.text ?? '')
        : '';
    return {
      text,
      before: here,
      previous: beside(-1),
      next: beside(1),
      mark: /^[^\s]/u.exec(pieces[at + 1]?.text ?? '')?.[0] ?? '',
      opens: shouted || /(?:^|[.?!:…]\s*["'“‘(]?)\s*$/u.test(here),
      shouted,
    };
  });
};

/** What is left of each word; null where it is taken out. */
const judgeWith = ({ ordinary, english, things, others, names, repair }: KnownWords) => {
  const holds = (known: (part: string) => boolean, word: string): boolean => {
    const parts = partsOfWord(word);
    return parts.length > 0 && parts.every((part) => known(part) && part.length <= longestWord);
  };
  const common = (word: string): boolean => holds((part) => ordinary.has(part), word);
  const isPlain = (word: string): boolean =>
    SHORTENED.test(word) || holds((part) => ordinary.has(part) || english.has(part), word);
  const isThing = (word: string): boolean =>
    holds((part) => things.has(part) || ordinary.has(part), word) ||
    things.has(word.toLowerCase().replace(/['’]s?$/u, ''));
  const isName = nameSigns(names, isPlain);
  const capital = (word: string): boolean => /^\p{Lu}/u.test(word);

  /** So many words of another language, and no fewer than of English alone, make a question one of that language. */
  const isForeign = (pieces: readonly RedactionPiece[]): boolean => {
    const words = pieces.filter(({ kind }) => kind === 'word').flatMap(({ text }) => partsOfWord(text));
    const foreign = words.filter((word) => others.has(word) && !ordinary.has(word)).length;
    return foreign >= FOREIGN && foreign * 2 >= words.length;
  };

  const alone = (seen: Seen, foreign: boolean): string | null => {
    const { text, opens, shouted, next } = seen;
    if (/^\p{L}$/u.test(text)) return /^[aiIA]$/u.test(text) || !capital(text) ? text : null;
    if (foreign && holds((part) => others.has(part), text)) return text;
    if (isName(seen)) return null;
    if (isPlain(text)) return shouted || (opens && !/^\p{Lu}{2}/u.test(text)) ? text.toLowerCase() : text;
    if (isThing(text)) return text;
    if (capital(text) && !shouted && (!opens || capital(next))) return null;
    const mended = repair(text.toLowerCase());
    if (mended === text.toLowerCase() || names.names.has(mended)) return null;
    const good = mended.split(' ').every((word) => (capital(text) ? common(word) : isPlain(word)));
    return good ? mended : null;
  };

  return (pieces: readonly RedactionPiece[], shouted: boolean): readonly (string | null)[] => {
    const seen = seenIn(pieces, shouted);
    const foreign = isForeign(pieces);
    const first = seen.map((one, at) => (one === null ? (pieces[at]?.text ?? '') : alone(one, foreign)));
    /** A name draws in what stands beside it: the rest of the name. */
    const drawn = (at: number, step: number): boolean => {
      const one = seen[at];
      const beside = seen[at + 2 * step];
      if (one === null || one === undefined || beside === null || beside === undefined) return false;
      if (!/^\s+$/u.test(pieces[at + step]?.text ?? '') || first[at + 2 * step] !== null) return false;
      if (PARTICLE.test(one.text) && step === 1) return capital(beside.text) || !isPlain(beside.text);
      if (capital(one.text) && !shouted && !(one.opens && isPlain(one.text)))
        return !/^\p{Lu}{2,}$/u.test(one.text) || !things.has(one.text.toLowerCase());
      if (step === 1 || isThing(one.text)) return false;
      // "jamal farmer", "penny farthing": a surname, or a rarer word right behind a name.
      return isNameClass(names, beside.text) ? !common(one.text) : isNameClass(names, one.text);
    };
    return first.map((left, at) => (left !== null && (drawn(at, -1) || drawn(at, 1)) ? null : left));
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
  const put = (gone: string): void => void removed.push(gone.trim());
  let text = withoutRoles(flat, put);
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
  return { text, removed };
};

/** Kinds that hide nobody: they do not count against a question. */
const HARMLESS = /^\[(?:period|year)\]$/u;

/**
 * Closed on purpose: only plain words, the words of the policies and names that identify nobody may pass, and no digit at all. A name,
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
    const { text, removed: shapes } = withPlaceholders(legalNumbersInWords(flat));
    if (describesSomebody(text)) return { safe: false, why: 'describes somebody' };
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
      : { safe: true, text: said, removed: [...shapes, ...gone] };
  };
};
