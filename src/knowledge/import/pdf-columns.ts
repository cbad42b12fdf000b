/** Columns of running text on a PDF page, told from tables, and the order in which people read them. */
import { lineOf, type PdfLine, type PdfPiece } from './pdf-lines.ts';

const FEWEST_LINES = 5;
const NARROWEST = 8;
/** Beside a whole column of text, the last column of a page may be as short as this. */
const FEWEST_BESIDE = 2;
const WHOLE = 12;
const APART = 8;

/** Lines one below the other that all leave the same strip of the page free, and where that strip is. */
type ColumnRun = { readonly lines: readonly PdfLine[]; readonly gutter: number };

const runsOf = (lines: readonly PdfLine[], width: number): readonly ColumnRun[] => {
  const runs: ColumnRun[] = [];
  let own: PdfLine[] = [];
  let [from, to] = [width * 0.33, width * 0.67];
  const close = (): void => {
    if (own.length > 0) runs.push({ lines: own, gutter: (from + to) / 2 });
    own = [];
    [from, to] = [width * 0.33, width * 0.67];
  };
  const narrowed = (line: PdfLine): readonly [number, number] => {
    let [left, right] = [from, to];
    for (const piece of line.pieces) {
      if (piece.right <= left || piece.left >= right) continue;
      // Of what a piece leaves free, the wider side stays.
      if (piece.left - left > right - piece.right) right = Math.min(right, piece.left);
      else left = Math.max(left, piece.right);
    }
    return [left, right];
  };
  for (const line of lines) {
    const [left, right] = narrowed(line);
    if (right - left < NARROWEST) {
      close();
      const [alone, end] = narrowed(line);
      if (end - alone < NARROWEST) {
        runs.push({ lines: [line], gutter: -1 });
        continue;
      }
      [from, to] = [alone, end];
    } else [from, to] = [left, right];
    own.push(line);
  }
  close();
  return runs;
};

const sideOf = (lines: readonly PdfLine[], inside: (piece: PdfPiece) => boolean): readonly PdfLine[] =>
  lines.flatMap((line) => {
    const pieces = line.pieces.filter(inside);
    return pieces.length === 0 ? [] : [lineOf(pieces, Math.max(...pieces.map(({ y }) => y)), line.page)];
  });

/** Many lines of running text are as wide as their column. */
const isText = (side: readonly PdfLine[], share: number, fewest = FEWEST_LINES): boolean => {
  const widest = Math.max(...side.map(({ left, right }) => right - left));
  const full = side.filter(({ left, right }) => right - left > widest * 0.7).length;
  const words = side.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return side.length >= fewest && full >= side.length * share && words >= side.length * 3.5;
};

/** Lines at the same heights throughout may be the rows of a table. */
const isAligned = (one: readonly PdfLine[], other: readonly PdfLine[]): boolean =>
  one.length === other.length && one.every(({ y }, at) => Math.abs(y - (other[at]?.y ?? 0)) < 1);

/** What stands below both columns, apart from them, is part of neither. */
const below = (left: readonly PdfLine[], right: readonly PdfLine[]): number => {
  const end = right.at(-1)?.y ?? 0;
  const at = left.findIndex(
    (line, place) => line.y > end && line.y - (left[place - 1]?.y ?? line.y) > line.size * 1.8,
  );
  return at === -1 ? left.length : at;
};

/** Rows of a table begin at one height on both sides, nearly all of them, below a gap. */
const hasRows = (one: readonly PdfLine[], other: readonly PdfLine[]): boolean => {
  const starts = (side: readonly PdfLine[]): readonly number[] =>
    side.slice(1).flatMap((line, at) => (line.y - (side[at]?.y ?? 0) > line.size * 1.45 ? [line.y] : []));
  const [left, right] = [starts(one), starts(other)];
  const together = left.filter((y) => right.some((there) => Math.abs(there - y) < 2)).length;
  return together >= 2 && together >= (left.length + right.length - together) * 0.75;
};

/** A page of two columns with tables and lists among their text: all of it leaves the strip in its middle free. */
const isWholePage = (
  one: readonly PdfLine[],
  other: readonly PdfLine[],
  { gutter, share, width }: { readonly gutter: number; readonly share: number; readonly width: number },
): boolean => {
  if (Math.min(one.length, other.length) < APART || share < 0.75) return false;
  if (!isText(one, 0.33) && !isText(other, 0.33)) return false;
  const reach = (side: readonly PdfLine[]): number =>
    Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
  const words = (side: readonly PdfLine[]): number =>
    side.reduce((sum, { text }) => sum + text.split(' ').length, 0) / side.length;
  return (
    Math.abs(gutter - width / 2) < width * 0.04 &&
    [one, other].every((side) => reach(side) >= width * 0.3 && words(side) >= 2.4)
  );
};

/** Columns read one after the other; what stands over both keeps its place between them. */
export const inReadingOrder = (lines: readonly PdfLine[], width: number): readonly PdfLine[] =>
  runsOf(lines, width).flatMap(({ lines: run, gutter }) => {
    const left = sideOf(run, (piece) => piece.right <= gutter);
    const right = sideOf(run, (piece) => piece.left >= gutter);
    const share = isAligned(left, right) ? 0.6 : 0.33;
    const fewest = left.length >= WHOLE && left.length >= right.length * 2 ? FEWEST_BESIDE : FEWEST_LINES;
    const running = isText(left, share) && isText(right, share, fewest);
    const page = { gutter, share: run.length / lines.length, width };
    if ((!running && !isWholePage(left, right, page)) || hasRows(left, right)) return run;
    // Below a short last column the long one goes on.
    const end = right.length < FEWEST_LINES ? left.length : below(left, right);
    return [...left.slice(0, end), ...right, ...left.slice(end)];
  });
