import type { Span } from './policy.ts';

/** Words after which a full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  (
    'e.g i.e etc eg ie art arts no nos v vs cf para paras reg regs sec s ss ch cl cls sch p pp fig mr mrs ms dr prof ' +
    'st ltd inc co corp plc approx dept ext tel est jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k e.u a.m p.m'
  ).split(' '),
);
/** These may well end a sentence: they do when a capital letter follows. */
const MAY_END = new Set([
  'etc',
  'ltd',
  'inc',
  'co',
  'corp',
  'plc',
  'u.s',
  'u.k',
  'e.u',
  'a.m',
  'p.m',
  'no',
  's',
  'p',
  'sec',
  'st',
  'est',
  'mar',
  'dept',
  'ext',
  'cl',
  'ch',
  'reg',
  'fig',
  'para',
]);
const NUMBERED = new Set([
  'art',
  'arts',
  'no',
  'nos',
  'para',
  'paras',
  'reg',
  'sec',
  's',
  'ch',
  'cl',
  'fig',
  'p',
  'pp',
  'sch',
]);

// A stop, closing quotes or brackets or markup after it, white space, and what begins next.
const BOUNDARY = /([.!?…]+)(["'”’»)\]*_~`]*)(\s+)(?=(["'“‘«([*_~`]*)(\S))/gu;

const endsSentence = (before: string, stop: string, closers: string, next: string): boolean => {
  if (/[!?…]/.test(stop)) return !/^\p{Ll}/u.test(next);
  if (/^\p{Ll}/u.test(next) && !/^i(?:Phone|Pad|OS)/u.test(next)) return false;
  const word = /(\S+)$/u.exec(before)?.[1]?.replace(/^["'“‘«([*_~`]+/u, '') ?? '';
  const plain = word.toLowerCase();
  if (closers === '' || /^[*_~`]+$/.test(closers)) {
    if (/^\p{Lu}$/u.test(word)) return /^(I|A)$/.test(word) && /^\p{Lu}\p{Ll}/u.test(next);
    if (ABBREVIATIONS.has(plain)) {
      if (!MAY_END.has(plain)) return false;
      if (NUMBERED.has(plain)) return !/^[\d(]/.test(next) && plain === 'no' && /^\p{Lu}\p{Ll}/u.test(next);
      return /^\p{Lu}/u.test(next);
    }
    if (/^\d{1,3}$/.test(word) && before.trim() === word) return false; // "1. The first" at the head of a paragraph
  }
  return true;
};

/**
 * The sentences of one paragraph, as offsets into `text`, without the white space between them.
 * Every character that is not white space lies in exactly one of them. Semicolons and colons do not end a sentence.
 */
export const splitSentences = (text: string): readonly Span[] => {
  const found: Span[] = [];
  let start = text.length - text.trimStart().length;
  for (const match of text.matchAll(BOUNDARY)) {
    const [, stop = '', closers = '', , , next = ''] = match;
    const follows =
      text
        .slice(match.index + match[0].length)
        .replace(/^["'“‘«([*_~`]+/u, '')
        .slice(0, 8) || next;
    if (!endsSentence(text.slice(start, match.index), stop, closers, follows)) continue;
    found.push({ start, end: match.index + stop.length + closers.length });
    start = match.index + match[0].length;
  }
  const end = text.trimEnd().length;
  if (start < end) found.push({ start, end });
  return found;
};
