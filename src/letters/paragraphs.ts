/** A piece of a letter between blank lines, or one bullet; what stands in it belongs together. */
export type Paragraph = { readonly text: string; readonly quoted: boolean };

/** One kind of apostrophe, quote, dash and space, small letters: what two people type differently stays the same. */
export const plain = (text: string): string =>
  (ONE_KIND_ALREADY.test(text) ? text : ofOneKind(text)).replace(/\s+/g, ' ').trim().toLowerCase();

/** Most of a letter is plain already, and to find that out is quicker than to make it so. */
const ONE_KIND_ALREADY = /^[\t-\r -~]*$/;

const ofOneKind = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‛ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑–—]/g, '-');

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

/** The paragraphs of a letter; a quoted block (lines that begin with `>`) is one of its own, without its marks. */
export const paragraphsOf = (text: string): readonly Paragraph[] => {
  const found: Paragraph[] = [];
  let lines: string[] = [];
  let quoted = false;
  const flush = (): void => {
    if (lines.length > 0) found.push({ text: lines.join('\n'), quoted });
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const starts = isQuoted(line) !== quoted || (!quoted && /^\s*(?:[-*•]|\d+[.)])\s/.test(line));
    if (line.trim() === '' || starts) flush();
    quoted = isQuoted(line);
    if (line.trim() !== '') lines.push(quoted ? line.replace(/^\s*>\s?/, '') : line.trim());
  }
  flush();
  return found;
};

/** The letter in our own words: without the blocks that quote the policy. */
export const ownWords = (text: string): string =>
  paragraphsOf(text)
    .filter((paragraph) => !paragraph.quoted)
    .map((paragraph) => paragraph.text)
    .join('\n\n');

/** Rough sentences, enough to point at a place. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
