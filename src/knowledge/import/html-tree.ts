/** A web page as a tree, and what can be asked of its elements. */
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { DocumentRefused, squeezed } from './document.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type Parent = { readonly childNodes: readonly HtmlNode[] };

const DEEPEST = 256;
/** The longest pages that Word and web editors save have a third of this. */
const MOST_TAGS = 60_000;
/** Their ends may be left out by whoever writes HTML, or they have none. */
const NO_END = new Set(
  'p li td th tr dt dd option optgroup thead tbody tfoot colgroup br hr img input meta link area base col embed source track wbr rb rt rp html body head'.split(
    ' ',
  ),
);

/** Where the page lies too deep in itself, or goes on too long to be read in time; null where it does neither. */
const tooMuch = (html: string): string | null => {
  let depth = 0;
  let tags = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][\w:-]{0,40})/giu)) {
    const name = (match[2] ?? '').toLowerCase();
    if (match[1] === '') tags += 1;
    if (tags > MOST_TAGS) return `It has more than ${MOST_TAGS.toLocaleString('en-GB')} elements.`;
    if (NO_END.has(name)) continue;
    depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
    if (depth > DEEPEST)
      return `Elements lie inside each other more than ${DEEPEST} deep at line ${html.slice(0, match.index).split('\n').length}.`;
  }
  return null;
};

/** Throws DocumentRefused where elements lie in each other deeper than any page's, or are more. */
export const treeOf = (html: string, fragment = false): Parent => {
  const problem = tooMuch(html);
  if (problem !== null) throw new DocumentRefused(problem, 'Save the page anew, or bring its text.');
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };
  return fragment ? parseFragment(html, options) : parse(html, options);
};

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

export const attr = (element: HtmlElement, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null;

export const classesOf = (element: HtmlElement): readonly string[] =>
  `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`
    .toLowerCase()
    .split(/\s/u)
    .filter((one) => one !== '');

export const placeOf = (element: HtmlElement): string => `line ${element.sourceCodeLocation?.startLine ?? 1}`;

export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol optgroup option p pre search section select summary ' +
    'table tbody td textarea tfoot th thead tr ul button label br'
  ).split(' '),
);
export const NO_WORDS = new Set(['script', 'style', 'template', 'head', 'link', 'meta']);

/** A button that opens the part of the text below it is the title of that part. */
export const isToggle = (element: HtmlElement): boolean =>
  element.tagName === 'button' &&
  (element.attrs.some(({ name }) =>
    /^(?:aria-expanded|aria-controls|data-(?:bs-)?(?:toggle|target))$/u.test(name),
  ) ||
    /accordion|collaps|toggle/u.test(attr(element, 'class') ?? '') ||
    (element.parentNode !== null &&
      'tagName' in element.parentNode &&
      /^(?:h[1-6]|summary|dt)$/u.test(element.parentNode.tagName)));

export const isNoteMark = (element: HtmlElement): boolean =>
  (element.tagName === 'sup' || element.tagName === 'a') &&
  (/noteref/u.test(`${attr(element, 'role') ?? ''} ${attr(element, 'class') ?? ''}`) ||
    (element.tagName === 'sup' &&
      element.childNodes.some(
        (child) => isElement(child) && child.tagName === 'a' && attr(child, 'href')?.startsWith('#') === true,
      )));

/** All words below a node, those of different blocks kept apart. */
export const textOf = (node: HtmlNode | Parent): string => {
  if ('nodeName' in node && isText(node)) return node.value;
  if ('tagName' in node && NO_WORDS.has(node.tagName)) return '';
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map((child) => textOf(child)).join('');
  const apart = 'tagName' in node && (BLOCKS.has(node.tagName) || isNoteMark(node));
  return apart ? ` ${inner} ` : inner;
};

export const wordsIn = (node: HtmlNode | Parent): number => {
  const text = squeezed(textOf(node));
  return text === '' ? 0 : text.split(' ').length;
};

export function* elementsIn(node: Parent): Generator<HtmlElement> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}
