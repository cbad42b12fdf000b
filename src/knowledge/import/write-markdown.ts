/** Blocks written as Markdown that reads back as the same blocks: a mark that is only a letter of the text is kept from meaning anything. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, List, ListItem, Table } from './document.ts';
import { squeezed } from './document.ts';

type MarkdownNode = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

export const plainOf = (node: MarkdownNode): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(plainOf).join('') : '';
};

const readsBack = (markdown: string, text: string): boolean => {
  const { children } = fromMarkdown(markdown);
  const [only] = children;
  if (only === undefined || children.length > 1 || only.type !== 'paragraph') return false;
  return only.children.every(({ type }) => type === 'text') && plainOf(only) === text;
};

const atStart = (text: string): string =>
  text.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2').replace(/^([-+>#=~`|]|\*(?=\s))/u, '\\$1');

/** Marks that can mean something inside a paragraph, each kind apart. */
const KINDS: readonly RegExp[] = [
  /\\(?=[!-/:-@[-`{-~])/gu,
  /</gu,
  /&(?=#?\w{1,32};)/gu,
  /[[\]]/gu,
  /`/gu,
  /\*/gu,
  /_/gu,
];

const escaped = (text: string, kinds: readonly RegExp[]): string =>
  kinds.reduce((done, kind) => done.replace(kind, '\\$&'), text);

/** The text itself where it reads back as it is, which is nearly always; with the fewest backslashes where it must have some. */
const safe = (text: string): string => {
  if (/^[\p{L}\p{N}“‘’”(),.;:'"/%£$€?! –—-]*$/u.test(text) && /^[\p{L}“‘(]/u.test(text)) return text;
  if (readsBack(text, text)) return text;
  const start = atStart(text);
  if (readsBack(start, text)) return start;
  let needed = KINDS;
  if (text.length < 4_000)
    for (const kind of KINDS) {
      const fewer = needed.filter((one) => one !== kind);
      if (readsBack(atStart(escaped(text, fewer)), text)) needed = fewer;
    }
  return atStart(escaped(text, needed));
};

/** The same behind other words, where no mark can begin anything. */
const safeInside = (text: string): string => safe(`x ${text}`).slice(2);

const cell = (text: string): string => safeInside(squeezed(text)).replace(/(?<!\\)\|/gu, '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const tableOf = ({ header, rows }: Table): string => {
  const width = Math.max(header?.length ?? 0, ...rows.map((cells) => cells.length));
  const filled = (cells: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return [
    row(filled(header ?? [])),
    `|${' --- |'.repeat(width)}`,
    ...rows.map((cells) => row(filled(cells))),
  ].join('\n');
};

const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(by) + line))
    .join('\n');

const listOf = ({ from, items }: List, other: boolean): string => {
  const loose = items.some(({ children }) => children.some(({ type }) => type !== 'list'));
  const itemOf = ({ text, children }: ListItem, at: number): string => {
    const mark = from === null ? (other ? '* ' : '- ') : `${from + at}${other ? ')' : '.'} `;
    const inner = blocksOf(children);
    const body = safe(squeezed(text));
    const between = loose ? '\n\n' : '\n';
    return indented(`${mark}${inner === '' ? body : `${body}${between}${inner}`}`, mark.length);
  };
  return items.map(itemOf).join(loose ? '\n\n' : '\n');
};

const blocksOf = (blocks: readonly Block[]): string => {
  const written: string[] = [];
  let before: Block | null = null;
  let other = false;
  for (const block of blocks) {
    // Two lists in a row stay two by having different marks.
    other = before?.type === 'list' && block.type === 'list' && !other;
    const text = blockOf(block, other);
    if (text === '') continue;
    written.push(text);
    before = block;
  }
  return written.join('\n\n');
};

const blockOf = (block: Block, other: boolean): string => {
  switch (block.type) {
    case 'heading': {
      const text = safeInside(squeezed(block.text));
      return text === ''
        ? ''
        : `${'#'.repeat(Math.min(6, Math.max(1, block.depth)))} ${text.replace(/(#+)$/u, '\\$1')}`;
    }
    case 'paragraph':
      return safe(squeezed(block.text));
    case 'list':
      return listOf(block, other);
    case 'table':
      return block.rows.length === 0 && block.header === null ? '' : tableOf(block);
    case 'verbatim':
      return block.text;
  }
};

/** The text of a policy file below its front matter. */
export const writeMarkdown = (blocks: readonly Block[]): string => `${blocksOf(blocks)}\n`;
