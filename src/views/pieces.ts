/** Long words in pieces that a block can hold, cut between paragraphs, else between lines, sentences or words: never in one. */

/** The last place in `text` to cut at; its whole length where it has none. Halves of a character stay together. */
const cutIn = (text: string): number => {
  for (const between of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(between);
    // A piece that is nearly empty serves nobody.
    if (at > text.length / 2) return at + between.length;
  }
  return /[\uD800-\uDBFF]$/u.test(text) ? text.length - 1 : text.length;
};

/** `most` is in UTF-16 units; nothing but the space at a cut is left out. */
export const piecesOf = (text: string, most: number): readonly string[] => {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const cut = cutIn(rest.slice(0, most));
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
};
