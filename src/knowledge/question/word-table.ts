/** A long list of words in one text, found without a string and an entry of a map for each of them. */
import { hash } from '../rank/text-features.ts';

const FREE = -1;
/** A list of twice as many places as words is quick to look through. */
const ROOM = 2;
const LEAST_BITS = 4;

/** `lines` has a word a line; what comes back tells in which line a word stands first, from 0, and -1 for none. */
export const wordTable = (lines: string): ((word: string) => number) => {
  let count = 1;
  for (let end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', end + 1)) count += 1;
  const starts = new Uint32Array(count + 1);
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(ROOM * count)));
  const places = new Int32Array(1 << bits).fill(FREE);
  const mask = places.length - 1;
  const isIn = (line: number, text: string, from: number, length: number): boolean => {
    const start = starts[line] ?? 0;
    if ((starts[line + 1] ?? 0) - 1 - start !== length) return false;
    for (let at = 0; at < length; at += 1)
      if (lines.charCodeAt(start + at) !== text.charCodeAt(from + at)) return false;
    return true;
  };
  /** Where a stretch of a text stands in the list, or would. */
  const placeOf = (text: string, from: number, to: number): number => {
    let place = hash(text, from, to, bits);
    for (;;) {
      const line = places[place] ?? FREE;
      if (line === FREE || isIn(line, text, from, to - from)) return place;
      place = (place + 1) & mask;
    }
  };
  for (let line = 0, from = 0; line < count; line += 1) {
    const found = lines.indexOf('\n', from);
    const to = found < 0 ? lines.length : found;
    starts[line] = from;
    starts[line + 1] = to + 1;
    const place = placeOf(lines, from, to);
    if (places[place] === FREE) places[place] = line;
    from = to + 1;
  }
  return (word) => places[placeOf(word, 0, word.length)] ?? FREE;
};
