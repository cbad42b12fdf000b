/** Sentences of running text, told apart by their stops and by the abbreviations that end with one. */
import type { Span } from './policy.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A full stop after these never ends a sentence. */
const NEVER = words(
  'e.g i.e eg ie art arts nos v vs cf paras regs ss cls sch pp mr mrs ms dr prof approx tel jan feb apr jun jul aug sep sept oct nov dec ' +
    'rev hon gen gov sen vol viz resp incl excl mt ' +
    'abs nr nrn ziff vgl bzw ggf gem inkl lit zzgl evtl sog bspw z.b d.h u.a i.d.r i.s.d i.v.m str ' +
    'ex sra núm pág apdo mme',
);
/** After these it does when a capital letter follows. */
const BEFORE_CAPITAL = words('etc usw ltd inc co corp plc');
/** After these a name may follow as well as a new sentence: it ends where the next word is one that sentences begin with. */
const BEFORE_OPENER = words(
  'st jr sr a.m p.m est dept ext mar sec cl ch reg fig para ave rd blvd min max hrs ph.d m.d esq assn bros al',
);
/** After these it ends nothing before a number, and little before anything else. */
const BEFORE_NUMBER = words('art arts no nos para paras reg sec s ch cl fig p pp sch abs nr ziff');
const OPENERS = words(
  'the a an this that these those we you they he she it our your their its his her if when where while as for in on at by from to with all ' +
    'any some no not both each please however such there here after before once until unless under most many other others what who how why ' +
    'which whether although because since during only where nobody nothing everybody everyone anyone i and but or so then also',
);
const COMPANY = /^(?:Ltd|Limited|Inc|LLC|LLP|KG|KGaA|PLC|Corp|OHG)\b/u;
const GERMAN_MONTH = /^(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b/u;
/** "Dr. A. Rahman", and "A. Rahman" at the head of a sentence. */
const INITIAL = /(?:^|\b(?:mr|mrs|ms|dr|prof|rev|hon|sir)\.?\s+)\p{Lu}$/iu;
/** "Hafenstr. 12" */
const STREET = /\p{L}str$/iu;
/** The number of a clause: "1", "4.2", "F2", "B.2a". */
const CLAUSE = /^(?:\p{Lu}\.?)?\d{1,3}(?:\.\d{1,3})*\p{Ll}?$/u;
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;

// A stop, closing quotes or brackets or markup after it, white space, and what begins next.
const BOUNDARY = /([.!?…]+)(["'”’»)\]*_~`]*)(\s+)(?=(["'“‘«([*_~`]*)(\S))/gu;

/** Whether what follows reads like the start of a sentence and not like the rest of a name. */
const opens = (next: string): boolean => {
  const [, word = '', stop = ''] = /^([\p{L}’']+)([.!?,]?)/u.exec(next) ?? [];
  const plain = word.toLowerCase();
  return OPENERS.has(plain) || (/[.!?]/u.test(stop) && word.length > 2 && !NEVER.has(plain));
};

const endsSentence = (before: string, stop: string, closers: string, next: string): boolean => {
  if (/[!?…]/.test(stop)) return !/^\p{Ll}/u.test(next);
  if (/^\p{Ll}/u.test(next) && !/^i(?:Phone|Pad|OS)/u.test(next)) return false;
  const word = /(\S{1,60})$/u.exec(before.slice(-60))?.[1]?.replace(/^["'“‘«([*_~`]+/u, '') ?? '';
  const plain = word.toLowerCase();
  if (closers !== '' && !/^[*_~`]+$/.test(closers)) return true;
  if (/^\p{Lu}$/u.test(word))
    return /^(I|A)$/.test(word) && /^\p{Lu}\p{Ll}/u.test(next) && !INITIAL.test(before.slice(-60));
  if (/^\p{Ll}$/u.test(word) && /^\p{L}\./u.test(next)) return false; // "z. B."
  if (plain === 'no') return /^\p{Lu}\p{Ll}/u.test(next);
  if (NEVER.has(plain) || (STREET.test(plain) && /^\d/u.test(next))) return false;
  if (BEFORE_CAPITAL.has(plain)) return /^\p{Lu}/u.test(next) && !COMPANY.test(next);
  if (BEFORE_NUMBER.has(plain) && /^[\d(]/u.test(next)) return false;
  if (BEFORE_OPENER.has(plain) || DOTTED.test(word)) return opens(next);
  if (BEFORE_NUMBER.has(plain)) return false;
  if (/^\d{1,2}$/.test(word) && GERMAN_MONTH.test(next)) return false;
  if (CLAUSE.test(word) && before.trim() === word) return false; // "1. The first" at the head of a paragraph
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
        .slice(match.index + match[0].length, match.index + match[0].length + 60)
        .replace(/^["'“‘«([*_~`]+/u, '')
        .slice(0, 40) || next;
    if (!endsSentence(text.slice(start, match.index), stop, closers, follows)) continue;
    found.push({ start, end: match.index + stop.length + closers.length });
    start = match.index + match[0].length;
  }
  const end = text.trimEnd().length;
  if (start < end) found.push({ start, end });
  return found;
};
