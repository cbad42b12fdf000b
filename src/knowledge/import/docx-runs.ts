/** The words of one paragraph of a Word file, sorted into text and what is left out. */
import type { LeftOut, TrackedChanges } from './document.ts';
import { below, childOf, elementsOf, isOn, isXml, settingOf, type Xml } from './docx-parts.ts';
import type { DocxStyle, Styles } from './docx-styles.ts';
import type { TextRun } from './run-in.ts';

export type Sorted = {
  readonly runs: readonly TextRun[];
  readonly leftOut: readonly { readonly what: LeftOut['what']; readonly text: string }[];
  /** Numbers of footnotes and endnotes that the paragraph points at. */
  readonly notes: readonly string[];
  /** Text boxes that are anchored in it. */
  readonly boxes: readonly Xml[];
};

const INSERTED = new Set(['w:ins', 'w:moveTo']);
const DELETED = new Set(['w:del', 'w:moveFrom']);
export const isTracked = (name: string): boolean => INSERTED.has(name) || DELETED.has(name);
const PASSED_BY = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
  'w:proofErr',
]);
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u;

const isDropped = (name: string, tracked: TrackedChanges): boolean =>
  tracked === 'reject' ? INSERTED.has(name) : DELETED.has(name);

/** The words in XML that is read for nothing else; those of a tracked change that is not taken over stand apart at the end. */
export const wordsBelow = (element: Xml, tracked: TrackedChanges): string => {
  const parts: string[] = [];
  const apart: string[] = [];
  const walk = (one: Xml): void => {
    for (const child of elementsOf(one)) {
      if (child.name === 'mc:Fallback' && elementsOf(one).some(({ name }) => name === 'mc:Choice')) continue;
      if (child.name === 'w:txbxContent') parts.push(' ');
      if (isDropped(child.name, tracked) && child !== element) apart.push(wordsBelow(child, tracked));
      else if (/^(?:w:t|w:delText|m:t|a:t)$/u.test(child.name))
        parts.push(child.children.filter((text) => !isXml(text)).join(''));
      else if (child.name === 'w:noBreakHyphen') parts.push('-');
      else if (/^w:(?:tab|br|cr)$/u.test(child.name)) parts.push(' ');
      else walk(child);
      if (
        child.name === 'w:p' ||
        child.name === 'a:p' ||
        child.name === 'w:tc' ||
        child.name === 'w:txbxContent'
      )
        parts.push(' ');
    }
  };
  walk(element);
  return [parts.join(''), ...apart].join(' ');
};

/** `style` is the paragraph's own; runs may hide, strike or embolden further. */
export const sortRuns = (
  paragraph: Xml,
  style: DocxStyle,
  styles: Styles,
  tracked: TrackedChanges,
): Sorted => {
  const runs: TextRun[] = [];
  const leftOut: { what: LeftOut['what']; text: string }[] = [];
  const notes: string[] = [];
  const boxes: Xml[] = [];
  /** Whether the words before were left out, so that those that follow go on with them. */
  let leaving = false;
  /** Instructions of the fields that are open here, innermost last. */
  const fields: { code: string; result: boolean }[] = [];

  const say = (text: string, bold: boolean, what: LeftOut['what'] | null): void => {
    if (text === '') return;
    const inPageField = fields.some(({ code, result }) => result && PAGE_FIELD.test(code));
    const why = what ?? (inPageField ? 'page number' : null);
    if (why === null) runs.push({ text, bold });
    else {
      const last = leftOut.at(-1);
      if (leaving && last?.what === why) last.text += text;
      else leftOut.push({ what: why, text });
    }
    leaving = why !== null;
  };

  const run = (element: Xml, what: LeftOut['what'] | null): void => {
    const own = childOf(element, 'w:rPr');
    const named = settingOf(own, 'w:rStyle');
    const character = named === undefined ? null : styles.of(named);
    const hidden = isOn(own, 'w:vanish') ?? ((character?.hidden ?? false) || style.hidden);
    const struck =
      (isOn(own, 'w:strike') ?? ((character?.struck ?? false) || style.struck)) ||
      (isOn(own, 'w:dstrike') ?? false);
    const bold = isOn(own, 'w:b') ?? ((character?.bold ?? false) || style.bold);
    const placeholder = character?.name === 'placeholder text';
    const why =
      what ?? (hidden ? 'hidden text' : struck ? 'struck-out text' : placeholder ? 'placeholder' : null);
    const walk = (parts: readonly Xml[]): void => {
      for (const part of parts) {
        if (part.name === 'w:t' || part.name === 'w:delText')
          say(part.children.filter((text) => !isXml(text)).join(''), bold, why);
        else if (part.name === 'w:tab' || part.name === 'w:ptab') say(' ', bold, why);
        else if (part.name === 'w:br' || part.name === 'w:cr')
          say(part.attrs['w:type'] === 'page' ? ' ' : '\n', bold, why);
        else if (part.name === 'w:noBreakHyphen') say('-', bold, why);
        else if (part.name === 'w:fldChar') field(part.attrs['w:fldCharType'] ?? '');
        else if (part.name === 'w:instrText') {
          const open = fields.at(-1);
          if (open !== undefined) open.code += part.children.filter((text) => !isXml(text)).join('');
        } else if (part.name === 'w:footnoteReference' || part.name === 'w:endnoteReference') {
          if (why === null) notes.push(`${part.name.slice(2, -9)} ${part.attrs['w:id'] ?? ''}`);
        } else if (part.name === 'w:drawing' || part.name === 'w:pict' || part.name === 'w:object') {
          for (const one of below(part)) if (one.name === 'w:txbxContent') boxes.push(one);
        } else if (!PASSED_BY.has(part.name)) walk(elementsOf(part));
      }
    };
    walk(elementsOf(element));
  };

  const field = (type: string): void => {
    if (type === 'begin') fields.push({ code: '', result: false });
    else if (type === 'end') fields.pop();
    else {
      const open = fields.at(-1);
      if (open !== undefined) open.result = true;
    }
  };

  const walk = (element: Xml, what: LeftOut['what'] | null): void => {
    for (const child of elementsOf(element)) {
      if (PASSED_BY.has(child.name)) continue;
      if (child.name === 'w:r') run(child, what);
      else if (INSERTED.has(child.name))
        walk(child, what ?? (tracked === 'reject' ? 'inserted by a tracked change' : null));
      else if (DELETED.has(child.name))
        walk(child, what ?? (tracked === 'reject' ? null : 'deleted by a tracked change'));
      else if (child.name === 'w:fldSimple' && PAGE_FIELD.test(child.attrs['w:instr'] ?? ''))
        walk(child, what ?? 'page number');
      else if (child.name === 'w:sdt') {
        const unfilled = childOf(childOf(child, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;
        walk(child, what ?? (unfilled ? 'placeholder' : null));
      } else if (child.name === 'm:t')
        say(child.children.filter((text) => !isXml(text)).join(''), false, what);
      else walk(child, what);
    }
  };
  walk(paragraph, null);
  return { runs, leftOut, notes, boxes };
};
