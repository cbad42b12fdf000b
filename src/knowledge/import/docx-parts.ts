/** The XML of a Word file as a tree with an end to its depth, and what can be asked of it. */
import { SaxesParser } from 'saxes';
import { DocumentRefused } from './document.ts';

export type Xml = {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
};

const DEEPEST = 200;
const MOST_ELEMENTS = 400_000;
/** Parts that hold words, or say what they are. */
export const WORD_PARTS =
  /^(?:word\/(?:document\d?|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*|diagrams\/data\d*|charts\/chart\d*)\.xml|docProps\/core\.xml|\[Content_Types\]\.xml)$/u;

type Open = {
  readonly name: string;
  readonly attrs: Record<string, string>;
  readonly children: (Xml | string)[];
};

/** Well-formed XML as a tree; entities of its own are not read. */
export const xmlOf = (bytes: Uint8Array): Xml => {
  const parser = new SaxesParser();
  const root: Open = { name: '', attrs: {}, children: [] };
  const open: Open[] = [root];
  let elements = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (open.length > DEEPEST || elements > MOST_ELEMENTS)
      throw new DocumentRefused(
        open.length > DEEPEST
          ? `Its parts lie inside each other more than ${DEEPEST} deep.`
          : `It has more than ${MOST_ELEMENTS.toLocaleString('en-GB')} parts.`,
        'Copy its text into a new document and save that.',
      );
    const element: Open = { name, attrs: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const text = (said: string): void => {
    open.at(-1)?.children.push(said);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(new TextDecoder().decode(bytes)).close();
  return root;
};

export const isXml = (child: Xml | string): child is Xml => typeof child !== 'string';
export const elementsOf = (element: Xml): readonly Xml[] => element.children.filter(isXml);
export const childOf = (element: Xml | undefined, name: string): Xml | undefined =>
  element === undefined ? undefined : elementsOf(element).find((child) => child.name === name);
export const settingOf = (element: Xml | undefined, name: string): string | undefined =>
  childOf(element, name)?.attrs['w:val'];

/** A switch such as `<w:b/>`: there and not set to off. */
export const isOn = (element: Xml | undefined, name: string): boolean | undefined => {
  const child = childOf(element, name);
  return child === undefined ? undefined : !/^(?:0|false|off|none)$/u.test(child.attrs['w:val'] ?? '1');
};

export function* below(element: Xml): Generator<Xml> {
  for (const child of elementsOf(element)) {
    yield child;
    yield* below(child);
  }
}
