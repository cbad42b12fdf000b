/** A table of a web page into blocks. */
import { type Block, DocumentRefused, squeezed } from './document.ts';
import type { BlockTools } from './html-inline.ts';
import {
  attr,
  elementsIn,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  placeOf,
} from './html-tree.ts';
import { plainTable, type SourceRow } from './tables.ts';

const rowsOf = (table: HtmlElement): readonly { readonly row: HtmlElement; readonly head: boolean }[] =>
  table.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [{ row: child, head: false }];
    if (!/^t(?:head|body|foot)$/u.test(child.tagName)) return [];
    return child.childNodes.flatMap((row) =>
      isElement(row) && row.tagName === 'tr' ? [{ row, head: child.tagName === 'thead' }] : [],
    );
  });

const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  row.childNodes.filter((child): child is HtmlElement => isElement(child) && /^t[dh]$/u.test(child.tagName));

export const numberIn = (element: HtmlElement, name: string, most: number): number => {
  const value = Number.parseInt(attr(element, name) ?? '1', 10);
  return Number.isNaN(value) ? 1 : Math.min(most, Math.max(1, value));
};

/** A table that only places things: said so, of one column, or with headings, lists and paragraphs in cells that nobody marked. */
const isLayout = (table: HtmlElement): boolean => {
  if (/^(?:presentation|none)$/u.test(attr(table, 'role') ?? '')) return true;
  const rows = rowsOf(table);
  if (rows.every(({ row }) => cellsOf(row).length <= 1)) return true;
  for (const below of elementsIn(table))
    if (below.tagName === 'th' || below.tagName === 'thead' || below.tagName === 'caption') return false;
  for (const below of elementsIn(table))
    if (/^(?:h[1-6]|table|section|article)$/u.test(below.tagName)) return true;
  return false;
};

/** The items of a list in a cell, in one line. */
const cellList = (cell: HtmlElement, inlineText: (element: HtmlElement) => string): string => {
  const parts: string[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (isElement(node) && /^(?:ul|ol)$/u.test(node.tagName)) walk(node.childNodes);
      else if (isElement(node) && node.tagName === 'li') parts.push(inlineText(node));
      else if (isElement(node)) parts.push(inlineText(node));
      else if (isText(node)) parts.push(squeezed(node.value));
    }
  };
  walk(cell.childNodes);
  const said = parts.filter((part) => part !== '');
  return said
    .map((part, at) => (at < said.length - 1 && !/[.;:,!?]$/u.test(part) ? `${part};` : part))
    .join(' ');
};

/** `number` is the table's in the page. Throws DocumentRefused for a table in a table and for more than 20,000 cells. */
export const readTable = (element: HtmlElement, number: number, tools: BlockTools): readonly Block[] => {
  const { state, asks, leave, flow, runsOf, inlineText } = tools;
  if (isLayout(element))
    return flow(rowsOf(element).flatMap(({ row }) => cellsOf(row).flatMap((one) => [one])));
  const rows: SourceRow[] = [];
  for (const [at, { row, head }] of rowsOf(element).entries()) {
    const what = asks(row);
    if (what !== null) {
      leave(what, row);
      continue;
    }
    const cells = cellsOf(row).flatMap((one) => {
      const why = asks(one);
      if (why !== null) {
        leave(why, one);
        return [];
      }
      for (const below of elementsIn(one))
        if (below.tagName === 'table')
          throw new DocumentRefused(
            `Table ${number}, row ${at + 1} (${placeOf(below)}) has a table inside a table.`,
            'Put the inner table below the outer one and import again.',
          );
      const items = [...elementsIn(one)].filter(({ tagName }) => tagName === 'li');
      const listed = items.length > 1;
      const runs = listed ? [] : runsOf(one, false);
      const text = listed ? cellList(one, inlineText) : squeezed(runs.map((run) => run.text).join(''));
      const bold = !listed && text !== '' && runs.every((run) => run.bold || run.text.trim() === '');
      return [
        {
          text,
          columns: numberIn(one, 'colspan', 100),
          rows: numberIn(one, 'rowspan', 1000),
          head: one.tagName === 'th' || bold,
        },
      ];
    });
    rows.push({ cells, head });
  }
  const plain = plainTable(rows, Math.min(6, state.depth + 1));
  if (plain === null)
    throw new DocumentRefused(
      `Table ${number} (${placeOf(element)}) has more than 20,000 cells.`,
      'Bring it in parts.',
    );
  state.repeated.push(...plain.repeated);
  const caption = element.childNodes.find(
    (child): child is HtmlElement => isElement(child) && child.tagName === 'caption',
  );
  const said = caption === undefined ? '' : inlineText(caption);
  return [...(said === '' ? [] : [{ type: 'paragraph' as const, text: said }]), ...plain.blocks];
};
