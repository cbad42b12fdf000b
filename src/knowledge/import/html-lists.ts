/** Lists and definition lists of a web page into blocks. */
import type { Block, ListItem } from './document.ts';
import type { BlockTools } from './html-inline.ts';
import { numberIn } from './html-table.ts';
import { BLOCKS, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts';

/** What may stand within a line of text. */
const isWithin = (node: HtmlNode): boolean => !isElement(node) || !BLOCKS.has(node.tagName);

/** The children one by one, and what stands loose between items as one: text and a raised figure beside it are one word. */
const pieces = (nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] => {
  const runs: HtmlNode[][] = [];
  let loose = false;
  for (const node of nodes) {
    const goesOn = isWithin(node);
    const last = runs.at(-1);
    if (goesOn && loose && last !== undefined) last.push(node);
    else runs.push([node]);
    loose = goesOn;
  }
  return runs;
};

/** Items with what lies in them; a list without an item of its own belongs to the item before it. */
export const readList = (element: HtmlElement, tools: BlockTools): readonly Block[] => {
  const { asks, leave, flow } = tools;
  const items: ListItem[] = [];
  const hoisted: Block[] = [];
  for (const piece of pieces(element.childNodes)) {
    const [child] = piece;
    const own = child !== undefined && isElement(child) && !isWithin(child) ? child : null;
    if (own !== null) {
      if (/^(?:ul|ol)$/u.test(own.tagName)) {
        // A list that stands in a list without an item belongs to the item before it.
        const last = items.pop();
        const inner = readList(own, tools);
        if (last !== undefined) items.push({ ...last, children: [...last.children, ...inner] });
        else hoisted.push(...inner);
        continue;
      }
      const what = asks(own);
      if (what !== null) {
        leave(what, own);
        continue;
      }
    }
    const [first, ...rest] = flow(own === null ? piece : own.childNodes);
    if (first === undefined) continue;
    if (first.type === 'paragraph' || first.type === 'heading')
      items.push({ text: first.text, children: rest });
    else items.push({ text: '', children: [first, ...rest] });
  }
  const start = element.tagName === 'ol' ? numberIn(element, 'start', 9_999) : null;
  const bare = items.filter(({ text }) => text === '').flatMap(({ children }) => children);
  const named = items.filter(({ text }) => text !== '');
  return [
    ...(named.length === 0 ? [] : [{ type: 'list' as const, from: start, items: named }]),
    ...bare,
    ...hoisted,
  ];
};

/** Terms of a definition list with what they mean: items, or headings over longer texts and answers. */
export const readDefinitions = (element: HtmlElement, tools: BlockTools): readonly Block[] => {
  const { state, asks, leave, flow, inlineText } = tools;
  const parts = element.childNodes.flatMap((child) =>
    isElement(child) && child.tagName === 'div' && asks(child) === null ? child.childNodes : [child],
  );
  const blocks: Block[] = [];
  let terms: string[] = [];
  for (const piece of pieces(parts)) {
    const [part] = piece;
    if (part === undefined || !isElement(part) || isWithin(part)) {
      blocks.push(...flow(piece));
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
