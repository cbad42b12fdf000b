/** Tables in a PDF, found by where their words stand. */

import { markOf } from './marks.ts';
import type { PdfLine, PdfPiece } from './pdf-lines.ts';

/** The columns of a table by their left edges. */
const columnsOf = (lines: readonly PdfLine[]): readonly number[] => {
  const lefts = lines.flatMap(({ pieces }) => pieces.map(({ left }) => left)).toSorted((a, b) => a - b);
  const columns: { from: number; to: number; count: number }[] = [];
  for (const left of lefts) {
    const last = columns.at(-1);
    if (last !== undefined && left - last.to < 9) [last.to, last.count] = [left, last.count + 1];
    else columns.push({ from: left, to: left, count: 1 });
  }
  return columns.filter(({ count }) => count >= 2).map(({ from }) => from);
};

const columnAt = (columns: readonly number[], { left, right }: PdfPiece): number => {
  const at = columns.findLastIndex((column) => column <= left + 5);
  if (at !== -1) return at;
  const inner = columns.findIndex((column) => column >= left && column <= right);
  return Math.max(0, inner);
};

/** A line that is the mark of an item and its words is no row. */
const isRow = ({ pieces }: PdfLine): boolean =>
  pieces.length >= 2 &&
  !(
    pieces.length === 2 &&
    /^(?:[•●▪■◦‣·∙○–—*-]|\d{1,3}[.)]|\(?[a-z]\)|\d+(?:\.\d+)+)$/u.test(pieces[0]?.text ?? '')
  );

/** Words that are spread over a line of text begin and end where no column does. */
const fitsColumns = ({ pieces }: PdfLine, above: readonly PdfLine[]): boolean => {
  const others = above.flatMap((line) => line.pieces.slice(1));
  const inner = pieces.slice(1);
  const fit = inner.filter((piece) =>
    others.some(({ left, right }) => Math.abs(left - piece.left) < 4 || Math.abs(right - piece.right) < 4),
  );
  return fit.length * 2 >= inner.length;
};

/** How many lines from `at` on are one table; 0 where none begins. */
export const tableLength = (lines: readonly PdfLine[], at: number): number => {
  const first = lines[at];
  if (first === undefined || !isRow(first)) return 0;
  let end = at + 1;
  let rows = 1;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next];
    const before = lines[next - 1];
    if (line === undefined || before === undefined || line.page !== first.page) break;
    const gap = line.y - before.y;
    if (gap > line.size * 3.2 || gap < 0) break;
    if (isRow(line) && (rows < 2 || fitsColumns(line, lines.slice(at, end)))) {
      rows += 1;
      end = next + 1;
    } else {
      // Words that go on in one cell stand below that cell and no wider.
      const above = lines
        .slice(at, end)
        .findLast(({ pieces }) => pieces.some(({ left }) => Math.abs(left - line.left) < 5));
      const under = above !== undefined;
      const starts = (above ?? first).pieces.map(({ left }) => left);
      const nextColumn = starts.find((left) => left > line.left + 9);
      const fits =
        nextColumn === undefined
          ? under && starts.length > 1 && line.left > (starts[0] ?? 0) + 9
          : line.right < nextColumn - 2;
      if (!under || !fits || gap > line.size * 1.9 || markOf(line.text) !== null) break;
      end = next + 1;
    }
  }
  return rows >= 2 ? end - at : 0;
};

/** The cells of a table row by row; lines that lie close together are one row. */
export const cellsOfTable = (lines: readonly PdfLine[]): readonly (readonly string[])[] => {
  const columns = columnsOf(lines);
  const gaps = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0));
  const near = Math.min(...gaps);
  const far = Math.max(...gaps);
  const uneven = far > near * 1.3;
  const rows: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const cells = columns.map(() => '');
    for (const piece of line.pieces) {
      let column = columnAt(columns, piece);
      for (const part of piece.parts) {
        // Words that reach up to the next column touch what stands there.
        const at = columns.findIndex((left, place) => place > column && Math.abs(left - part.left) < 4);
        if (at !== -1) column = at;
        cells[column] = `${cells[column] ?? ''}${part.text}`;
      }
      cells[column] = `${cells[column] ?? ''} `;
    }
    for (const [column, text] of cells.entries()) cells[column] = text.trim();
    const last = rows.at(-1);
    const gap = gaps[at - 1] ?? 0;
    const goesOn = uneven
      ? gap < near * 1.3
      : cells[0] === '' || (line.pieces.length === 1 && /^\p{Ll}/u.test(line.text));
    if (last !== undefined && goesOn)
      for (const [column, text] of cells.entries()) last[column] = `${last[column] ?? ''} ${text}`.trim();
    else rows.push(cells);
  }
  return rows;
};
