/** Words by which people are told apart, kind by kind: health, belief, origin, looks, what happened to them. */

/** The kind of a word written small; null for a word that tells nobody apart. */
export type NarrowingKind = (word: string) => string | null;

/** Reads narrowing-words.txt: words under the heading of their kind; `*` stands for any ending. */
export const readNarrowingWords = (file: string): NarrowingKind => {
  const whole = new Map<string, string>();
  const begins = new Map<string, string>();
  let kind = '';
  for (const line of file.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = /^\[(\w+)\]$/u.exec(line)?.[1];
    if (heading !== undefined) kind = heading;
    else
      for (const word of line.split(/\s+/u))
        (word.endsWith('*') ? begins : whole).set(word.replace(/\*$/u, ''), kind);
  }
  const shortest = Math.min(...[...begins.keys()].map(({ length }) => length));
  return (word) => {
    const own = whole.get(word);
    if (own !== undefined) return own;
    for (let end = word.length; end >= shortest; end -= 1) {
      const found = begins.get(word.slice(0, end));
      if (found !== undefined) return found;
    }
    return null;
  };
};
