/** The words of one paragraph of a web page, sorted into text and what is left out. */
import type { Block, LeftOut } from './document.ts';
import { squeezed } from './document.ts';
import type { Asks } from './html-left-out.ts';
import {
  attr,
  BLOCKS,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isNoteMark,
  isText,
  NO_WORDS,
  placeOf,
  textOf,
} from './html-tree.ts';
import type { TextRun } from './run-in.ts';

/** What is known while walking through a page. */
export type PageState = {
  readonly leftOut: LeftOut[];
  readonly repeated: string[];
  /** The nearest real heading above, whose rank those made of bold words go below. */
  depth: number;
  heading: Block | null;
};

export type PageTools = {
  readonly state: PageState;
  readonly asks: Asks;
  readonly leave: (what: LeftOut['what'], element: HtmlElement) => void;
  readonly runsOf: (node: HtmlNode, bold: boolean) => readonly TextRun[];
  readonly inlineText: (element: HtmlElement) => string;
};
/** The same, and what reads blocks inside blocks. */
export type BlockTools = PageTools & { readonly flow: (nodes: readonly HtmlNode[]) => readonly Block[] };

export const pageTools = (asks: Asks, state: PageState): PageTools => {
  const leave = (what: LeftOut['what'], element: HtmlElement): void => {
    const alt = element.tagName === 'img' ? (attr(element, 'alt') ?? '') : '';
    const text = squeezed(`${textOf(element)} ${alt}`);
    if (text !== '') state.leftOut.push({ what, place: placeOf(element), text });
  };

  const runsOf = (node: HtmlNode, bold: boolean): readonly TextRun[] => {
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

  const inlineText = (element: HtmlElement): string =>
    squeezed(
      runsOf(element, false)
        .map(({ text }) => text)
        .join(''),
    );

  return { state, asks, leave, runsOf, inlineText };
};
