/** Judges each word of a question: whether it may leave the house, and in which spelling. */
import { standsAsName, standsBare } from './bare-names.ts';
import type { WordList } from './english.ts';
import { isNameClass, type Names, nameSigns, type Seen, standsAlone } from './name-signs.ts';
import type { NarrowingKind } from './narrowing-words.ts';
import { placeOrPerson } from './place-or-person.ts';
import { plain } from './words.ts';

const longestWord = 24;
/** So many words of another language make a question one of it. */
const FOREIGN = 3;

/** What is known of words beforehand; all written small but `things`. */
export type KnownWords = {
  /** Of questions and policies: common, and nobody's name. */
  readonly ordinary: ReadonlySet<string>;
  /** Plain English, the rarer words included. */
  readonly english: WordList;
  /** The commonest English. */
  readonly everyday: WordList;
  /** Words by which people are told apart. */
  readonly narrows: NarrowingKind;
  /** Names that identify nobody: products, bodies, laws, places; small. */
  readonly things: ReadonlySet<string>;
  /** Everyday words of other languages: they pass in a question that is written in one. */
  readonly others: ReadonlySet<string>;
  readonly names: Names;
  /** All policies in one, written small: whoever they name by their office is no secret. */
  readonly policies: string;
  /** Spelling repaired towards known words; the same word where nothing is near. */
  readonly repair: (word: string) => string;
};

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

/** "won't", "can't", "shan't": the negation must not be lost. */
const SHORTENED =
  /^(?:\p{L}+n['’]t|(?:can|won|don|isn|aren|doesn|didn|shan|wouldn|couldn|shouldn|haven|hasn|hadn|wasn|weren|mustn)t|(?:i|you|we|they|he|she|it|that|there|what|who|where|how|when|let|here)['’](?:m|d|ve|ll|re|s)|im|ive|id|youre|theyre|whats|thats|whos|hows|lets|o'clock)$/iu;
const PART_OF_A_TEXT =
  /^(?:annex|appendix|schedule|part|section|category|class|option|tier|grade|vitamin|plan)$/iu;
/** Small words that people stress by capitals. */
const STRESSED = /^(?:is|no|do|we|it|or|if|so|my|us|me|be|to|of|in|on|at|by|as|go|up|am)$/iu;
const ORIGIN = /^\p{Lu}\p{Ll}+(?:ian|ish|ese|ean|ican|ic)s?$/u;
/** Belongs to the name beside it. */
const PARTICLE =
  /^(?:van|der|den|de|la|le|von|di|da|del|della|dos|bin|bint|ibn|ter|ten|el|al|ap|ní|nic|mac|mc|st)$/iu;

/** A title of another language goes with the name: English has no such word. */
const FOREIGN_TITLE = /^(?:señora?|señorita|monsieur|madame|mme|mlle|signora?|herr|frau)$/iu;
/** "faith long-hope"; not "opt-out", "follow-up". */
const TWO_NAMES =
  /^(?!(?:opt|follow|sign|log|pre|non|re|ex|co|self|anti|multi|sub)-)\p{L}{3,}-(?!(?:out|up|off|free|based|only|in)$)\p{L}{3,}$/iu;
/** "Schrems II" */
const ROMAN = /^(?:II|III|IV|VI|IX)$/u;

const PLACE_OF_WORK = /^(?:stand|booth|desk|office|depot|site|branch|shop|yard|plant|store|crew|club)$/iu;

/** "GMC [number]": what a number is called goes with it, where it is a word of few. */
const LABEL = /^\p{Lu}{2,5}$/u;

/** Most words begin with a capital, as in a title: it says nothing then. */
const isTitle = (pieces: readonly RedactionPiece[]): boolean => {
  const long = pieces.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return long.length > 3 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length > long.length * 0.7;
};

const seenIn = (pieces: readonly RedactionPiece[], shouted: boolean): readonly (Seen | null)[] => {
  let before = '';
  const title = isTitle(pieces);
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
      after: pieces
        .slice(at + 1)
        .map((piece) => piece.text)
        .join(''),
      mark: /^[^\s]/u.exec(pieces[at + 1]?.text ?? '')?.[0] ?? '',
      opens: shouted || title || /(?:^|[.?!:…]\s*["'“‘(]?)\s*$/u.test(here),
      shouted,
    };
  });
};

/** What is left of each word; null where it is taken out. */
export const judgeWith = ({ ordinary, english, things, others, names, repair }: KnownWords) => {
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
  /** "HubSpot", "SharePoint": plain words written as one; no person is written so. */
  const isCamel = (word: string): boolean => {
    const parts = word.match(/\p{Lu}?\p{Ll}+/gu) ?? [];
    return (
      parts.length > 1 && parts.join('') === word && parts.every((part) => part.length > 2 && isPlain(part))
    );
  };
  const capital = (word: string): boolean => /^\p{Lu}/u.test(word);

  /** So many words of another language, and no fewer than of English alone, make a question one of that language. */
  const isForeign = (pieces: readonly RedactionPiece[]): boolean => {
    const words = pieces.filter(({ kind }) => kind === 'word').flatMap(({ text }) => partsOfWord(text));
    const foreign = words.filter((word) => others.has(word) && !ordinary.has(word)).length;
    return foreign >= FOREIGN && foreign * 2 >= words.length;
  };

  const alone = (seen: Seen, foreign: boolean): string | null => {
    const { text, opens, shouted, next } = seen;
    // "Q2", "DP-117": the figure behind it was found to be kept.
    if (/^\p{Lu}{1,3}$/u.test(text) && /^-?[\u{e000}-\u{e009}]/u.test(seen.after)) return text;
    if (/^\p{L}$/u.test(text) && PART_OF_A_TEXT.test(seen.previous)) return text;
    if (/^\p{L}$/u.test(text)) return /^[aiIA]$/u.test(text) || !capital(text) ? text : null;
    // One longer word of another language in an English question passes, too: "what is the Frist?"
    if (holds((part) => others.has(part) && (foreign || part.length > 4), text) && !isPlain(text))
      return text;
    if (foreign && holds((part) => others.has(part), text)) return text;
    const here = placeOrPerson(seen);
    if (here !== null) return here === 'place' ? text : null;
    if (isName(seen) || standsAsName(seen)) return null;
    if (LABEL.test(text) && !common(text) && /^\s*\[[^\]]*(?:number|IBAN|case)\]/u.test(seen.after))
      return null;
    // "ask Copper about it": a word with a capital of its own, and no term of the policies.
    if (isPlain(text) && !isThing(text) && standsAlone(seen)) return null;
    if (isCamel(text)) return text;
    // Two capitals may be anybody's initials.
    if (
      /^\p{Lu}{2}$/u.test(text) &&
      !shouted &&
      !things.has(text.toLowerCase()) &&
      !STRESSED.test(text) &&
      !ROMAN.test(text)
    )
      return null;
    if (ROMAN.test(text)) return text;
    if (isPlain(text)) return shouted || (opens && !/^\p{Lu}{2}/u.test(text)) ? text.toLowerCase() : text;
    if (isThing(text)) return text;
    // "a Brazilian client"
    if (
      ORIGIN.test(text) &&
      /\b(?:an?|the|our|your|their|all|any|some) $/iu.test(seen.before) &&
      /^\p{Ll}/u.test(next)
    )
      return text;
    if (capital(text) && !shouted && (!opens || capital(next))) return null;
    const mended = repair(text.toLowerCase());
    if (mended === text.toLowerCase() || names.names.has(mended) || standsBare(seen, mended)) return null;
    const good = mended.split(' ').every((word) => (capital(text) ? common(word) : isPlain(word)));
    return good ? mended : null;
  };

  return (pieces: readonly RedactionPiece[], shouted: boolean): readonly (string | null)[] => {
    const seen = seenIn(pieces, shouted);
    const foreign = isForeign(pieces);
    const once = seen.map((one, at) => (one === null ? (pieces[at]?.text ?? '') : alone(one, foreign)));
    const bareAt = (at: number): string => plain(seen[at]?.text ?? '').replace(/'s?$/u, '');
    /** Whoever is a name once is one everywhere in the question. */
    const everywhere = (left: readonly (string | null)[]): readonly (string | null)[] => {
      const gone = new Set(left.flatMap((one, at) => (one === null ? [bareAt(at)] : [])));
      return left.map((one, at) => (one !== null && seen[at] !== null && gone.has(bareAt(at)) ? null : one));
    };
    const first = everywhere(once);
    /** A name draws in what stands beside it: the rest of the name. */
    const drawn = (at: number, step: number): boolean => {
      const one = seen[at];
      const beside = seen[at + 2 * step];
      if (one === null || one === undefined || beside === null || beside === undefined) return false;
      if (!/^\s+$/u.test(pieces[at + step]?.text ?? '') || first[at + 2 * step] !== null) return false;
      if (step === -1 && /['’]s?$/u.test(beside.text) && !capital(one.text)) return false;
      if (step === -1 && TWO_NAMES.test(one.text) && isNameClass(names, beside.text)) return true;
      if (FOREIGN_TITLE.test(one.text) && step === 1) return true;
      if (PARTICLE.test(one.text) && step === 1) return capital(beside.text) || !isPlain(beside.text);
      if (capital(one.text) && !shouted && !(one.opens && isPlain(one.text)))
        return !/^\p{Lu}{2,}$/u.test(one.text) || !things.has(one.text.toLowerCase());
      if (step === 1 || isThing(one.text) || /..ed$/u.test(one.text)) return false;
      // "jamal farmer", "penny farthing": a surname, or a rarer word right behind a name.
      return isNameClass(names, beside.text) ? !common(one.text) : isNameClass(names, one.text);
    };
    /** "Bill and Faith": what may be a name is one beside a name. */
    const joined = (at: number, step: number): boolean => {
      const one = seen[at];
      const other = seen[at + 4 * step];
      if (
        !one ||
        !other ||
        first[at + 4 * step] !== null ||
        !/^(?:and|or)$/iu.test(pieces[at + 2 * step]?.text ?? '')
      )
        return false;
      if (capital(other.text) && !capital(one.text)) return false;
      // "tiny and biggles": a rarer word for one thing.
      const rare = !capital(one.text) && !common(one.text) && !/s$/u.test(one.text) && one.previous !== '';
      return (isNameClass(names, one.text) || rare) && placeOrPerson(one) !== 'place';
    };
    /** "mark from the docklands stand": where somebody named is from says who it is, unless any company has it. */
    const whereFrom = (at: number): boolean => {
      const one = seen[at];
      return (
        !!one &&
        first[at - 6] === null &&
        / from the $/u.test(one.before) &&
        PLACE_OF_WORK.test(one.next) &&
        !common(one.text)
      );
    };
    return everywhere(
      first.map((left, at) =>
        left !== null && (whereFrom(at) || drawn(at, -1) || drawn(at, 1) || joined(at, 1) || joined(at, -1))
          ? null
          : left,
      ),
    );
  };
};
