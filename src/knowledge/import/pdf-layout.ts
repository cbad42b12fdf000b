/** What the lines of a PDF look like as a whole, and what follows from it: which line heads others, which goes on from the one before. */
import { numberedDepth } from './marks.ts';
import type { PdfLine } from './pdf-lines.ts';

export type Layout = {
  readonly font: string;
  /** 1 to 6, or null for running text. `before` and `next` are its neighbours. */
  readonly headingDepth: (
    line: PdfLine,
    before: PdfLine | undefined,
    next: PdfLine | undefined,
  ) => number | null;
  /** Whether a line goes on from the one before it in the same paragraph. */
  readonly goesOn: (line: PdfLine, last: PdfLine) => boolean;
  /** Whether all lines of the paragraph that `line` begins stand in from `base`: an item whose mark is drawn and not written. */
  readonly isIndented: (line: PdfLine, next: PdfLine | undefined, base: number) => boolean;
};

const near = (size: number): number => Math.round(size * 2) / 2;

const most = <Of>(counts: ReadonlyMap<Of, number>, none: Of): Of =>
  [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? none;

const counted = <Of>(lines: readonly PdfLine[], by: (line: PdfLine) => Of): ReadonlyMap<Of, number> => {
  const counts = new Map<Of, number>();
  for (const line of lines) counts.set(by(line), (counts.get(by(line)) ?? 0) + line.text.length);
  return counts;
};

/** How far apart the lines of one paragraph stand, in their own size: the least distance that is no accident. */
const leadingOf = (lines: readonly PdfLine[]): number => {
  const gaps = lines.slice(1).flatMap((line, at) => {
    const before = lines[at];
    if (before === undefined || before.page !== line.page || Math.abs(line.size - before.size) > 1) return [];
    const gap = (line.y - before.y) / line.size;
    return gap > 0.9 && gap < 3 ? [gap] : [];
  });
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.06)] ?? 1.3;
};

const INDENT = 9;
/** Quarters of how far items stand in at most: 60 points. */
const STANDS_IN = 15;

export const layoutOf = (lines: readonly PdfLine[]): Layout => {
  const size = most(
    counted(lines, (line) => near(line.size)),
    10,
  );
  const font = most(
    counted(lines, (line) => line.font),
    '',
  );
  const larger = [...new Set(lines.map((line) => near(line.size)))]
    .filter((one) => one > size * 1.08)
    .toSorted((a, b) => b - a);
  const leading = leadingOf(lines);
  const middle =
    (Math.min(...lines.map(({ left }) => left)) + Math.max(...lines.map(({ right }) => right))) / 2;
  /** How far lines reach at most that begin at one edge, or somewhat left of it: items of a list stand in from their column. */
  const reach = new Map<number, number>();
  const edge = ({ left }: PdfLine): number => Math.round(left / 4);
  for (const line of lines) {
    if (line.pieces.length > 1) continue;
    for (let at = edge(line); at <= edge(line) + STANDS_IN; at += 1)
      reach.set(at, Math.max(reach.get(at) ?? 0, line.right));
  }

  /** A line that ended although the next word would have fitted was ended by its writer. */
  const endedByWriter = (line: PdfLine, last: PdfLine): boolean => {
    const right = reach.get(edge(last)) ?? last.right;
    const room = right - last.right;
    const [word = ''] = line.text.split(' ');
    const letter = (last.right - last.left) / Math.max(1, last.text.length);
    if (room < (word.length + 1) * letter * 1.25 + 2) return false;
    const share = room / Math.max(1, right - last.left);
    if (/[.:;!?]$|[;,] (?:and|or)$/u.test(last.text)) return share > 0.12 || /^\d+\.\d/u.test(line.text);
    return share > 0.4 || (share > 0.2 && /^[\p{Lu}\d(]/u.test(line.text) && !/[,\p{Ll}]$/u.test(last.text));
  };

  return {
    font,
    isIndented: (line, next, base) => {
      if (line.left <= base + INDENT || line.pieces.length > 1) return false;
      const short = line.right - line.left < (middle - base) * 1.2;
      const centred =
        short && Math.abs((line.left + line.right) / 2 - middle) < 3 && line.left > base + 3 * INDENT;
      // The first line of a paragraph may stand in alone.
      const alone =
        next !== undefined &&
        next.page === line.page &&
        next.y - line.y < line.size * leading * 1.25 &&
        next.left < line.left - 4;
      return !centred && !alone;
    },
    headingDepth: (line, before, next) => {
      if (line.text.length > 160) return null;
      const rank = larger.indexOf(near(line.size));
      if (rank !== -1) return Math.min(6, rank + 1);
      if (line.pieces.length > 1) return null;
      const apart =
        before === undefined || before.page !== line.page || line.y - before.y > line.size * leading * 1.15;
      if (line.font === font || !apart || line.text.length > 100 || /[;,]$/u.test(line.text)) return null;
      if (/[.]$/u.test(line.text) && numberedDepth(line.text) === null) return null;
      // A first line that is all in another face may be a bold beginning of a longer sentence.
      if (next !== undefined && next.page === line.page && next.font === line.font && next.text.length > 100)
        return null;
      return Math.min(6, larger.length + (numberedDepth(line.text) ?? 1));
    },
    goesOn: (line, last) => {
      if (Math.abs(line.size - last.size) > 1.2) return false;
      if (line.page !== last.page || line.y < last.y)
        return !/[.!?:;]$/u.test(last.text) && (!/[”)]$/u.test(last.text) || /^\p{Ll}/u.test(line.text));
      return line.y - last.y < line.size * leading * 1.25 && !endedByWriter(line, last);
    },
  };
};
