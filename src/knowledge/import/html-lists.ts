/** Lists and definition lists of a web page into blocks. */
import { type Block, type ListItem, squeezed } from './document.ts';
import type { BlockTools } from './html-inline.ts';
import { numberIn } from './html-table.ts';
import { type HtmlElement, isElement, isText } from './html-tree.ts';

/** Items with what lies in them; a list without an item of its own belongs to the item before it. */
export const readList = (element: HtmlElement, tools: BlockTools): readonly Block[] => {
  const { asks, leave, flow } = tools;
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
      const inner = readList(child, tools);
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
  const start = element.tagName === 'ol' ? numberIn(element, 'start', 9_999) : null;
  const bare = items.filter(({ text }) => text === '').flatMap(({ children }) => children);
  const own = items.filter(({ text }) => text !== '');
  return [
    ...(own.length === 0 ? [] : [{ type: 'list' as const, from: start, items: own }]),
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
