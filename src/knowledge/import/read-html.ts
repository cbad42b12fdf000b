/** A web page into blocks. */
import type { Block, LeftOut, ListItem, ReadDocument } from './document.ts';
import { DocumentRefused, squeezed } from './document.ts';
import { isContents, leftOutAsks, onlyTitle, titleOfPage } from './html-left-out.ts';
import {
  attr,
  BLOCKS,
  type Element,
  elementsIn,
  isElement,
  isNoteMark,
  isText,
  NO_WORDS,
  type Node,
  placeOf,
  textOf,
  treeOf,
} from './html-tree.ts';
import { blocksFromLines, markOf, withTypedLists } from './lines.ts';
import { type Run, runsToBlocks } from './run-in.ts';
import { plainTable, type SourceRow } from './tables.ts';

const CONTENTS_TITLE =
  /^(?:(?:table of )?contents|on this page|in this (?:notice|policy|section|page|document)|jump to|index)$/iu;

type Reading = {
  readonly leftOut: LeftOut[];
  readonly repeated: string[];
  /** The nearest real heading above, whose rank those made of bold words go below. */
  depth: number;
  heading: Block | null;
};

const rowsOf = (table: Element): readonly { readonly row: Element; readonly head: boolean }[] =>
  table.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [{ row: child, head: false }];
    if (!/^t(?:head|body|foot)$/u.test(child.tagName)) return [];
    return child.childNodes.flatMap((row) =>
      isElement(row) && row.tagName === 'tr' ? [{ row, head: child.tagName === 'thead' }] : [],
    );
  });

const cellsOf = (row: Element): readonly Element[] =>
  row.childNodes.filter((child): child is Element => isElement(child) && /^t[dh]$/u.test(child.tagName));

const count = (element: Element, name: string, most: number): number => {
  const value = Number.parseInt(attr(element, name) ?? '1', 10);
  return Number.isNaN(value) ? 1 : Math.min(most, Math.max(1, value));
};

/** A table that only places things: said so, of one column, or with headings, lists and paragraphs in cells that nobody marked. */
const isLayout = (table: Element): boolean => {
  if (/^(?:presentation|none)$/u.test(attr(table, 'role') ?? '')) return true;
  const rows = rowsOf(table);
  if (rows.every(({ row }) => cellsOf(row).length <= 1)) return true;
  for (const below of elementsIn(table))
    if (below.tagName === 'th' || below.tagName === 'thead' || below.tagName === 'caption') return false;
  for (const below of elementsIn(table))
    if (/^(?:h[1-6]|table|section|article)$/u.test(below.tagName)) return true;
  return false;
};

/** Reads a page, or a piece of one that stands below a heading of depth `below`. Throws DocumentRefused where a table lies in a table. */
export const readHtml = (html: string, below: number | null = null): ReadDocument => {
  const tree = treeOf(html, below !== null);
  const asks = leftOutAsks(tree);
  const state: Reading = { leftOut: [], repeated: [], depth: below ?? 1, heading: null };
  let tables = 0;

  const leave = (what: LeftOut['what'], element: Element): void => {
    const alt = element.tagName === 'img' ? (attr(element, 'alt') ?? '') : '';
    const text = squeezed(`${textOf(element)} ${alt}`);
    if (text !== '') state.leftOut.push({ what, place: placeOf(element), text });
  };

  const runsOf = (node: Node, bold: boolean): readonly Run[] => {
    if (isText(node)) return [{ text: node.value.replace(/[\s\u00a0]/gu, ' '), bold }];
    if (!isElement(node) || NO_WORDS.has(node.tagName)) return [];
    const what = asks(node);
    if (what !== null) {
      leave(what, node);
      return [{ text: '', bold }];
    }
    if (node.tagName === 'br') return [{ text: '\n', bold }];
    if (
      node.tagName === 'a' &&
      /^#(?:top)?$/u.test(attr(node, 'href') ?? '') &&
      /\btop\b|^[\s↑^]*$/iu.test(textOf(node))
    ) {
      leave('link to the top', node);
      return [];
    }
    if (isNoteMark(node))
      return [{ text: ` [${squeezed(textOf(node)).replace(/^[[(]|[\])]$/gu, '')}]`, bold: false }];
    const own =
      bold ||
      node.tagName === 'b' ||
      node.tagName === 'strong' ||
      /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attr(node, 'style') ?? '');
    const inner = node.childNodes.flatMap((child) => runsOf(child, own));
    if (node.tagName === 'q') return [{ text: '“', bold: own }, ...inner, { text: '”', bold: own }];
    return BLOCKS.has(node.tagName) ? [{ text: ' ', bold }, ...inner, { text: ' ', bold }] : inner;
  };

  const inlineText = (element: Element): string =>
    squeezed(
      runsOf(element, false)
        .map(({ text }) => text)
        .join(''),
    );

  const paragraphs = (runs: readonly Run[]): readonly Block[] => {
    const lines = runs
      .map(({ text }) => text)
      .join('')
      .split('\n')
      .map(squeezed);
    if (lines.length > 1 && lines.filter((line) => markOf(line) !== null).length > 1) {
      const read = blocksFromLines(lines.join('\n'), false);
      state.repeated.push(...read.repeated);
      state.leftOut.push(...read.leftOut);
      return read.blocks;
    }
    return runsToBlocks(runs, state.depth + 1);
  };

  const hasBlocks = (element: Element): boolean =>
    element.childNodes.some(
      (child) =>
        isElement(child) &&
        ((BLOCKS.has(child.tagName) &&
          child.tagName !== 'br' &&
          child.tagName !== 'label' &&
          child.tagName !== 'button' &&
          child.tagName !== 'select') ||
          hasBlocks(child)),
    );

  const table = (element: Element): readonly Block[] => {
    tables += 1;
    const mine = tables;
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
              `Table ${mine}, row ${at + 1} (${placeOf(below)}) has a table inside a table.`,
              'Put the inner table below the outer one and import again.',
            );
        const items = [...elementsIn(one)].filter(({ tagName }) => tagName === 'li');
        const text = items.length > 1 ? cellList(one) : inlineText(one);
        const bold = text !== '' && runsOf(one, false).every((run) => run.bold || run.text.trim() === '');
        return [
          {
            text,
            columns: count(one, 'colspan', 100),
            rows: count(one, 'rowspan', 1000),
            head: one.tagName === 'th' || bold,
          },
        ];
      });
      rows.push({ cells, head });
    }
    const plain = plainTable(rows, Math.min(6, state.depth + 1));
    if (plain === null)
      throw new DocumentRefused(
        `Table ${mine} (${placeOf(element)}) has more than 20,000 cells.`,
        'Bring it in parts.',
      );
    state.repeated.push(...plain.repeated);
    const caption = element.childNodes.find(
      (child): child is Element => isElement(child) && child.tagName === 'caption',
    );
    const said = caption === undefined ? '' : inlineText(caption);
    return [...(said === '' ? [] : [{ type: 'paragraph' as const, text: said }]), ...plain.blocks];
  };

  /** The items of a list in a cell, in one line. */
  const cellList = (cell: Element): string => {
    const parts: string[] = [];
    const walk = (nodes: readonly Node[]): void => {
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

  const list = (element: Element): readonly Block[] => {
    const items: ListItem[] = [];
    const hoisted: Block[] = [];
    for (const child of element.childNodes) {
      if (!isElement(child)) {
        const stray = isText(child) ? squeezed(child.value) : '';
        if (stray !== '') items.push({ text: stray, children: [] });
        continue;
      }
      if (/^(?:ul|ol)$/u.test(child.tagName)) {
        // A list that stands in a list without an item belongs to the item before it.
        const last = items.pop();
        const inner = list(child);
        if (last !== undefined) items.push({ ...last, children: [...last.children, ...inner] });
        else hoisted.push(...inner);
        continue;
      }
      const what = asks(child);
      if (what !== null) {
        leave(what, child);
        continue;
      }
      const [first, ...rest] = flow(child.childNodes);
      if (first === undefined) continue;
      if (first.type === 'paragraph') items.push({ text: first.text, children: rest });
      else if (first.type === 'heading') items.push({ text: first.text, children: rest });
      else items.push({ text: '', children: [first, ...rest] });
    }
    const start = element.tagName === 'ol' ? count(element, 'start', 9_999) : null;
    const bare = items.filter(({ text }) => text === '').flatMap(({ children }) => children);
    const own = items.filter(({ text }) => text !== '');
    return [
      ...(own.length === 0 ? [] : [{ type: 'list' as const, from: start, items: own }]),
      ...bare,
      ...hoisted,
    ];
  };

  const hasHeadings = (element: Element): boolean => {
    for (const below of elementsIn(element)) if (/^(?:h[1-6]|summary)$/u.test(below.tagName)) return true;
    return false;
  };

  /** What follows a part with a heading of its own, and has none, belongs to the heading before that part. */
  const closed = (outer: Block | null, depth: number): readonly Block[] => {
    state.depth = depth;
    state.heading = outer;
    return outer === null ? [] : [outer];
  };

  const definitions = (element: Element): readonly Block[] => {
    const parts = element.childNodes.flatMap((child) =>
      isElement(child) && child.tagName === 'div' && asks(child) === null ? child.childNodes : [child],
    );
    const blocks: Block[] = [];
    let terms: string[] = [];
    for (const part of parts) {
      if (!isElement(part)) {
        blocks.push(...flow([part]));
        continue;
      }
      const what = asks(part);
      if (what !== null) leave(what, part);
      else if (part.tagName === 'dt') terms.push(inlineText(part));
      else {
        const inner = flow(part.childNodes);
        const term = terms.join(', ');
        const [only, ...more] = inner;
        if (term !== '' && only?.type === 'paragraph' && more.length === 0 && !term.endsWith('?')) {
          const item = { text: `${term}${/[:.]$/u.test(term) ? '' : ':'} ${only.text}`, children: [] };
          const last = blocks.at(-1);
          if (last?.type === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
          else blocks.push({ type: 'list', from: null, items: [item] });
        } else {
          if (term !== '') blocks.push({ type: 'heading', depth: Math.min(6, state.depth + 1), text: term });
          blocks.push(...inner);
        }
        terms = [];
      }
    }
    if (terms.length > 0) blocks.push({ type: 'paragraph', text: terms.join(', ') });
    return blocks;
  };

  const block = (element: Element): readonly Block[] => {
    switch (element.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const text = inlineText(element);
        if (text === '') return [];
        state.depth = Number(element.tagName.slice(1));
        state.heading = { type: 'heading', depth: state.depth, text };
        return [state.heading];
      }
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return hasHeadings(element) ? flow(element.childNodes) : list(element);
      case 'dl': {
        const outer = state.heading;
        const depth = state.depth;
        const blocks = definitions(element);
        return blocks.some(({ type }) => type === 'heading') ? [...blocks, ...after(outer, depth)] : blocks;
      }
      case 'details': {
        const outer = state.heading;
        const depth = state.depth;
        const summary = element.childNodes.find(
          (child): child is Element => isElement(child) && child.tagName === 'summary',
        );
        const title = summary === undefined ? '' : inlineText(summary);
        const own: Block = { type: 'heading', depth: Math.min(6, depth + 1), text: title };
        if (title !== '') {
          state.depth = own.depth;
          state.heading = own;
        }
        const rest = flow(element.childNodes.filter((child) => child !== summary));
        return title === '' ? rest : [own, ...rest, ...after(outer, depth)];
      }
      case 'table':
        return table(element);
      case 'pre': {
        const read = blocksFromLines(textOf(element), false);
        state.leftOut.push(...read.leftOut);
        state.repeated.push(...read.repeated);
        return read.blocks;
      }
      case 'hr':
      case 'br':
        return [];
      default:
        return flow(element.childNodes);
    }
  };

  /** Stands for the heading before, until it is known whether text follows that belongs to it. */
  const pending = new Set<Block>();
  const after = (outer: Block | null, depth: number): readonly Block[] => {
    const again = closed(outer, depth).map((one) => ({ ...one }));
    for (const one of again) pending.add(one);
    return again;
  };

  const flow = (nodes: readonly Node[]): readonly Block[] => {
    const blocks: Block[] = [];
    let runs: Run[] = [];
    const flush = (): void => {
      const made = paragraphs(runs);
      runs = [];
      blocks.push(...made);
    };
    for (const node of nodes) {
      if (!isElement(node) || NO_WORDS.has(node.tagName)) {
        runs.push(...runsOf(node, false));
        continue;
      }
      const what = asks(node);
      if (what !== null) {
        const isBlock = BLOCKS.has(node.tagName) || hasBlocks(node);
        if (isBlock && node.tagName !== 'button' && node.tagName !== 'select') flush();
        const title = what === 'page header' ? onlyTitle(node, tree) : null;
        if (title !== null) {
          blocks.push(...block(title));
          const rest = squeezed(textOf(node)).replace(squeezed(textOf(title)), '');
          if (rest.trim() !== '') state.leftOut.push({ what, place: placeOf(node), text: squeezed(rest) });
          continue;
        }
        if (what === 'table of contents' || isContents(node)) {
          const last = blocks.at(-1);
          if ((last?.type === 'heading' || last?.type === 'paragraph') && CONTENTS_TITLE.test(last.text)) {
            blocks.pop();
            state.leftOut.push({ what: 'table of contents', place: placeOf(node), text: last.text });
          }
        }
        leave(what, node);
        continue;
      }
      if (node.tagName !== 'br' && (BLOCKS.has(node.tagName) || hasBlocks(node))) {
        flush();
        blocks.push(...block(node));
      } else runs.push(...runsOf(node, false));
    }
    flush();
    return withTypedLists(blocks, state.depth + 1);
  };

  const raw = flow(tree.childNodes);
  const blocks = raw.filter((one, at) => {
    if (!pending.has(one)) return true;
    const next = raw.slice(at + 1).find((other) => !pending.has(other) || other === undefined);
    const last = raw.slice(at + 1).findIndex((other) => !pending.has(other));
    const nearest = last === -1 || last === 0;
    const needed = next !== undefined && next.type !== 'heading' && nearest;
    if (needed && one.type === 'heading') state.repeated.push(one.text);
    return needed;
  });
  const pictures = [...elementsIn(tree)]
    .filter(({ tagName }) => tagName === 'img')
    .map((one) => attr(one, 'alt') ?? '');
  const title = titleOfPage(tree);
  return {
    blocks,
    leftOut: state.leftOut,
    source: [textOf(tree), ...pictures],
    repeated: state.repeated,
    about: { title: title === null ? null : squeezed(title), updated: null, head: {} },
  };
};
