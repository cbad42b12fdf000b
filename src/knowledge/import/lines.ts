/** Lines of plain text into headings, paragraphs, lists and tables. */
import { type Block, type LeftOut, squeezed } from './document.ts';
import {
  CONTENTS_LINE,
  type Item,
  itemOf,
  listsOf,
  markOf,
  numberedDepth,
  PAGE_NUMBER,
  titleLike,
  wordsOf,
} from './marks.ts';
import { plainTable } from './tables.ts';

type Line = { readonly text: string; readonly indent: number; readonly number: number };

const cellsOf = (line: string): readonly string[] => {
  const piped = /^\s*\|.*\|\s*$/u.test(line);
  const parts = piped ? line.trim().slice(1, -1).split('|') : line.trim().split(/\t+|\s{3,}/u);
  return parts.map(squeezed);
};

const isRule = (line: string): boolean => /^[\s|:+=_*~-]{3,}$/u.test(line) && !/\p{L}|\d/u.test(line);

/** Paragraph lines: a line as long as the text is wide runs on into the next; a short one ends. */
const joined = (lines: readonly string[], width: number): readonly string[] => {
  const paragraphs: string[] = [];
  let running = false;
  for (const [at, line] of lines.entries()) {
    if (running) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else paragraphs.push(line);
    const next = lines[at + 1] ?? '';
    const [word = ''] = next.split(' ');
    const noRoom = line.length + 1 + word.length > width * 0.92 && width >= 30;
    running =
      /^[\p{Ll}(&]/u.test(next) ||
      noRoom ||
      (/[\p{Ll},]$/u.test(line) && /^\p{N}/u.test(next) && markOf(next) === null);
  }
  return paragraphs;
};

export type FromLines = {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly repeated: readonly string[];
};

/** `firstTitle`: the first line on its own is the document's title. */
export const blocksFromLines = (text: string, firstTitle: boolean): FromLines => {
  const blocks: Block[] = [];
  const leftOut: LeftOut[] = [];
  const repeated: string[] = [];
  const lines: readonly Line[] = text.split('\n').map((line, at) => {
    const shown = line.replaceAll('\t', '    ');
    return { text: line.trim(), indent: shown.length - shown.trimStart().length, number: at + 1 };
  });
  const width = Math.max(0, ...lines.map((line) => line.text.length));
  const wraps = lines.filter((line) => line.text.length > width * 0.8).length > 3 && width < 120;
  let group: Line[] = [];
  let items: Item[] = [];

  const closeList = (): void => {
    blocks.push(...listsOf(items));
    items = [];
  };
  const nextText = (from: number): string => lines.slice(from).find((line) => line.text !== '')?.text ?? '';

  const heading = (line: Line): boolean => {
    const { text: title, number } = line;
    if (!titleLike(title)) return false;
    const mark = markOf(title);
    if (mark !== null && mark.kind !== 'number') return false;
    const next = nextText(number);
    if (mark?.kind === 'number') {
      const sibling = markOf(next);
      return (
        wordsOf(mark.rest) <= 9 &&
        !(
          sibling?.kind === 'number' &&
          Number.parseInt(sibling.label, 10) === Number.parseInt(mark.label, 10) + 1
        )
      );
    }
    return next !== '' && !/^[\p{Ll}]/u.test(next);
  };

  const headingBlock = (title: string): void => {
    const first = blocks.length === 0 && firstTitle;
    const depth = first ? 1 : 1 + (numberedDepth(title) ?? (/^[^\p{Ll}]+$/u.test(title) ? 1 : 1));
    blocks.push({ type: 'heading', depth, text: title });
  };

  const table = (rows: readonly Line[]): boolean => {
    const split = rows.filter(({ text: line }) => !isRule(line)).map(({ text: line }) => cellsOf(line));
    const wide = split[0]?.length ?? 0;
    if (split.length < 2 || wide < 2 || !split.every((cells) => cells.length === wide)) return false;
    const plain = plainTable(
      split.map((cells) => ({
        head: false,
        cells: cells.map((cell) => ({ text: cell, columns: 1, rows: 1, head: false })),
      })),
      3,
    );
    if (plain === null) return false;
    blocks.push(...plain.blocks);
    repeated.push(...plain.repeated);
    return true;
  };

  const close = (): void => {
    const mine = group;
    group = [];
    const [first, ...rest] = mine;
    if (first === undefined) return;
    // A line below the mark of an item belongs to it.
    const last = items.at(-1);
    if (last !== undefined && markOf(first.text) === null) {
      if (first.indent > last.indent) {
        items = [
          ...items.slice(0, -1),
          { ...last, text: `${last.text} ${mine.map((line) => line.text).join(' ')}` },
        ];
        return;
      }
      closeList();
    }
    if (table(mine)) return;
    let plain: string[] = [];
    const flush = (): void => {
      blocks.push(
        ...joined(plain, wraps ? width : Number.POSITIVE_INFINITY).map(
          (one): Block => ({ type: 'paragraph', text: one }),
        ),
      );
      plain = [];
    };
    if (
      heading(first) &&
      (rest.length === 0 || blocks.length === 0 || !wraps || first.text.length < width * 0.6)
    ) {
      closeList();
      headingBlock(first.text.replace(/^#{1,6}\s*/u, ''));
      group = rest;
      close();
      return;
    }
    for (const [at, line] of mine.entries()) {
      const mark = markOf(line.text);
      if (mark !== null) {
        flush();
        items.push(itemOf(mark, line.indent));
      } else if (
        items.length > 0 &&
        (line.indent > (items.at(-1)?.indent ?? 0) ||
          /^\p{Ll}/u.test(line.text) ||
          (wraps && (mine[at - 1]?.text.length ?? 0) > width * 0.8))
      ) {
        const item = items.at(-1);
        if (item !== undefined)
          items = [...items.slice(0, -1), { ...item, text: `${item.text} ${line.text}` }];
      } else {
        closeList();
        plain.push(line.text);
      }
    }
    flush();
  };

  for (const line of lines) {
    const marked = /^(#{1,6})\s*(\S.*?)\s*#*$/u.exec(line.text);
    if (line.text === '') close();
    else if (isRule(line.text) && !line.text.includes('|')) {
      // A line of = or - under a single line makes it a heading.
      const [only] = group;
      if (
        group.length === 1 &&
        only !== undefined &&
        /^(?:=+|-+)$/u.test(line.text) &&
        titleLike(only.text)
      ) {
        group = [];
        closeList();
        blocks.push({ type: 'heading', depth: line.text.startsWith('=') ? 1 : 2, text: only.text });
      } else close();
    } else if (CONTENTS_LINE.test(line.text)) {
      close();
      leftOut.push({ what: 'table of contents', place: `line ${line.number}`, text: line.text });
    } else if (/^page\s/iu.test(line.text) && PAGE_NUMBER.test(line.text)) {
      close();
      leftOut.push({ what: 'page number', place: `line ${line.number}`, text: line.text });
    } else if (marked !== null) {
      close();
      closeList();
      blocks.push({ type: 'heading', depth: marked[1]?.length ?? 1, text: marked[2] ?? '' });
    } else group.push(line);
  }
  close();
  closeList();
  return { blocks, leftOut, repeated };
};
