/** Reads how many there are of something, in digits or in English words. */
const small: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens: readonly string[] = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
];

const numberOf = (word: string): number | null => {
  const at = small.indexOf(word);
  if (at >= 0) return at;
  const ten = tens.indexOf(word);
  return ten < 0 ? null : (ten + 2) * 10;
};

/** Below a hundred: "seven", "forty", "forty two". */
const belowHundred = (words: readonly string[]): number | null => {
  const [first = '', second, third] = words;
  const value = numberOf(first);
  if (value === null || third !== undefined) return null;
  if (second === undefined) return value;
  const unit = numberOf(second);
  return value >= 20 && unit !== null && unit > 0 && unit < 10 ? value + unit : null;
};

const fromWords = (words: readonly string[]): number | null => {
  const [first = '', second, ...rest] = words;
  if (second === 'dozen' && rest.length === 0) {
    const dozens = first === 'a' ? 1 : belowHundred([first]);
    return dozens === null ? null : dozens * 12;
  }
  if (second !== 'hundred') return belowHundred(words);
  const hundreds = first === 'a' ? 1 : belowHundred([first]);
  if (hundreds === null || hundreds === 0 || hundreds > 9) return null;
  const more = rest[0] === 'and' ? rest.slice(1) : rest;
  const left = more.length === 0 ? 0 : belowHundred(more);
  return left === null ? null : hundreds * 100 + left;
};

/** A whole number below a million in digits ("1,200") or below a thousand in words ("twenty-one"); null for anything else. */
export const countInWords = (typed: string): number | null => {
  const text = typed.trim().toLowerCase();
  if (/^\d{1,6}$/.test(text)) return Number(text);
  if (/^\d{1,3},\d{3}$/.test(text)) return Number(text.replace(',', ''));
  return text === '' ? null : fromWords(text.split(/[\s-]+/));
};
