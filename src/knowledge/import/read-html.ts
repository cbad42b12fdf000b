/** A web page into blocks. */
import { type Block, type ReadDocument, squeezed } from './document.ts';
import { isContents } from './html-contents.ts';
import { type BlockTools, type PageState, pageTools } from './html-inline.ts';
import { leftOutAsks, onlyTitle, titleOfPage } from './html-left-out.ts';
import { readDefinitions, readList } from './html-lists.ts';
import { readTable } from './html-table.ts';
import {
  attr,
  BLOCKS,
  elementsIn,
  type HtmlElement,
  type HtmlNode,
  isElement,
  NO_WORDS,
  placeOf,
  textOf,
  treeOf,
} from './html-tree.ts';
import { googleLevel, isWordItem, isWordTitle, wordItem } from './html-writers.ts';
import { blocksFromLines } from './lines.ts';
import { joinedLists, nestedIn } from './list-joins.ts';
import { type Item, listsOf, markOf, withTypedLists } from './marks.ts';
import { partsBetweenBlanks, runsToBlocks, type TextRun, underTitle } from './run-in.ts';

const CONTENTS_TITLE =
  /^(?:(?:table of )?contents|on this page|in this (?:notice|policy|section|page|document)|jump to|index)$/iu;

/** Reads a page, or a piece of one that stands below a heading of depth `below`. Throws DocumentRefused where a table lies in a table. */
export const readHtml = (html: string, below: number | null = null): ReadDocument => {
  const tree = treeOf(html, below !== null);
  const asks = leftOutAsks(tree);
  const state: PageState = { leftOut: [], repeated: [], depth: below ?? 1, heading: null };
  const { leave, runsOf, inlineText } = pageTools(asks, state);
  const shift = [...elementsIn(tree)].some(isWordTitle) ? 1 : 0;
  let tables = 0;

  const paragraphs = (runs: readonly TextRun[]): readonly Block[] => {
    return partsBetweenBlanks(runs).flatMap((part) => {
      const lines = part
        .map(({ text }) => text)
        .join('')
        .split('\n')
        .map(squeezed);
      if (lines.filter((line) => markOf(line) !== null).length < 2)
        return runsToBlocks(part, state.depth + 1);
      const read = blocksFromLines(lines.join('\n'), false);
      state.repeated.push(...read.repeated);
      state.leftOut.push(...read.leftOut);
      return read.blocks;
    });
  };

  const hasBlocks = (element: HtmlElement): boolean =>
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

  const hasHeadings = (element: HtmlElement): boolean => {
    for (const below of elementsIn(element)) if (/^(?:h[1-6]|summary)$/u.test(below.tagName)) return true;
    return false;
  };

  /** What follows a part with a heading of its own, and has none, belongs to the heading before that part. */
  const closed = (outer: Block | null, depth: number): readonly Block[] => {
    state.depth = depth;
    state.heading = outer;
    return outer === null ? [] : [outer];
  };

  const tools = (): BlockTools => ({ state, asks, leave, runsOf, inlineText, flow });

  const block = (element: HtmlElement): readonly Block[] => {
    switch (element.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const text = inlineText(element);
        if (text === '') return [];
        state.depth = Math.min(6, Number(element.tagName.slice(1)) + shift);
        state.heading = { type: 'heading', depth: state.depth, text };
        return [state.heading];
      }
      case 'button': {
        const text = inlineText(element);
        return text === '' ? [] : [{ type: 'heading', depth: Math.min(6, state.depth + 1), text }];
      }
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return hasHeadings(element) ? flow(element.childNodes) : readList(element, tools());
      case 'dl': {
        const outer = state.heading;
        const depth = state.depth;
        const blocks = readDefinitions(element, tools());
        return blocks.some(({ type }) => type === 'heading') ? [...blocks, ...after(outer, depth)] : blocks;
      }
      case 'details': {
        const outer = state.heading;
        const depth = state.depth;
        const summary = element.childNodes.find(
          (child): child is HtmlElement => isElement(child) && child.tagName === 'summary',
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
        tables += 1;
        return readTable(element, tables, tools());
      case 'pre': {
        const read = blocksFromLines(textOf(element), false);
        state.leftOut.push(...read.leftOut);
        state.repeated.push(...read.repeated);
        return read.blocks;
      }
      case 'hr':
      case 'br':
        return [];
      default: {
        const text = isWordTitle(element) ? inlineText(element) : '';
        if (text === '') return hasBlocks(element) ? flow(element.childNodes) : inParts(element.childNodes);
        state.depth = 1;
        state.heading = { type: 'heading', depth: 1, text };
        return [state.heading];
      }
    }
  };

  /** Stands for the heading before, until it is known whether text follows that belongs to it. */
  const pending = new Set<Block>();
  const after = (outer: Block | null, depth: number): readonly Block[] => {
    const again = closed(outer, depth).map((one) => ({ ...one }));
    for (const one of again) pending.add(one);
    return again;
  };

  /** What a paragraph begins with is held against its neighbours, so that is for whoever has them all. */
  const flow = (nodes: readonly HtmlNode[]): readonly Block[] =>
    joinedLists(withTypedLists(inParts(nodes), state.depth + 1));

  const inParts = (nodes: readonly HtmlNode[]): readonly Block[] => {
    const blocks: Block[] = [];
    let runs: TextRun[] = [];
    let items: Item[] = [];
    const closeItems = (): void => {
      blocks.push(...listsOf(items));
      items = [];
    };
    const flush = (): void => {
      const made = paragraphs(runs);
      runs = [];
      if (made.length > 0) closeItems();
      blocks.push(...made);
    };
    /** Whether it was an item of a list that only looks like one. */
    const listed = (element: HtmlElement): boolean => {
      if (!isWordItem(element)) return false;
      const said = inlineText(element);
      const found = wordItem(element, said);
      if (found === null) return false;
      flush();
      items.push(found.item);
      if (found.mark !== null)
        state.leftOut.push({ what: 'list mark', place: placeOf(element), text: found.mark });
      return true;
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
      if (listed(node)) continue;
      if (node.tagName !== 'br' && (BLOCKS.has(node.tagName) || hasBlocks(node))) {
        flush();
        const made = block(node);
        if (made.length > 0) closeItems();
        const last = blocks.at(-1);
        const level = googleLevel(node);
        if (level > 0 && last?.type === 'list') blocks[blocks.length - 1] = nestedIn(last, made, level);
        else blocks.push(...made);
      } else runs.push(...runsOf(node, false));
    }
    flush();
    closeItems();
    return blocks;
  };

  const raw = flow(tree.childNodes);
  const held = raw.filter((one, at) => {
    if (!pending.has(one)) return true;
    const next = raw.slice(at + 1).find((other) => !pending.has(other) || other === undefined);
    const last = raw.slice(at + 1).findIndex((other) => !pending.has(other));
    const nearest = last === -1 || last === 0;
    const needed = next !== undefined && next.type !== 'heading' && nearest;
    if (needed && one.type === 'heading') state.repeated.push(one.text);
    return needed;
  });
  const blocks = below === null ? underTitle(held) : held;
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
