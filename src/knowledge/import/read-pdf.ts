/** A PDF into blocks, by where its words stand on the page. */
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';
import { type Block, DocumentRefused, type LeftOut, type ReadDocument, squeezed } from './document.ts';
import { itemOf, listsOf, markOf, numberedDepth, titleLike } from './lines.ts';
import { refusePdfBomb } from './pdf-bomb.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { type Glyphs, inReadingOrder, linesOfPage, type PdfLine } from './pdf-lines.ts';
import { cellsOfTable, tableLength } from './pdf-tables.ts';
import { plainTable } from './tables.ts';

const MOST_PAGES = 400;
const glyphsSchema = z.object({
  str: z.string(),
  width: z.number(),
  height: z.number(),
  transform: z.array(z.number()).length(6),
  fontName: z.string(),
});

type Page = { readonly lines: readonly PdfLine[]; readonly height: number };

const open = async (bytes: Uint8Array) => {
  try {
    return await getDocumentProxy(bytes, { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new DocumentRefused('It is locked with a password.', 'Save it without one and import that.', {
        cause,
      });
    throw cause;
  }
};

const pagesOf = async (
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly Page[]; readonly title: string | null }> => {
  const pdf = await open(bytes);
  if (pdf.numPages > MOST_PAGES)
    throw new DocumentRefused(`It has ${pdf.numPages} pages, more than ${MOST_PAGES}.`, 'Bring it in parts.');
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
    const { items } = await page.getTextContent();
    const glyphs = items.flatMap((item): readonly Glyphs[] => {
      const read = glyphsSchema.safeParse(item);
      if (!read.success || read.data.str.trim() === '') return [];
      const { str, width, transform, fontName } = read.data;
      const [a = 0, b = 0, , , x = 0, y = 0] = transform;
      const size = Math.hypot(a, b) || read.data.height || 1;
      return [{ text: str, x: x - x0, y: y1 - y, width, size, font: fontName }];
    });
    pages.push({ lines: inReadingOrder(linesOfPage(glyphs, number), x1 - x0), height: y1 - y0 });
    page.cleanup();
  }
  const meta = z
    .object({ info: z.object({ Title: z.string().optional() }) })
    .safeParse(await pdf.getMetadata().catch(() => null));
  await pdf.destroy();
  return { pages, title: meta.data?.info.Title ?? null };
};

/** What most words are set in. */
const bodyOf = (lines: readonly PdfLine[]): { readonly size: number; readonly font: string } => {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, text } of lines) {
    const near = Math.round(size * 2) / 2;
    sizes.set(near, (sizes.get(near) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const top = <Of>(counts: ReadonlyMap<Of, number>, none: Of): Of =>
    [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? none;
  return { size: top(sizes, 10), font: top(fonts, '') };
};

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

/** Throws DocumentRefused for bombs, passwords and more than 400 pages. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadDocument> => {
  refusePdfBomb(bytes);
  const { pages, title } = await pagesOf(bytes.slice());
  const furniture = withoutFurniture(pages);
  const leftOut: readonly LeftOut[] = furniture.leftOut;
  const lines = furniture.pages.flat();
  const joined = joinBy(lines.map(({ text }) => text));
  const body = bodyOf(lines);
  const larger = [...new Set(lines.map(({ size }) => Math.round(size * 2) / 2))]
    .filter((size) => size > body.size * 1.08)
    .toSorted((a, b) => b - a);
  const gaps = lines.slice(1).flatMap((line, at) => {
    const before = lines[at];
    return before !== undefined &&
      before.page === line.page &&
      line.y > before.y &&
      Math.abs(line.size - before.size) < 1
      ? [(line.y - before.y) / line.size]
      : [];
  });
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.3)] ?? 1.3;
  const rightEdge = Math.max(0, ...lines.map(({ right }) => right));

  const blocks: Block[] = [];
  const repeated: string[] = [];
  let items: ReturnType<typeof itemOf>[] = [];
  const now: { paragraph: { readonly text: string; readonly last: PdfLine } | null } = { paragraph: null };
  let inItem = false;
  let depth = 1;

  const flush = (): void => {
    if (now.paragraph !== null) blocks.push({ type: 'paragraph', text: squeezed(now.paragraph.text) });
    now.paragraph = null;
  };
  const closeList = (): void => {
    flush();
    blocks.push(...listsOf(items));
    items = [];
    inItem = false;
  };

  /** Larger than the text, or in a face of its own on a line of its own. */
  const headingDepth = (
    line: PdfLine,
    before: PdfLine | undefined,
    next: PdfLine | undefined,
  ): number | null => {
    if (line.pieces.length > 1 || line.text.length > 160) return null;
    const rank = larger.indexOf(Math.round(line.size * 2) / 2);
    if (rank !== -1) return Math.min(6, rank + 1);
    const apart =
      before === undefined || before.page !== line.page || line.y - before.y > line.size * usual * 1.15;
    if (line.font === body.font || !apart || line.text.length > 100 || /[;,]$/u.test(line.text)) return null;
    if (/[.]$/u.test(line.text) && numberedDepth(line.text) === null) return null;
    // A first line that is all in another face may be a bold beginning of a longer sentence.
    if (next !== undefined && next.page === line.page && next.font === line.font && next.text.length > 100)
      return null;
    return Math.min(6, larger.length + (numberedDepth(line.text) ?? 1));
  };

  const goesOn = (line: PdfLine, last: PdfLine): boolean => {
    if (Math.abs(line.size - last.size) > 1.2) return false;
    if (line.page !== last.page || line.y < last.y)
      return !/[.!?:”)]$/u.test(last.text) || /^\p{Ll}/u.test(line.text);
    const room = rightEdge - last.right;
    const [word = ''] = line.text.split(' ');
    const near = line.y - last.y < line.size * usual * 1.22;
    // A line that ended although the next word would have fitted was ended by its writer.
    const ended = room > (word.length + 2) * line.size * 0.62 && /[.:;!?]$/u.test(last.text);
    return near && !(ended && /^\p{Lu}/u.test(line.text) && room > (rightEdge - last.left) * 0.3);
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const length = tableLength(lines, at);
    if (length > 0) {
      closeList();
      const rows = cellsOfTable(lines.slice(at, at + length));
      const headFont = line.font !== body.font && lines[at + 1]?.font !== line.font;
      const plain = plainTable(
        rows.map((cells, row) => ({
          head: row === 0 && headFont,
          cells: cells.map((text) => ({ text, columns: 1, rows: 1, head: false })),
        })),
        Math.min(6, depth + 1),
      );
      blocks.push(...(plain?.blocks ?? []));
      repeated.push(...(plain?.repeated ?? []));
      at += length - 1;
      continue;
    }
    const mark = markOf(line.text);
    const heading =
      mark !== null && mark.kind !== 'number' ? null : headingDepth(line, lines[at - 1], lines[at + 1]);
    const last = blocks.at(-1);
    if (heading !== null) {
      const before = lines[at - 1];
      const wrapped =
        now.paragraph === null &&
        items.length === 0 &&
        last?.type === 'heading' &&
        before !== undefined &&
        before.page === line.page &&
        before.font === line.font &&
        Math.abs(before.size - line.size) < 0.6 &&
        line.y - before.y < line.size * 1.5 &&
        numberedDepth(line.text) === null;
      if (wrapped && last?.type === 'heading')
        blocks[blocks.length - 1] = { ...last, text: joined(last.text, line.text) };
      else {
        closeList();
        depth = heading;
        blocks.push({ type: 'heading', depth, text: line.text });
      }
      continue;
    }
    const running = now.paragraph;
    // A number that a sentence breaks its line before begins no list.
    const midway =
      mark?.kind === 'number' &&
      running !== null &&
      goesOn(line, running.last) &&
      !/[:.;]$/u.test(running.last.text);
    if (mark !== null && !midway) {
      flush();
      items.push(itemOf(mark, Math.round(line.left / 6)));
      inItem = true;
      continue;
    }
    const item = items.at(-1);
    const before = lines[at - 1];
    if (
      inItem &&
      item !== undefined &&
      before !== undefined &&
      goesOn(line, before) &&
      (line.left > item.indent * 6 + 2 || line.page !== before.page || line.left >= before.left - 1)
    ) {
      items[items.length - 1] = { ...item, text: joined(item.text, line.text) };
      continue;
    }
    if (running !== null && goesOn(line, running.last)) {
      now.paragraph = { text: joined(running.text, line.text), last: line };
      continue;
    }
    closeList();
    now.paragraph = { text: line.text, last: line };
  }
  closeList();
  const [largest] = larger;
  const first =
    largest === undefined
      ? undefined
      : lines.find(
          ({ page, size, text }) => page === 1 && Math.round(size * 2) / 2 === largest && titleLike(text),
        );
  return {
    blocks,
    leftOut,
    source: [
      ...joinedUp(
        lines.map(({ text }) => text),
        joined,
      ),
      ...leftOut.map(({ text }) => text),
    ],
    repeated,
    about: { title: first?.text ?? title, updated: null, head: {} },
  };
};
