/** A Word file into blocks, from its own XML: what Word hides, strikes out or tracks is seen as such. */
import {
  type Block,
  DocumentRefused,
  type LeftOut,
  type ReadDocument,
  squeezed,
  type TrackedChanges,
} from './document.ts';
import { partsOfArchive } from './docx-archive.ts';
import { below, childOf, elementsOf, settingOf, WORD_PARTS, type Xml, xmlOf } from './docx-parts.ts';
import { type Sorted, sortRuns, wordsBelow } from './docx-runs.ts';
import { headingDepth, numberingIn, stylesOf } from './docx-styles.ts';
import { type DocxTools, readDocxTable } from './docx-table.ts';
import { refuseTracked } from './docx-tracked.ts';
import { CONTENTS_LINE, type Item, itemOf, listsOf, markOf, withTypedLists } from './marks.ts';
import { runsToBlocks, underTitle } from './run-in.ts';

/** What stands beside the text in parts of its own. */
const BESIDES: readonly (readonly [RegExp, LeftOut['what']])[] = [
  [/header\d*\.xml$/u, 'page header'],
  [/footer\d*\.xml$/u, 'page footer'],
  [/comments\.xml$/u, 'comment'],
  [/(?:diagrams|charts)\//u, 'picture'],
];
const LETTERS = /^(?:footnote|endnote)$/u;

const isContentsBox = (sdt: Xml): boolean => {
  const gallery = childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj');
  return settingOf(gallery, 'w:docPartGallery')?.toLowerCase() === 'table of contents';
};

/** Throws DocumentRefused for tracked changes that nobody decided on, tables in tables and archives that unpack without end. */
export const readDocx = (bytes: Uint8Array, tracked: TrackedChanges): ReadDocument => {
  const parts = partsOfArchive(bytes, WORD_PARTS);
  const xml = (name: string): Xml | null => {
    const part = parts.get(name);
    return part === undefined ? null : xmlOf(part);
  };
  const main = xml('word/document.xml') ?? xml('word/document2.xml');
  const body = main === null ? undefined : childOf(childOf(main, 'w:document'), 'w:body');
  if (body === undefined)
    throw new DocumentRefused('It is no Word document.', 'Save it as .docx in Word and import that.');
  if ([...below(body)].some(({ name }) => name === 'w:altChunk'))
    throw new DocumentRefused(
      'It holds another document inside it.',
      'Open it in Word, save it anew and import that.',
    );
  if (tracked === 'refuse')
    refuseTracked([body, ...['word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => xml(name) ?? [])]);

  const styles = stylesOf(xml('word/styles.xml'), xml('word/numbering.xml'));
  const notes = new Map<string, Xml>();
  for (const kind of ['footnote', 'endnote']) {
    const root = xml(`word/${kind}s.xml`);
    for (const one of root === null ? [] : below(root))
      if (one.name === `w:${kind}` && one.attrs['w:type'] === undefined)
        notes.set(`${kind} ${one.attrs['w:id'] ?? ''}`, one);
  }

  const leftOut: LeftOut[] = [];
  const repeated: string[] = [];
  let title: string | null = null;
  let paragraphs = 0;
  let tables = 0;
  let depth = 1;
  const used = new Set<string>();
  const titled = [...below(body)].some(
    (one) => one.name === 'w:p' && styles.of(settingOf(childOf(one, 'w:pPr'), 'w:pStyle')).name === 'title',
  );
  const shift = titled ? 1 : 0;

  const leave = (what: LeftOut['what'], text: string): void => {
    const said = squeezed(text);
    if (said !== '') leftOut.push({ what, place: `paragraph ${paragraphs}`, text: said });
  };

  const sorted = (paragraph: Xml): Sorted => {
    paragraphs += 1;
    const style = styles.of(settingOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'));
    const found = sortRuns(paragraph, style, styles, tracked);
    for (const { what, text } of found.leftOut) leave(what, text);
    return found;
  };

  const noteBlocks = (ids: readonly string[]): readonly Block[] =>
    ids.flatMap((id) => {
      const note = notes.get(id);
      if (note === undefined || used.has(id) || !LETTERS.test(id.split(' ')[0] ?? '')) return [];
      used.add(id);
      return blocksIn(elementsOf(note));
    });

  const blocksIn = (elements: readonly Xml[]): readonly Block[] => {
    const blocks: Block[] = [];
    let items: Item[] = [];
    let waiting: string[] = [];
    const close = (): void => {
      blocks.push(...listsOf(items), ...noteBlocks(waiting));
      items = [];
      waiting = [];
    };
    const paragraph = (element: Xml): void => {
      const properties = childOf(element, 'w:pPr');
      const style = styles.of(settingOf(properties, 'w:pStyle'));
      const found = sorted(element);
      const text = squeezed(found.runs.map((run) => run.text).join(''));
      if (/^toc(?: \d| heading)?$/u.test(style.name) || CONTENTS_LINE.test(text.slice(0, 300))) {
        close();
        leave('table of contents', text);
        return;
      }
      const level = headingDepth(style, properties);
      if (text !== '' && (style.name === 'title' || level !== null)) {
        close();
        depth = style.name === 'title' ? 1 : Math.min(6, (level ?? 1) + shift);
        if (style.name === 'title') title ??= text;
        blocks.push({ type: 'heading', depth, text }, ...noteBlocks(found.notes));
      } else if (text !== '') {
        const numbering = numberingIn(properties) ?? style.numbering;
        const format = numbering === null ? null : styles.format(numbering);
        const listed = numbering !== null && format !== null;
        const typed = listed ? null : markOf(text);
        const bold = found.runs.every((run) => run.bold || run.text.trim() === '');
        if (listed && bold && text.length < 90 && !/[.;:,]$/u.test(text)) {
          // A numbered line in bold heads the clause below it.
          close();
          blocks.push({ type: 'heading', depth: Math.min(6, depth + 1), text }, ...noteBlocks(found.notes));
        } else if (listed) {
          const last = items.at(-1);
          const sameList =
            last?.indent === numbering.level && last.kind === (format === 'number' ? 'number' : 'bullet');
          const number =
            sameList && last !== undefined ? last.number + 1 : countedBefore(items, numbering.level, format);
          items.push({ kind: format, indent: numbering.level, text, number, typed: false });
          waiting.push(...found.notes);
        } else if (typed !== null && !bold && typed.kind !== 'number') {
          items.push(itemOf(typed, Number(childOf(properties, 'w:ind')?.attrs['w:left'] ?? 0) || 0));
          waiting.push(...found.notes);
        } else {
          close();
          blocks.push(...runsToBlocks(found.runs, depth + 1), ...noteBlocks(found.notes));
        }
      }
      for (const box of found.boxes) {
        close();
        blocks.push(...blocksIn(elementsOf(box)));
      }
    };
    const walk = (parts: readonly Xml[]): void => {
      for (const element of parts) {
        if (element.name === 'w:p') paragraph(element);
        else if (element.name === 'w:tbl') {
          close();
          tables += 1;
          blocks.push(...readDocxTable(element, tables, tools));
        } else if (element.name === 'w:sdt') {
          if (isContentsBox(element)) leave('table of contents', wordsBelow(element, tracked));
          else walk(elementsOf(element));
        } else if (element.name !== 'w:sectPr' && element.name !== 'w:sdtPr' && element.name !== 'w:tcPr')
          walk(elementsOf(element));
      }
    };
    walk(elements);
    close();
    return withTypedLists(blocks, Math.min(6, depth + 1));
  };

  const tools: DocxTools = { tracked, repeated, depth: () => depth, leave, sorted, blocksIn, noteBlocks };
  const blocks = underTitle(blocksIn(elementsOf(body)));
  const besides: string[] = [];
  for (const name of [...parts.keys()].sort()) {
    const what = BESIDES.find(([form]) => form.test(name))?.[1] ?? null;
    const part = what === null ? null : xml(name);
    if (what === null || part === null) continue;
    const text = squeezed(wordsBelow(part, tracked));
    besides.push(text);
    if (text !== '') leftOut.push({ what, place: name.replace(/^word\/|\.xml$/gu, ''), text });
  }
  for (const [id, note] of notes) {
    besides.push(wordsBelow(note, tracked));
    const text = squeezed(wordsBelow(note, tracked));
    if (!used.has(id) && text !== '') leftOut.push({ what: 'hidden text', place: id, text });
  }
  const core = xml('docProps/core.xml');
  const named = core === null ? undefined : [...below(core)].find(({ name }) => name === 'dc:title');
  const named2 = named?.children.filter((child) => typeof child === 'string').join('') ?? '';
  return {
    blocks,
    leftOut,
    source: [wordsBelow(body, tracked), ...besides],
    repeated,
    about: { title: title ?? (squeezed(named2) === '' ? null : squeezed(named2)), updated: null, head: {} },
  };
};

/** A list that goes on after a deeper one counts on. */
const countedBefore = (items: readonly Item[], level: number, format: 'bullet' | 'number'): number => {
  for (const item of items.toReversed()) {
    if (item.indent < level) break;
    if (item.indent === level) return item.kind === format ? item.number + 1 : 1;
  }
  return 1;
};
