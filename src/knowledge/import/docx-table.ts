/** A table of a Word file into blocks. */
import { type Block, DocumentRefused, type LeftOut, squeezed, type TrackedChanges } from './document.ts';
import { below, childOf, elementsOf, isOn, settingOf, type Xml } from './docx-parts.ts';
import { type Sorted, wordsBelow } from './docx-runs.ts';
import { numberingIn } from './docx-styles.ts';
import { plainTable, type SourceCell, type SourceRow } from './tables.ts';

/** What a table needs of the document around it. */
export type DocxTools = {
  readonly tracked: TrackedChanges;
  readonly repeated: string[];
  readonly depth: () => number;
  readonly leave: (what: LeftOut['what'], text: string) => void;
  /** The words of the next paragraph; what is left out of it has been noted down. */
  readonly sorted: (paragraph: Xml) => Sorted;
  readonly blocksIn: (elements: readonly Xml[]) => readonly Block[];
  readonly noteBlocks: (ids: readonly string[]) => readonly Block[];
};

/** Rows and cells lie sometimes in content controls and tracked changes. */
function* rowsIn(element: Xml): Generator<Xml> {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:tr') yield child;
    else if (!/^w:(?:tblPr|tblGrid|tbl)$/u.test(child.name)) yield* rowsIn(child);
  }
}
const cellsIn = (row: Xml): readonly Xml[] =>
  elementsOf(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : child.name === 'w:trPr' ? [] : cellsIn(child),
  );

const rowDropped = (row: Xml, tracked: TrackedChanges): LeftOut['what'] | null => {
  const properties = childOf(row, 'w:trPr');
  if (childOf(properties, 'w:del') !== undefined && tracked === 'accept')
    return 'deleted by a tracked change';
  if (childOf(properties, 'w:ins') !== undefined && tracked === 'reject')
    return 'inserted by a tracked change';
  return isOn(properties, 'w:hidden') === true ? 'hidden text' : null;
};

const cellText = (
  cell: Xml,
  tools: DocxTools,
): { readonly text: string; readonly notes: readonly string[]; readonly bold: boolean } => {
  const said: { text: string; item: boolean }[] = [];
  const ids: string[] = [];
  let bold = true;
  const walk = (element: Xml): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:p') {
        const found = tools.sorted(child);
        ids.push(...found.notes);
        const text = squeezed(found.runs.map((run) => run.text).join(''));
        if (found.runs.some((run) => !run.bold && run.text.trim() !== '')) bold = false;
        const properties = childOf(child, 'w:pPr');
        const numbering = numberingIn(properties);
        if (text !== '') said.push({ text, item: numbering !== null });
        for (const box of found.boxes) walk(box);
      } else if (child.name !== 'w:tcPr') walk(child);
    }
  };
  walk(cell);
  const text = said
    .map((one, at) =>
      one.item && at < said.length - 1 && !/[.;:,!?]$/u.test(one.text) ? `${one.text};` : one.text,
    )
    .join(' ');
  return { text, notes: ids, bold: bold && text !== '' };
};

/** `number` is the table's in the document. Throws DocumentRefused for a table in a table and for more than 20,000 cells. */
export const readDocxTable = (element: Xml, number: number, tools: DocxTools): readonly Block[] => {
  const { tracked, leave, blocksIn, noteBlocks } = tools;
  const ids: string[] = [];
  const rowXml = [...rowsIn(element)];
  const inner = [...below(element)].some(({ name }) => name === 'w:tbl');
  if (inner && rowXml.every((row) => cellsIn(row).length <= 1))
    return rowXml.flatMap((row) => cellsIn(row).flatMap((cell) => blocksIn(elementsOf(cell))));
  type Wide = { text: string; columns: number; rows: number; head: boolean };
  const rows: SourceRow[] = [];
  /** The cell that goes on downwards in each column. */
  const going = new Map<number, Wide>();
  for (const [at, row] of rowXml.entries()) {
    const dropped = rowDropped(row, tracked);
    if (dropped !== null) {
      leave(dropped, wordsBelow(row, tracked));
      continue;
    }
    const properties = childOf(row, 'w:trPr');
    const before = Number(settingOf(properties, 'w:gridBefore') ?? 0) || 0;
    const cells: Wide[] = [];
    let column = before;
    if (before > 0) cells.push({ text: '', columns: Math.min(before, 60), rows: 1, head: false });
    for (const cell of cellsIn(row)) {
      if ([...below(cell)].some(({ name }) => name === 'w:tbl'))
        throw new DocumentRefused(
          `Table ${number}, row ${at + 1} has a table inside a table.`,
          'Put the inner table below the outer one and import again.',
        );
      const own = childOf(cell, 'w:tcPr');
      const columns = Math.min(60, Math.max(1, Number(settingOf(own, 'w:gridSpan') ?? 1) || 1));
      const merge = childOf(own, 'w:vMerge');
      const said = cellText(cell, tools);
      ids.push(...said.notes);
      const upper = going.get(column);
      if (merge !== undefined && merge.attrs['w:val'] !== 'restart' && upper !== undefined) {
        upper.rows += 1;
        if (said.text !== '') upper.text = squeezed(`${upper.text} ${said.text}`);
      } else {
        const one: Wide = { text: said.text, columns, rows: 1, head: said.bold };
        cells.push(one);
        if (merge === undefined) going.delete(column);
        else going.set(column, one);
      }
      column += columns;
    }
    rows.push({ cells, head: isOn(properties, 'w:tblHeader') === true });
  }
  const shown: readonly SourceRow[] = rows.map(({ cells, head }) => ({
    head,
    cells: cells.map((cell): SourceCell => cell),
  }));
  const plain = plainTable(shown, Math.min(6, tools.depth() + 1));
  if (plain === null)
    throw new DocumentRefused(`Table ${number} has more than 20,000 cells.`, 'Bring it in parts.');
  tools.repeated.push(...plain.repeated);
  return [...plain.blocks, ...noteBlocks(ids)];
};
