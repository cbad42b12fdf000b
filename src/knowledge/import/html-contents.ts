/** Tables of contents of a web page: lists of links to its own places, or paragraphs that are nothing but such links. */
import { attr, elementsIn, type HtmlElement, type HtmlNode, isElement, wordsIn } from './html-tree.ts';

/** Lists of links to places of the same page. */
export const isContents = (element: HtmlElement): boolean => {
  let links = 0;
  let linked = 0;
  for (const below of elementsIn(element)) {
    if (below.tagName !== 'a') continue;
    if (attr(below, 'href')?.startsWith('#') !== true) return false;
    links += 1;
    linked += wordsIn(below);
  }
  return links >= 3 && linked >= wordsIn(element) * 0.85;
};

/** A paragraph that is nothing but a link to a place of the same page. */
const isContentsLine = (node: HtmlNode | undefined): boolean => {
  if (node === undefined || !isElement(node) || !/^(?:p|div)$/u.test(node.tagName)) return false;
  let linked = 0;
  for (const below of elementsIn(node)) {
    if (below.tagName !== 'a' || attr(below, 'href') === null) continue;
    if (attr(below, 'href')?.startsWith('#') !== true) return false;
    linked += wordsIn(below);
  }
  return linked > 0 && linked >= wordsIn(node) - 1;
};

/** One of three such paragraphs or more in a row. */
export const isContentsRow = (element: HtmlElement): boolean => {
  if (!isContentsLine(element) || element.parentNode === null) return false;
  const { childNodes } = element.parentNode;
  const at = childNodes.indexOf(element);
  /** The `count` nearest neighbours that say anything, before or behind. */
  const lines = (by: 1 | -1): readonly boolean[] => {
    const found: boolean[] = [];
    for (let place = at + by; found.length < 2; place += by) {
      const node = childNodes[place];
      if (node === undefined) break;
      if (wordsIn(node) > 0) found.push(isContentsLine(node));
    }
    return found;
  };
  const [before = false, first = false] = lines(-1);
  const [behind = false, last = false] = lines(1);
  return (first && before) || (before && behind) || (behind && last);
};
