/** Words that are written alike: what a question's word may be a form, a part or a slip of. */

const SHARED_AT = 0.5;
const MOST = 3;

const gramsOf = (word: string): ReadonlySet<string> => {
  const marked = `^${word}$`;
  const grams = new Set<string>();
  for (const size of [3, 4])
    for (let at = 0; at + size <= marked.length; at += 1) grams.add(marked.slice(at, at + size));
  return grams;
};

/** For a word, up to three of `words` that share most of its letters in runs; `share` is between 0.5 and 1. */
export const similarWords = (
  words: readonly string[],
): ((word: string) => readonly { readonly stem: string; readonly share: number }[]) => {
  const holders = new Map<string, number[]>();
  const sizes = new Uint16Array(words.length);
  for (const [at, word] of words.entries()) {
    const grams = gramsOf(word);
    sizes[at] = grams.size;
    for (const gram of grams) {
      const own = holders.get(gram);
      if (own === undefined) holders.set(gram, [at]);
      else own.push(at);
    }
  }
  return (word) => {
    const grams = gramsOf(word);
    const shared = new Map<number, number>();
    for (const gram of grams)
      for (const at of holders.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared]
      .map(([at, both]) => ({ stem: words[at] ?? '', share: (2 * both) / (grams.size + (sizes[at] ?? 0)) }))
      .filter(({ share, stem }) => share > SHARED_AT && stem !== word)
      .toSorted((a, b) => b.share - a.share)
      .slice(0, MOST);
  };
};
