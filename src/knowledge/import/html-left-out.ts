/** Which parts of a web page are not its text: furniture, controls, what is hidden or struck out. */
import { type LeftOut, squeezed } from './document.ts';
import { isContents, isContentsRow } from './html-contents.ts';
import {
  attr,
  classesOf,
  elementsIn,
  type HtmlElement,
  isElement,
  isToggle,
  type Parent,
  textOf,
  wordsIn,
} from './html-tree.ts';
import { wordFurniture } from './html-writers.ts';

export type Asks = (element: HtmlElement) => LeftOut['what'] | null;

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
const STRIKING = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]{0,60}line-through/iu;
const NAVIGATION =
  /^(?:(?:site|main|top|primary|secondary|global|page|side|mobile|footer)[-_]?)?(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|pagination)$|(?:^|[-_])(?:skip-?(?:link|nav|to-?\w+)|breadcrumbs?|(?:post|page)-?navigation|related-?posts|jp-relatedposts|addtoany\w*|sharedaddy)(?:$|[-_])/u;
/** Names that a part of the text may have as well, "sharing" above all: only what is short and mostly links is meant. */
const SOCIAL = /(?:^|[-_])(?:share|sharing|social)(?:$|[-_])/u;
const HEADER =
  /^(?:(?:site|page|global|main|region|layout|app)[-_]{0,2})?(?:header|masthead|banner|topbar)$/u;
const FOOTER =
  /^(?:(?:site|page|global|main|region|layout|app|entry|post)[-_]{0,2})?(?:footer|colophon|copyright)(?:[-_]{1,2}(?:inner|wrapper|wrap|container|content|area|bottom|widgets?|main))?$/u;
const COOKIES = /cookie|consent|gdpr|onetrust|cc-window/u;
const CONTENTS = /^(?:toc|table-?of-?contents|contents|on-?this-?page)$/u;
const CONTROLS = new Set([
  'select',
  'option',
  'optgroup',
  'button',
  'input',
  'textarea',
  'datalist',
  'progress',
  'meter',
  'output',
]);
const PICTURES = new Set([
  'svg',
  'img',
  'canvas',
  'video',
  'audio',
  'picture',
  'object',
  'embed',
  'iframe',
  'map',
]);
const STRUCK = new Set(['del', 's', 'strike']);
/** Furniture is small; what holds more of the page's words than this is its text, whatever it is called. */
const MOST_OF_PAGE = 0.4;

/** Classes, ids and elements that the page's own style sheet hides or strikes out, where the rule is a plain one. */
const styledBy = (tree: Parent, wanted: RegExp): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const element of elementsIn(tree)) {
    if (element.tagName !== 'style') continue;
    const css = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    // What a style sheet says for print or small screens is said inside @media.
    const plain = css.replace(/@[^{}]{0,300}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
    for (const [, selectors = '', rules = ''] of plain.matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/gu)) {
      if (!wanted.test(rules)) continue;
      for (const one of selectors.split(',')) {
        const name = one.trim().toLowerCase();
        if (/^[.#]?[\w-]+$/u.test(name)) found.add(name);
      }
    }
  }
  return found;
};

const insideText = (element: HtmlElement): boolean => {
  for (let up = element.parentNode; up !== null && 'tagName' in up; up = up.parentNode)
    if (/^(?:main|article|section|blockquote|figure)$/u.test(up.tagName)) return true;
  return false;
};

const has = (element: HtmlElement, tags: RegExp): boolean => {
  for (const below of elementsIn(element)) if (tags.test(below.tagName)) return true;
  return false;
};

const hasControl = (element: HtmlElement): boolean => {
  for (const below of elementsIn(element))
    if (/^(?:button|input)$/u.test(below.tagName) && !isToggle(below)) return true;
  return false;
};

/** Words around links that are no sentence: "Follow us on Instagram". */
const isLinks = (element: HtmlElement): boolean =>
  has(element, /^a$/u) && !/[.!?](?:\s|$)/u.test(squeezed(textOf(element)));

const isSkipLink = (element: HtmlElement): boolean =>
  element.tagName === 'a' &&
  attr(element, 'href')?.startsWith('#') === true &&
  /^\s*(?:skip|jump) to\b/iu.test(textOf(element));

/** What asks of each element of this page whether it is left out, and as what. */
export const leftOutAsks = (tree: Parent): Asks => {
  const all = wordsIn(tree);
  const hides = styledBy(tree, HIDING);
  const strikes = styledBy(tree, STRIKING);
  const mains = [...elementsIn(tree)].filter(
    ({ tagName, attrs }) =>
      tagName === 'main' || attrs.some(({ name, value }) => name === 'role' && value === 'main'),
  );
  const [main] = mains;
  const mainHolds = mains.length === 1 && main !== undefined && wordsIn(main) > all * 0.5;
  const named = (names: ReadonlySet<string>, element: HtmlElement): boolean =>
    names.size > 0 &&
    (names.has(element.tagName) ||
      (attr(element, 'class') ?? '')
        .toLowerCase()
        .split(/\s/u)
        .some((one) => names.has(`.${one}`)) ||
      names.has(`#${(attr(element, 'id') ?? '').toLowerCase()}`));

  return (element) => {
    const tag = element.tagName;
    const style = attr(element, 'style') ?? '';
    if (attr(element, 'hidden') !== null || HIDING.test(style) || named(hides, element)) return 'hidden text';
    if ((tag === 'dialog' && attr(element, 'open') === null) || tag === 'noscript') return 'hidden text';
    if (/^(?:sr-only|visually-?hidden|screen-reader-text)$/u.test(attr(element, 'class') ?? ''))
      return 'hidden text';
    if (STRUCK.has(tag) || STRIKING.test(style) || named(strikes, element)) return 'struck-out text';
    if (isToggle(element)) return null;
    if (CONTROLS.has(tag)) return 'form control';
    if (tag === 'label' && (attr(element, 'for') !== null || has(element, /^(?:input|select|textarea)$/u)))
      return 'form control';
    if (PICTURES.has(tag)) return 'picture';
    if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article') return null;
    const word = wordFurniture(element);
    if (word !== null) return word;
    const words = wordsIn(element);
    // What a heading is called is what it is about: a section on sharing has that name.
    const classes = /^h[1-6]$/u.test(tag) ? [] : classesOf(element);
    const role = attr(element, 'role') ?? '';
    if (
      words < 150 &&
      (classes.some((one) => COOKIES.test(one)) || /^(?:alert)?dialog$/u.test(role)) &&
      (hasControl(element) || /^(?:alert)?dialog$/u.test(role))
    )
      return 'cookie banner';
    if (words > all * MOST_OF_PAGE && words > 30) return null;
    if (
      (classes.some((one) => CONTENTS.test(one)) && has(element, /^a$/u)) ||
      (/^(?:ul|ol|nav|div|p)$/u.test(tag) && isContents(element)) ||
      isContentsRow(element)
    )
      return 'table of contents';
    if (
      tag === 'nav' ||
      tag === 'search' ||
      /^(?:navigation|search|menu|menubar)$/u.test(role) ||
      classes.some((one) => NAVIGATION.test(one)) ||
      (classes.some((one) => SOCIAL.test(one)) && words < 25 && isLinks(element)) ||
      isSkipLink(element)
    )
      return 'navigation';
    const footer = tag === 'footer' || classes.some((one) => FOOTER.test(one));
    if (footer && words < 25 && isLinks(element)) return 'page footer';
    if (insideText(element) || (mainHolds && main !== undefined && contains(element, main))) return null;
    if (tag === 'header' || role === 'banner' || classes.some((one) => HEADER.test(one)))
      return 'page header';
    if (footer || role === 'contentinfo') return 'page footer';
    if (tag === 'aside' || role === 'complementary') return 'navigation';
    if (mainHolds && words > 0 && main !== undefined && !inside(element, main)) return 'navigation';
    return null;
  };
};

const inside = (element: HtmlElement, other: HtmlElement): boolean => {
  for (let up: HtmlElement | null = element; up !== null; ) {
    if (up === other) return true;
    const next: HtmlElement['parentNode'] = up.parentNode;
    up = next !== null && 'tagName' in next ? next : null;
  }
  return false;
};
const contains = (element: HtmlElement, other: HtmlElement): boolean => inside(other, element);

/** The first heading of the highest rank in an element that is left out, kept when the rest of the page has none of its rank. */
export const onlyTitle = (element: HtmlElement, tree: Parent): HtmlElement | null => {
  const own = [...elementsIn(element)].find(({ tagName }) => tagName === 'h1');
  if (own === undefined) return null;
  const others = [...elementsIn(tree)].filter((one) => one.tagName === 'h1' && !inside(one, element));
  return others.length === 0 ? own : null;
};

export const titleOfPage = (tree: Parent): string | null => {
  for (const element of elementsIn(tree))
    if (element.tagName === 'title' && !insideSvg(element))
      return element.childNodes.map((child) => textOf(child)).join('');
  return null;
};

const insideSvg = (element: HtmlElement): boolean => {
  const up = element.parentNode;
  return up !== null && isElementNode(up) && up.tagName === 'svg';
};
const isElementNode = (node: NonNullable<HtmlElement['parentNode']>): node is HtmlElement =>
  'tagName' in node && isElement(node);
