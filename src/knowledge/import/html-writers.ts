/** What Word and Google Docs write in web pages in a way of their own: titles, and lists that are no lists. */
import type { LeftOut } from './document.ts';
import { attr, classesOf, type HtmlElement } from './html-tree.ts';
import { type Item, itemOf, type Mark, markOf } from './marks.ts';

/** Bullets that Word draws with letters of its own fonts. */
const DRAWN = /^([o§ØüvqŸ])\s+(\S.*)$/u;
const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };

export const isWordTitle = (element: HtmlElement): boolean => classesOf(element).includes('msotitle');

export const isWordItem = (element: HtmlElement): boolean =>
  element.tagName === 'p' && classesOf(element).some((one) => one.startsWith('msolistparagraph'));

const indentOf = (element: HtmlElement): number => {
  const [, length = '0', unit = 'pt'] =
    /margin-left\s*:\s*(-?[\d.]{1,8})(pt|in|cm|mm|px)/iu.exec(attr(element, 'style') ?? '') ?? [];
  return Math.max(0, Math.round((Number(length) * (POINTS[unit.toLowerCase()] ?? 1)) / 18));
};

/** The item that a paragraph of Word's list style is, with the mark where that is a letter and no word; null where it has no mark. */
export const wordItem = (
  element: HtmlElement,
  text: string,
): { readonly item: Item; readonly mark: string | null } | null => {
  const [, drawn, rest = ''] = DRAWN.exec(text) ?? [];
  const mark: Mark | null = drawn === undefined ? markOf(text) : { kind: 'bullet', label: drawn, rest };
  return mark === null
    ? null
    : {
        item: itemOf(mark, indentOf(element)),
        mark: drawn !== undefined && /\p{L}/u.test(drawn) ? drawn : null,
      };
};

/** How deep a list of Google Docs lies in the one before it: its lists stand side by side. */
export const googleLevel = (element: HtmlElement): number =>
  Number(
    classesOf(element)
      .map((one) => /^lst-kix_\w+-(\d)$/u.exec(one)?.[1])
      .find((level) => level !== undefined) ?? 0,
  );

/** Paragraphs of Word that are no running text, by the names of their styles. */
export const wordFurniture = (element: HtmlElement): LeftOut['what'] | null => {
  for (const one of classesOf(element)) {
    if (one.startsWith('msotoc')) return 'table of contents';
    if (one === 'msoheader') return 'page header';
    if (one === 'msofooter') return 'page footer';
    if (one === 'msocommenttext') return 'comment';
  }
  return null;
};
