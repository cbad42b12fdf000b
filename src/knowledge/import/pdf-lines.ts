/** The words of a PDF page as lines with their places, in the order in which people read them. */

/** A stretch of words without a wide gap in it; lengths in points, y from the top of the page. */
export type PdfPiece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** The stretches of glyphs that it is made of, as the file places them. */
  readonly parts: readonly { readonly text: string; readonly left: number }[];
};
export type PdfLine = {
  readonly pieces: readonly PdfPiece[];
  readonly y: number;
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly font: string;
};
/** What the PDF library says of one stretch of glyphs. */
export type Glyphs = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
};

const most = (values: ReadonlyMap<string, number>): string => {
  let best = '';
  let count = -1;
  for (const [value, times] of values) if (times > count) [best, count] = [value, times];
  return best;
};

export const lineOf = (pieces: readonly PdfPiece[], y: number, page: number): PdfLine => {
  const fonts = new Map<string, number>();
  for (const { font, text } of pieces) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  return {
    pieces,
    y,
    page,
    text: pieces.map(({ text }) => text).join(' '),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    size: Math.max(...pieces.map(({ size }) => size)),
    font: most(fonts),
  };
};

/** Glyphs of one height side by side become pieces; a gap wider than two letters parts them. */
const piecesOf = (row: readonly Glyphs[]): readonly PdfPiece[] => {
  const pieces: PdfPiece[] = [];
  let fonts: { font: string; length: number }[] = [];
  for (const glyphs of row.toSorted((a, b) => a.x - b.x)) {
    const { text, x, y, width, size, font } = glyphs;
    const last = pieces.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.right;
    const em = Math.max(size, last?.size ?? 0);
    if (last !== undefined && gap < em * 0.72) {
      const blank = gap > em * 0.12 && !/\s$/u.test(last.text) && !/^\s/u.test(text);
      fonts.push({ font, length: text.trim().length });
      const main = fonts.toSorted((a, b) => b.length - a.length)[0]?.font ?? font;
      pieces[pieces.length - 1] = {
        text: `${last.text}${blank ? ' ' : ''}${text}`,
        left: last.left,
        right: Math.max(last.right, x + width),
        y: last.y,
        size: Math.max(last.size, size),
        font: main,
        parts: [...last.parts, { text: `${blank ? ' ' : ''}${text}`, left: x }],
      };
    } else {
      fonts = [{ font, length: text.trim().length }];
      pieces.push({ text, left: x, right: x + width, y, size, font, parts: [{ text, left: x }] });
    }
  }
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
};

/** Rows of glyphs by height, from the top; small raised figures stay in the row that they stand in. */
export const linesOfPage = (given: readonly Glyphs[], page: number): readonly PdfLine[] => {
  const rows: { y: number; size: number; glyphs: Glyphs[] }[] = [];
  for (const glyphs of given.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(({ y, size }) => Math.abs(y - glyphs.y) < Math.max(size, glyphs.size) * 0.45);
    if (row === undefined) rows.push({ y: glyphs.y, size: glyphs.size, glyphs: [glyphs] });
    else {
      row.glyphs.push(glyphs);
      if (glyphs.size > row.size) [row.y, row.size] = [glyphs.y, glyphs.size];
    }
  }
  return rows
    .map(({ y, glyphs }) => ({ y, pieces: piecesOf(glyphs) }))
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ y, pieces }) => lineOf(pieces, y, page))
    .toSorted((a, b) => a.y - b.y);
};
