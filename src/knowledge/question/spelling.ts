/** Repairs misspelt words towards known ones. */
import type { WordList } from './english.ts';
import { plain, wordsOf } from './words.ts';

/** The number of slips between two words, or one more than `limit` when there are more. */
export const slipsBetween = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      // Two letters the wrong way round are one slip.
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
    if (Math.min(...row) > limit) return limit + 1;
  }
  return row[b.length] ?? limit + 1;
};

/** Which letters a word has, a bit each: words of one slip differ in at most two. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
};

const bitsOf = (value: number): number => {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
};

/** A shorter word that is not known is an abbreviation as a rule, a letter away from several others: ISO is no ICO. */
const SHORTEST = 4;

const SHORT: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  b4: 'before',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  w: 'with',
  wo: 'without',
  ppl: 'people',
  msg: 'message',
  msgs: 'messages',
  biz: 'business',
  mgmt: 'management',
  addr: 'address',
  acc: 'account',
  govt: 'government',
  yr: 'year',
  yrs: 'years',
  mth: 'month',
  mths: 'months',
  mnth: 'month',
  cust: 'customer',
  custs: 'customers',
  pii: 'personal information',
  txt: 'text',
  tel: 'telephone',
  cos: 'because',
  wot: 'what',
  abt: 'about',
  del: 'delete',
  rtbf: 'right to erasure',
  dsar: 'subject access request',
  sar: 'subject access request',
  t: '',
  ta: 'thanks',
  wich: 'which',
  whch: 'which',
  hav: 'have',
  lng: 'long',
  shud: 'should',
  cud: 'could',
  wud: 'would',
  wat: 'what',
  wats: 'what is',
  wen: 'when',
  wer: 'where',
  wher: 'where',
  hw: 'how',
  aks: 'ask',
  alow: 'allow',
  thier: 'their',
  ther: 'there',
  abot: 'about',
  abuot: 'about',
  wth: 'with',
  wiht: 'with',
  nd: 'and',
  cn: 'can',
  rember: 'remember',
  giv: 'give',
  sumone: 'someone',
  delet: 'delete',
  ppls: "people's",
  opne: 'open',
  cna: 'can',
  teh: 'the',
  hte: 'the',
  taht: 'that',
  waht: 'what',
  adn: 'and',
  kep: 'keep',
  fone: 'phone',
  wrk: 'work',
};

/** Whether a word is a short form that everybody writes. */
export const isShortForm = (word: string): boolean => Object.hasOwn(SHORT, word);

/**
 * Repairs the spelling of a question towards words that are known (with how often each occurs);
 * a word that is known, English, short or full of digits stays as it is.
 */
export const buildSpelling = (
  known: ReadonlyMap<string, number>,
  english: WordList,
): ((text: string) => string) => {
  const letters = new Map([...known.keys()].map((word) => [word, lettersOf(word)]));
  const byLength = new Map<number, string[]>();
  for (const word of known.keys()) {
    const same = byLength.get(word.length);
    if (same === undefined) byLength.set(word.length, [word]);
    else same.push(word);
  }
  const remembered = new Map<string, string>();
  const repair = (word: string): string => {
    if (Object.hasOwn(SHORT, word)) return SHORT[word] ?? word;
    if (
      word.length < SHORTEST ||
      word.length > 24 ||
      known.has(word) ||
      english.has(word) ||
      /[^a-z]/.test(word)
    )
      return word;
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const limit = word.length >= 8 ? 2 : 1;
    const own = lettersOf(word);
    let best = word;
    let rank = Number.POSITIVE_INFINITY;
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      for (const candidate of byLength.get(length) ?? []) {
        if (bitsOf((letters.get(candidate) ?? 0) ^ own) > 2 * limit) continue;
        if (
          candidate.length < 3 ||
          (word.length < 5 && candidate[0] !== word[0] && candidate.length !== word.length)
        )
          continue;
        const distance = slipsBetween(word, candidate, limit);
        const cost =
          distance +
          (candidate[0] === word[0] ? 0 : 0.5) -
          Math.min(0.4, Math.log1p(known.get(candidate) ?? 0) / 20);
        if (distance <= limit && cost < rank) [best, rank] = [candidate, cost];
      }
    }
    if (remembered.size < 5_000) remembered.set(word, best);
    return best;
  };
  return (text) => {
    const flat = plain(text);
    return flat.replace(/[\p{L}\p{N}]+/gu, (word) => repair(word));
  };
};

/** How often each word occurs in these texts. */
export const countWords = (texts: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
