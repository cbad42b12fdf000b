/** Judges each word of a question: whether it may leave the house, and in which spelling. */
import { standsAsName, standsBare } from './bare-names.ts';
import { namesInCapitals } from './capital-runs.ts';
import type { WordList } from './english.ts';
import { withNeighbours } from './name-neighbours.ts';
import { isNameClass, type Names, nameSigns, type Seen, standsAlone } from './name-signs.ts';
import type { NarrowingKind } from './narrowing-words.ts';
import { placeOrPerson } from './place-or-person.ts';
import { partsOfWord, type RedactionPiece, seenIn } from './redaction-pieces.ts';
import { isShortForm } from './spelling.ts';

const longestWord = 24;
const SURELY_MENDED = 5;
/** So many words of another language make a question one of it. */
const FOREIGN = 3;
/** With so many of them a word that nobody knows is rather a word of that language than a slip: "lange" is not "large". */
const FOREIGN_ENOUGH = 2;

/** What is known of words beforehand; all written small but `things`. */
export type KnownWords = {
  /** Of questions and policies: common, and nobody's name. */
  readonly ordinary: ReadonlySet<string>;
  /** Plain English, the rarer words included. */
  readonly english: WordList;
  /** English without the rarer words. */
  readonly usual: WordList;
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

/** "won't", "can't", "shan't": the negation must not be lost. */
const SHORTENED =
  /^(?:\p{L}+n['’]t|(?:can|won|don|isn|aren|doesn|didn|shan|wouldn|couldn|shouldn|haven|hasn|hadn|wasn|weren|mustn)t|(?:i|you|we|they|he|she|it|that|there|what|who|where|how|when|let|here)['’](?:m|d|ve|ll|re|s)|im|ive|id|youre|theyre|whats|thats|whos|hows|lets|o'clock)$/iu;
const PART_OF_A_TEXT =
  /^(?:annex|appendix|schedule|part|section|category|class|option|tier|grade|vitamin|plan)$/iu;
/** Small words that people stress by capitals. */
const STRESSED = /^(?:is|no|do|we|it|or|if|so|my|us|me|be|to|of|in|on|at|by|as|go|up|am)$/iu;
const ORIGIN = /^\p{Lu}\p{Ll}+(?:ian|ish|ese|ean|ican|ic)s?$/u;
/** "Schrems II" */
const ROMAN = /^(?:II|III|IV|VI|IX)$/u;

/** "GMC [number]": what a number is called goes with it, where it is a word of few. */
const LABEL = /^\p{Lu}{2,5}$/u;

const PREFIXED = /^(?:un|re|non|pre|mis|over|anti|dis|de|under|inter|sub)(\p{L}{5,})$/u;

/** "Parkinson's disease" is nobody's. */
const ILLNESS = /^(?:disease|syndrome|lymphoma|palsy|diagnosis|research|dementia|patients?|medication)$/iu;
const LAW = /^(?:Law|Act|Directive|Regulations?|Principles|Convention|Protocol)$/u;
/** What is done with a product and with nobody: "use Jasper to write", "is Norton on laptops". */
const isProduct = ({ previous, after }: Seen): boolean =>
  (/^(?:use|using|uses|install|installed)$/iu.test(previous) && !/^['’]s/u.test(after)) ||
  /^ (?:cards?|boards?|forms?|app|vans?|trucks?|lorr(?:y|ies)|speakers?|recordings?|devices?|assistant|plugins?|transcripts?|licen[cs]es?|subscriptions?|line|tube)\b/iu.test(
    after,
  ) ||
  /^ (?:approved for|on (?:laptops?|phones?|computers?|tablets?)|log(?:s|ging)? (?!in\b|out\b))/iu.test(
    after,
  );

/** Two letters turned round, or a vowel or a double letter left out. */
const isSlipOf = (word: string, mended: string): boolean =>
  word[0] === mended[0] &&
  ([...word].sort().join('') === [...mended].sort().join('') ||
    (mended.length === word.length + 1 &&
      [...mended].some(
        (letter, at) =>
          (/[aeiou]/u.test(letter) || letter === mended[at - 1]) &&
          mended.slice(0, at) + mended.slice(at + 1) === word,
      )));

/** What is left of each word; null where it is taken out. */
export const judgeWith = ({
  ordinary,
  english,
  things,
  others,
  names,
  narrows,
  policies,
  repair,
}: KnownWords) => {
  const holds = (known: (part: string) => boolean, word: string): boolean => {
    const parts = partsOfWord(word);
    return parts.length > 0 && parts.every((part) => known(part) && part.length <= longestWord);
  };
  const common = (word: string): boolean => holds((part) => ordinary.has(part), word);
  /** "unencrypted" is no slip for "encrypted". */
  const isBuilt = (part: string): boolean => {
    const [, rest = ''] = PREFIXED.exec(part) ?? [];
    return ordinary.has(rest) || english.has(rest);
  };
  const isPlain = (word: string): boolean =>
    SHORTENED.test(word) ||
    holds((part) => ordinary.has(part) || english.has(part) || isBuilt(part) || narrows(part) !== null, word);
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
  const foreignIn = (
    pieces: readonly RedactionPiece[],
  ): { readonly all: boolean; readonly some: boolean } => {
    const words = pieces.filter(({ kind }) => kind === 'word').flatMap(({ text }) => partsOfWord(text));
    const foreign = words.filter((word) => others.has(word) && !ordinary.has(word)).length;
    return { all: foreign >= FOREIGN && foreign * 2 >= words.length, some: foreign >= FOREIGN_ENOUGH };
  };

  /** A short word that nobody knows is as likely a name: "ines" is no slip for "ins"; "aftr" and "lnog" are slips. */
  const mend = (small: string): string => {
    const mended = repair(small);
    return small.length >= SURELY_MENDED || isShortForm(small) || (common(mended) && isSlipOf(small, mended))
      ? mended
      : small;
  };

  const alone = (seen: Seen, foreign: boolean, mends: boolean): string | null => {
    const { text, opens, shouted, next } = seen;
    const small = text.toLowerCase();
    // "Q2", "DP-117": the figure behind it was found to be kept.
    if (
      /^\p{L}{1,3}$/u.test(text) &&
      (/^-?[\u{e000}-\u{e009}]/u.test(seen.after) || /[\u{e000}-\u{e009}]$/u.test(seen.before))
    )
      return text;
    if (/^\p{L}$/u.test(text) && PART_OF_A_TEXT.test(seen.previous)) return text;
    if (/^\p{L}$/u.test(text)) return /^[aiIA]$/u.test(text) || !capital(text) ? text : null;
    // One longer word of another language in an English question passes, too: "what is the Frist?"
    if (holds((part) => others.has(part) && (foreign || part.length > 4), text) && !isPlain(text))
      return text;
    if (foreign && holds((part) => others.has(part), text)) return text;
    // "Martyn's Law", "use Jasper to write"
    if (/^\p{Lu}.*['’]s$/u.test(text) && (LAW.test(next) || ILLNESS.test(next))) return text;
    if (things.has(small) && isProduct(seen)) return text;
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
    if (!mends) return null;
    const mended = mend(small);
    if (mended === small || names.names.has(mended) || standsBare(seen, mended)) return null;
    const good = mended.split(' ').every((word) => (capital(text) ? common(word) : isPlain(word)));
    return good ? mended : null;
  };

  const spread = withNeighbours({ names, things }, { common, isPlain, isThing });
  return (pieces: readonly RedactionPiece[], shouted: boolean): readonly (string | null)[] => {
    const seen = seenIn(pieces, shouted);
    const foreign = foreignIn(pieces);
    const named = namesInCapitals(pieces, seen, {
      isOrdinary: (part) => ordinary.has(part),
      isThing: (part) => things.has(part),
      isNameClass: (part) => isNameClass(names, part),
      isPhrase: (phrase) => policies.includes(phrase),
    });
    const judged = seen.map((one, at) => {
      if (one === null) return pieces[at]?.text ?? '';
      return named.has(at) ? null : alone(one, foreign.all, !foreign.some);
    });
    return spread(pieces, seen, judged, shouted);
  };
};
