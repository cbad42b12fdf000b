/** A PDF into blocks, by where its words stand on the page. */
import { type Block, type ReadDocument, squeezed } from './document.ts';
import { itemOf, listsOf, markOf, numberedDepth, titleLike } from './marks.ts';
import { refusePdfBomb } from './pdf-bomb.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { layoutOf } from './pdf-layout.ts';
import type { PdfLine } from './pdf-lines.ts';
import { pagesOf } from './pdf-pages.ts';
import { cellsOfTable, tableLength } from './pdf-tables.ts';
import { plainTable } from './tables.ts';

type Join = (text: string, next: string) => string;

/** Puts a line behind another. A word broken at a hyphen loses it only where the document writes that word without one elsewhere. */
const joinBy = (lines: readonly string[]): Join => {
  const known = new Set(lines.flatMap((line) => line.toLowerCase().match(/\p{L}+/gu) ?? []));
  return (text, next) => {
    const head = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text)?.[1];
    const tail = /^\p{Ll}+/u.exec(next)?.[0];
    if (head === undefined || tail === undefined) return `${text} ${next}`;
    return known.has((head + tail).toLowerCase()) || text.endsWith('\u00ad')
      ? text.slice(0, -1) + next
      : text + next;
  };
};

/** All lines in a row, so that a word that is put together again is counted as one. */
const joinedUp = (lines: readonly string[], join: Join): readonly string[] => {
  const all: string[] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (last !== undefined && join(last, line) !== `${last} ${line}`) all[all.length - 1] = join(last, line);
    else all.push(line);
  }
  return all;
};

const INTRODUCES = /(?::|\bfollowing)\W*$/iu;

/** Throws DocumentRefused for bombs, passwords and more than 400 pages. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadDocument> => {
  refusePdfBomb(bytes);
  const { pages, title } = await pagesOf(bytes.slice());
  const { pages: cleared, leftOut } = withoutFurniture(pages);
  const lines = cleared.flat();
  const texts = lines.map(({ text }) => text);
  const joined = joinBy(texts);
  const layout = layoutOf(lines);

  const blocks: Block[] = [];
  const repeated: string[] = [];
  let items: ReturnType<typeof itemOf>[] = [];
  const now: {
    paragraph: { readonly text: string; readonly last: PdfLine } | null;
    /** The left edge from which paragraphs stand in here. */
    base: number | null;
  } = { paragraph: null, base: null };
  let depth = 1;

  const flush = (): void => {
    if (now.paragraph !== null) blocks.push({ type: 'paragraph', text: squeezed(now.paragraph.text) });
    now.paragraph = null;
  };
  const closeList = (): void => {
    flush();
    blocks.push(...listsOf(items));
    items = [];
  };
  const table = (rows: readonly PdfLine[], headed: boolean): void => {
    const plain = plainTable(
      cellsOfTable(rows).map((cells, at) => ({
        head: at === 0 && headed,
        cells: cells.map((text) => ({ text, columns: 1, rows: 1, head: false })),
      })),
      Math.min(6, depth + 1),
    );
    blocks.push(...(plain?.blocks ?? []));
    repeated.push(...(plain?.repeated ?? []));
  };
  const heading = (line: PdfLine, rank: number, before: PdfLine | undefined): void => {
    const last = blocks.at(-1);
    const wrapped =
      now.paragraph === null &&
      items.length === 0 &&
      before?.page === line.page &&
      before.font === line.font &&
      Math.abs(before.size - line.size) < 0.6 &&
      line.y - before.y < line.size * 1.5 &&
      numberedDepth(line.text) === null;
    if (wrapped && last?.type === 'heading') {
      blocks[blocks.length - 1] = { ...last, text: joined(last.text, line.text) };
      return;
    }
    closeList();
    depth = rank;
    blocks.push({ type: 'heading', depth, text: line.text });
  };
  const text = (line: PdfLine, before: PdfLine | undefined, next: PdfLine | undefined): void => {
    const running = now.paragraph;
    const item = items.at(-1);
    const mark = markOf(line.text);
    const follows = before !== undefined && layout.goesOn(line, before);
    // A number that a sentence breaks its line before begins no list.
    const midway =
      mark?.kind === 'number' && running !== null && follows && !/[:.;]$/u.test(running.last.text);
    if (mark !== null && !midway) {
      flush();
      items.push(itemOf(mark, Math.round(line.left / 6)));
    } else if (running === null && item !== undefined && follows) {
      items[items.length - 1] = { ...item, text: joined(item.text, line.text) };
    } else if (running !== null && layout.goesOn(line, running.last)) {
      now.paragraph = { text: joined(running.text, line.text), last: line };
    } else {
      // A new column or page may have an edge of its own.
      const turned = before !== undefined && (before.page !== line.page || line.y < before.y);
      const column = before !== undefined && before.page === line.page && line.y < before.y;
      const introduced = running !== null && INTRODUCES.test(running.text);
      if (column) now.base = edgeFrom(line);
      else if (now.base === null || (turned && items.length === 0 && !introduced) || line.left < now.base)
        now.base = line.left;
      if (layout.isIndented(line, next, now.base)) {
        flush();
        items.push({
          kind: 'bullet',
          indent: Math.round(line.left / 6),
          text: line.text,
          number: 0,
          typed: false,
        });
        return;
      }
      now.base = line.left;
      closeList();
      now.paragraph = { text: line.text, last: line };
    }
  };

  /** The left edge of the column that begins with this line. */
  const edgeFrom = (first: PdfLine): number => {
    let edge = first.left;
    let last = first;
    for (const line of lines.slice(lines.indexOf(first) + 1)) {
      if (line.page !== first.page || line.y < last.y) break;
      edge = Math.min(edge, line.left);
      last = line;
    }
    return edge;
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const [before, next] = [lines[at - 1], lines[at + 1]];
    const length = tableLength(lines, at);
    const mark = markOf(line.text);
    const rank = mark !== null && mark.kind !== 'number' ? null : layout.headingDepth(line, before, next);
    if (length > 0) {
      closeList();
      table(lines.slice(at, at + length), line.font !== layout.font && next?.font !== line.font);
      at += length - 1;
    } else if (rank !== null) heading(line, rank, before);
    else text(line, before, next);
    if (length > 0 || rank !== null) now.base = line.left;
  }
  closeList();
  const top = blocks.find((block) => block.type === 'heading' && block.depth === 1 && titleLike(block.text));
  return {
    blocks,
    leftOut,
    source: [...joinedUp(texts, joined), ...leftOut.map((one) => one.text)],
    repeated,
    about: { title: top?.type === 'heading' ? top.text : title, updated: null, head: {} },
  };
};
