/** Tables as a source draws them, with cells over several rows and columns, into plain rows. */
import { type Block, squeezed, type Table } from './document.ts';

export type SourceCell = {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** Marked as a heading by the source, or set in bold throughout. */
  readonly head: boolean;
};
export type SourceRow = { readonly cells: readonly SourceCell[]; readonly head: boolean };

const MOST_CELLS = 20_000;
const COUNTS =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|day|days|week|month|months|year|years)\b/iu;

type Spread = { readonly text: string; readonly first: boolean; readonly head: boolean };

/** Each cell at every place it covers; null when there are more places than any table has. */
const spread = (rows: readonly SourceRow[]): (Spread | undefined)[][] | null => {
  const grid: (Spread | undefined)[][] = rows.map(() => []);
  let places = 0;
  for (const [y, { cells }] of rows.entries()) {
    let x = 0;
    for (const one of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const deep = Math.min(one.rows, rows.length - y);
      places += deep * one.columns;
      if (places > MOST_CELLS) return null;
      for (let down = 0; down < deep; down += 1)
        for (let along = 0; along < one.columns; along += 1) {
          const line = grid[y + down];
          if (line !== undefined)
            line[x + along] = { text: one.text, first: down === 0 && along === 0, head: one.head };
        }
      x += one.columns;
    }
  }
  return grid;
};

const words = (text: string): number => text.split(' ').length;

/** A first row that nobody marked heads the others when it is short, names no period and the others are longer or do. */
const looksLikeHead = (first: readonly string[], rest: readonly (readonly string[])[]): boolean =>
  rest.length > 0 &&
  first.length > 1 &&
  first.every((text) => text !== '' && words(text) <= 6 && !/[.;]$/u.test(text) && !COUNTS.test(text)) &&
  rest.some((row) => row.some((text) => COUNTS.test(text) || words(text) > 3 || /[.;]$/u.test(text)));

const isBand = (row: SourceRow, width: number): boolean => {
  const filled = row.cells.filter(({ text }) => text !== '');
  const [only] = filled;
  return (
    filled.length === 1 &&
    only !== undefined &&
    only.columns >= width &&
    width > 1 &&
    words(only.text) <= 10 &&
    !/[.;,]$/u.test(only.text)
  );
};

export type PlainTable = { readonly blocks: readonly Block[]; readonly repeated: readonly string[] };

/**
 * The table as blocks: a row that is one cell over the whole width heads the rows below it, and every other merged cell is
 * repeated wherever it reaches. Null when it has more than 20,000 places.
 */
export const plainTable = (given: readonly SourceRow[], depth: number): PlainTable | null => {
  const rows = given.filter(({ cells }) => cells.some(({ text }) => squeezed(text) !== ''));
  const grid = spread(rows);
  if (grid === null) return null;
  const width = Math.max(0, ...grid.map((line) => line.length));
  const repeated: string[] = [];
  const lines = grid.map((line, y) => {
    const band = rows[y];
    if (band !== undefined && isBand(band, width)) return [line.find((one) => one?.text)?.text ?? ''];
    return Array.from({ length: width }, (_, x) => {
      const one = line[x];
      if (one !== undefined && !one.first) repeated.push(one.text);
      return one?.text ?? '';
    });
  });
  if (width === 1) return { blocks: single(lines.flat()), repeated: [] };
  let top = 0;
  while (top < rows.length - 1 && (rows[top]?.head || rows[top]?.cells.every(({ head }) => head))) top += 1;
  if (top === 0) {
    const first = lines.findIndex((line) => line.length > 1);
    if (
      first === 0 &&
      looksLikeHead(
        lines[0] ?? [],
        lines.slice(1).filter((line) => line.length > 1),
      )
    )
      top = 1;
  }
  const header =
    top === 0
      ? null
      : Array.from({ length: width }, (_, x) => {
          const texts = lines
            .slice(0, top)
            .map((line) => (line.length === 1 && width > 1 ? line[0] : line[x]) ?? '');
          return texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join(' / ');
        });
  return { blocks: banded(header, lines.slice(top), width, depth, repeated), repeated };
};

const single = (texts: readonly string[]): readonly Block[] =>
  texts.filter((text) => text !== '').map((text) => ({ type: 'paragraph', text }));

const banded = (
  header: readonly string[] | null,
  lines: readonly (readonly string[])[],
  width: number,
  depth: number,
  repeated: string[],
): readonly Block[] => {
  const blocks: Block[] = [];
  let rows: (readonly string[])[] = [];
  let tables = 0;
  const close = (): void => {
    if (rows.length === 0) return;
    const table: Table = { type: 'table', header, rows };
    blocks.push(table);
    if (tables > 0 && header !== null) repeated.push(...header);
    tables += 1;
    rows = [];
  };
  for (const [at, line] of lines.entries()) {
    const [title = ''] = line;
    if (line.length === 1 && width > 1 && at < lines.length - 1) {
      close();
      blocks.push({ type: 'heading', depth, text: title });
    } else if (line.length === 1 && width > 1) {
      close();
      blocks.push({ type: 'paragraph', text: title });
    } else rows.push(line);
  }
  close();
  if (tables === 0 && header !== null) blocks.unshift({ type: 'table', header: null, rows: [header] });
  return blocks;
};
