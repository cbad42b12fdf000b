/** What begins the items of lists, and what reads like a title, where a source only writes it out. */
import type { Block, ListItem } from './document.ts';

export type Mark = {
  readonly kind: 'bullet' | 'number' | 'letter';
  readonly label: string;
  readonly rest: string;
};

const BULLET = /^([•●▪■◦‣·∙○\uf0b7\uf0a7–—*+-])\s+(\S.*)$/u;
const NUMBER = /^(\d{1,3}[.)])\s+(\S.*)$/u;
const LETTER = /^(\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\)|[a-h]\.)\s+(\S.*)$/u;

/** What begins an item of a list: the mark and what stands behind it. */
export const markOf = (line: string): Mark | null => {
  for (const [kind, form] of [
    ['bullet', BULLET],
    ['number', NUMBER],
    ['letter', LETTER],
  ] as const) {
    const [, label, rest] = form.exec(line) ?? [];
    if (label !== undefined && rest !== undefined) return { kind, label, rest };
  }
  return null;
};

export const PAGE_NUMBER = /^[-–— ]*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/|von)\s*\d{1,4})?[-–— ]*$/iu;
/** "Your rights ........ 7" */
export const CONTENTS_LINE = /^\S.{0,120}?(?:\.\s?){4,}\s*\d{1,4}$|^\S.{0,120}?(?:…\s?){2,}\s*\d{1,4}$/u;

export const wordsOf = (text: string): number => text.split(' ').length;

/** Whether a line on its own reads as a title: short, without an end, and not the beginning of a list. */
export const titleLike = (text: string): boolean =>
  text.length <= 90 &&
  wordsOf(text) <= 12 &&
  /^[\p{Lu}\p{N}“(]/u.test(text) &&
  /\p{L}/u.test(text) &&
  !/[.;:,]$/u.test(text) &&
  !/@|https?:|^\+?\d[\d\s()-]{6,}/u.test(text);

/** Depth of a numbered heading by its number: `2.1` is one below `2.`. */
export const numberedDepth = (text: string): number | null => {
  const [, number] = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\p{Lu}/u.exec(text) ?? [];
  return number === undefined ? null : number.split('.').length;
};

export type Item = {
  readonly kind: Mark['kind'];
  readonly indent: number;
  readonly text: string;
  readonly number: number;
  /** Its mark is written out in the source. */
  readonly typed: boolean;
};

/** Items with their indents as nested lists; a letter's label stays part of its words. */
export const listsOf = (items: readonly Item[]): readonly Block[] => {
  const blocks: Block[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at];
    if (first === undefined) break;
    const own: ListItem[] = [];
    while (at < items.length) {
      const item = items[at];
      if (item === undefined || item.indent < first.indent) break;
      if (item.indent === first.indent && item.kind !== first.kind) break;
      if (item.indent === first.indent && item.kind === 'number' && item.number !== first.number + own.length)
        break;
      at += 1;
      let end = at;
      while ((items[end]?.indent ?? -1) > first.indent) end += 1;
      own.push({ text: item.text, children: listsOf(items.slice(at, end)) });
      at = end;
    }
    const from = first.kind === 'number' ? first.number : null;
    blocks.push({ type: 'list', from, typed: from !== null && first.typed, items: own });
  }
  return blocks;
};

export const itemOf = ({ kind, label, rest }: Mark, indent: number): Item => ({
  kind,
  indent,
  text: kind === 'letter' ? `${label} ${rest}` : rest,
  number: Number.parseInt(label, 10) || 0,
  typed: true,
});

/** Paragraphs that begin with a mark written out ("1. We …", "(a) …", "• …") are items; a short numbered one above text heads it. */
export const withTypedLists = (blocks: readonly Block[], depth: number): readonly Block[] => {
  const all: Block[] = [];
  let items: Item[] = [];
  const close = (): void => {
    all.push(...listsOf(items));
    items = [];
  };
  for (const [at, block] of blocks.entries()) {
    const mark = block.type === 'paragraph' ? markOf(block.text) : null;
    const next = blocks[at + 1];
    const sibling = next?.type === 'paragraph' ? markOf(next.text) : null;
    if (mark === null) {
      close();
      all.push(block);
    } else if (
      mark.kind === 'number' &&
      next !== undefined &&
      next.type !== 'heading' &&
      sibling?.kind !== 'number' &&
      titleLike(mark.rest) &&
      wordsOf(mark.rest) <= 9
    ) {
      close();
      all.push({ type: 'heading', depth: Math.min(6, depth), text: `${mark.label} ${mark.rest}` });
    } else items.push(itemOf(mark, 0));
  }
  close();
  return all;
};
