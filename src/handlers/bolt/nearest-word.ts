/** A word with a slip of the finger, against the few words that it may have meant. */

/** Letters to change, add, leave out or swap with their neighbour (optimal string alignment). */
const slips = (one: string, other: string): number => {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (rows[i - 2]?.[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      row.push(
        Math.min(
          (rows[i - 1]?.[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (rows[i - 1]?.[j - 1] ?? 0) + cost,
          swapped,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
};

/** Shorter words are too much like others. */
const SHORTEST = 4;
const LONG = 6;

/** The one that is one slip away, two where the word is long; null when there is none, or it is the word itself. */
export const nearestWord = (word: string, known: readonly string[]): string | null => {
  const mostFor = (other: string): number => (other.length >= LONG ? 2 : 1);
  const [best] = known
    // Each letter that one has more is a slip.
    .filter((other) => other.length >= SHORTEST && Math.abs(other.length - word.length) <= mostFor(other))
    .map((other) => ({ other, far: slips(word, other) }))
    .filter(({ far, other }) => far > 0 && far <= mostFor(other))
    .toSorted((a, b) => a.far - b.far);
  return best?.other ?? null;
};
