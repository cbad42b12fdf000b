/** Lists that web editors save in pieces, put together again. */
import type { Block, List, ListItem } from './document.ts';

const LETTERED = /^\(?[a-z\d]{1,4}[).]\s/u;
const isLettered = ({ items }: List): boolean => LETTERED.test(items[0]?.text ?? '');

const goesOn = (list: List, next: List): boolean =>
  list.from === null || next.from === null
    ? list.from === next.from && isLettered(list) === isLettered(next)
    : next.from === list.from + list.items.length && list.typed === next.typed;

/** Lists one behind the other with nothing between are one, where the second counts on. */
export const joinedLists = (blocks: readonly Block[]): readonly Block[] => {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.type === 'list' && block.type === 'list' && goesOn(last, block))
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else joined.push(block);
  }
  return joined;
};

/** A list that belongs `level` deep into `list`, as a part of the last item there. */
export const nestedIn = (list: List, inner: readonly Block[], level: number): List => {
  const last = list.items.at(-1);
  if (last === undefined) return list;
  const below = last.children.at(-1);
  const children: readonly Block[] =
    level > 1 && below?.type === 'list'
      ? [...last.children.slice(0, -1), nestedIn(below, inner, level - 1)]
      : joinedLists([...last.children, ...inner]);
  const item: ListItem = { ...last, children };
  return { ...list, items: [...list.items.slice(0, -1), item] };
};
