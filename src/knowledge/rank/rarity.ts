/** How telling a word is, by how seldom people write it in any question. */
import { stemOf } from '../question/words.ts';

/** Between 0 and `MOST`, by the stem of the word. */
export type Rarity = (stem: string) => number;

const MOST = 6.5;

const known = new WeakMap<Readonly<Record<string, number>>, Rarity>();

/** From how often each word stands in the questions of the catalogue; worked out once for each catalogue. */
export const rarityOf = (asked: Readonly<Record<string, number>>): Rarity => {
  const before = known.get(asked);
  if (before !== undefined) return before;
  const rarity = workedOut(asked);
  known.set(asked, rarity);
  return rarity;
};

const workedOut = (asked: Readonly<Record<string, number>>): Rarity => {
  const uses = new Map<string, number>();
  let questions = 1;
  for (const [word, times] of Object.entries(asked)) {
    const stem = stemOf(word);
    uses.set(stem, (uses.get(stem) ?? 0) + times);
    questions = Math.max(questions, times);
  }
  return (stem) => {
    // A phrase is as rare as its rarest word.
    const times = Math.min(...stem.split(' ').map((part) => uses.get(part) ?? 0));
    return Math.min(MOST, Math.log((questions + 1) / (times + 1)));
  };
};
