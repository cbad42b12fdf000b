/** What the styles and numberings of a Word file say of a paragraph and of a run. */
import { childOf, elementsOf, isOn, settingOf, type Xml } from './docx-parts.ts';

export type DocxStyle = {
  /** As Word names it, small: `heading 1`, `title`, `toc 2`. */
  readonly name: string;
  readonly outline: number | null;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly bold: boolean;
  readonly numbering: Numbering | null;
};
export type Numbering = { readonly id: string; readonly level: number };

export type Styles = {
  readonly of: (id: string | undefined) => DocxStyle;
  /** Whether a list counts; null where it is no list. */
  readonly format: (numbering: Numbering) => 'bullet' | 'number' | null;
};

const PLAIN: DocxStyle = {
  name: '',
  outline: null,
  hidden: false,
  struck: false,
  bold: false,
  numbering: null,
};

export const numberingIn = (properties: Xml | undefined): Numbering | null => {
  const numbering = childOf(properties, 'w:numPr');
  const id = settingOf(numbering, 'w:numId');
  return id === undefined ? null : { id, level: Number(settingOf(numbering, 'w:ilvl') ?? 0) || 0 };
};

const stylesIn = (xml: Xml | null): ((id: string | undefined) => DocxStyle) => {
  const root = xml === null ? undefined : childOf(xml, 'w:styles');
  const all = new Map(
    (root === undefined ? [] : elementsOf(root))
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attrs['w:styleId'] ?? '', style]),
  );
  const fallback = [...all.values()].find(
    ({ attrs }) => attrs['w:type'] === 'paragraph' && attrs['w:default'] === '1',
  );
  const read = (id: string | undefined, trail: readonly string[]): DocxStyle => {
    const style = id === undefined ? fallback : all.get(id);
    const own = style?.attrs['w:styleId'] ?? '';
    if (style === undefined || trail.includes(own)) return { ...PLAIN, name: (id ?? '').toLowerCase() };
    const base = settingOf(style, 'w:basedOn');
    const from = base === undefined ? PLAIN : read(base, [...trail, own]);
    const paragraph = childOf(style, 'w:pPr');
    const run = childOf(style, 'w:rPr');
    const outline = settingOf(paragraph, 'w:outlineLvl');
    return {
      name: (settingOf(style, 'w:name') ?? own).toLowerCase(),
      outline: outline === undefined ? from.outline : Number(outline),
      hidden: isOn(run, 'w:vanish') ?? from.hidden,
      struck: (isOn(run, 'w:strike') ?? from.struck) || (isOn(run, 'w:dstrike') ?? false),
      bold: isOn(run, 'w:b') ?? from.bold,
      numbering: numberingIn(paragraph) ?? from.numbering,
    };
  };
  const known = new Map<string, DocxStyle>();
  return (id) => {
    const key = id ?? '';
    const there = known.get(key);
    if (there !== undefined) return there;
    const style = read(id, []);
    known.set(key, style);
    return style;
  };
};

const formatsIn = (xml: Xml | null): Styles['format'] => {
  const root = xml === null ? undefined : childOf(xml, 'w:numbering');
  const parts = root === undefined ? [] : elementsOf(root);
  const abstract = new Map(
    parts
      .filter(({ name }) => name === 'w:abstractNum')
      .map((one) => [one.attrs['w:abstractNumId'] ?? '', one]),
  );
  const numbers = new Map(
    parts
      .filter(({ name }) => name === 'w:num')
      .map((one) => [one.attrs['w:numId'] ?? '', settingOf(one, 'w:abstractNumId') ?? '']),
  );
  return ({ id, level }) => {
    if (id === '0') return null;
    const list = abstract.get(numbers.get(id) ?? '');
    const own =
      list === undefined
        ? undefined
        : elementsOf(list).find(({ name, attrs }) => name === 'w:lvl' && attrs['w:ilvl'] === String(level));
    const format = settingOf(own, 'w:numFmt');
    return format === undefined || format === 'bullet' ? 'bullet' : format === 'none' ? null : 'number';
  };
};

export const stylesOf = (styles: Xml | null, numbering: Xml | null): Styles => ({
  of: stylesIn(styles),
  format: formatsIn(numbering),
});

/** 1 to 6 for a heading, 1 for the title; null for running text. */
export const headingDepth = (style: DocxStyle, properties: Xml | undefined): number | null => {
  const own = settingOf(properties, 'w:outlineLvl');
  const [, number] = /^heading ?([1-9])$/u.exec(style.name) ?? [];
  if (number !== undefined) return Math.min(6, Number(number));
  const outline = own === undefined ? style.outline : Number(own);
  return outline !== null && outline < 9 ? Math.min(6, outline + 1) : null;
};
