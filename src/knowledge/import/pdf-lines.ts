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

type Setting = { readonly font: string; readonly size: number; readonly length: number };

/** How most of some letters are set: the mark of an item or a first letter may be larger than its words. */
const mostly = (all: readonly Setting[]): Setting => {
  const sums = new Map<string, Setting>();
  for (const one of all) {
    const key = `${one.font} ${one.size}`;
    sums.set(key, { ...one, length: one.length + (sums.get(key)?.length ?? 0) });
  }
  return [...sums.values()].reduce((best, one) => (one.length > best.length ? one : best), {
    font: '',
    size: 1,
    length: -1,
  });
};

export const lineOf = (pieces: readonly PdfPiece[], y: number, page: number): PdfLine => {
  const { font, size } = mostly(
    pieces.map((piece) => ({ font: piece.font, size: piece.size, length: piece.text.length })),
  );
  return {
    pieces,
    y,
    page,
    text: pieces.map(({ text }) => text).join(' '),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    size,
    font,
  };
};

/** Glyphs of one height side by side become pieces; a gap wider than two letters parts them. */
const piecesOf = (row: readonly Glyphs[]): readonly PdfPiece[] => {
  const pieces: PdfPiece[] = [];
  let set: Setting[] = [];
  for (const glyphs of row.toSorted((a, b) => a.x - b.x)) {
    const { text, x, y, width, size, font } = glyphs;
    const last = pieces.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.right;
    const em = Math.max(size, last?.size ?? 0);
    if (last !== undefined && gap < em * 0.72) {
      const blank = gap > em * 0.12 && !/\s$/u.test(last.text) && !/^\s/u.test(text);
      set.push({ font, size, length: text.trim().length });
      const main = mostly(set);
      pieces[pieces.length - 1] = {
        text: `${last.text}${blank ? ' ' : ''}${text}`,
        left: last.left,
        right: Math.max(last.right, x + width),
        y: last.y,
        size: main.size,
        font: main.font,
        parts: [...last.parts, { text: `${blank ? ' ' : ''}${text}`, left: x }],
      };
    } else {
      set = [{ font, size, length: text.trim().length }];
      pieces.push({ text, left: x, right: x + width, y, size, font, parts: [{ text, left: x }] });
    }
  }
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
};

/** Lines of running text beside a large title stand within its height, one above the other. */
const isAbove = (one: Glyphs, other: Glyphs): boolean =>
  Math.abs(one.y - other.y) > Math.min(one.size, other.size) * 0.6 &&
  Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > other.size;

/** Rows of glyphs by height, from the top; small raised figures stay in the row that they stand in. */
export const linesOfPage = (given: readonly Glyphs[], page: number): readonly PdfLine[] => {
  const rows: { y: number; size: number; glyphs: Glyphs[] }[] = [];
  for (const glyphs of given.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(
      ({ y, size, glyphs: there }) =>
        Math.abs(y - glyphs.y) < Math.max(size, glyphs.size) * 0.45 &&
        !there.some((one) => isAbove(one, glyphs)),
    );
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

/**
 * Lines with those beside them that stand half a line lower: a cell in the middle of its row. Lines of one column are never that close.
 */
export const besideEachOther = (lines: readonly PdfLine[]): readonly PdfLine[] => {
  const rows: PdfLine[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const lower = last === undefined ? 0 : line.y - last.y;
    const apart = last?.pieces.every((one) =>
      line.pieces.every((other) => one.right < other.left + 2 || other.right < one.left + 2),
    );
    if (last !== undefined && apart && lower > 0 && lower < line.size * 0.8)
      rows[rows.length - 1] = lineOf(
        [...last.pieces, ...line.pieces].toSorted((a, b) => a.left - b.left),
        last.y,
        last.page,
      );
    else rows.push(line);
  }
  return rows;
};
