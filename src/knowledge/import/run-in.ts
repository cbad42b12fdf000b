/** Paragraphs whose first words are set in bold to head them, and paragraphs that are nothing but such words. */
import type { Block } from './document.ts';
import { squeezed } from './document.ts';

/** Words that are set alike; `\n` is a line break inside a paragraph. */
export type TextRun = { readonly text: string; readonly bold: boolean };

const NUMBERED =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-z]\)|[IVX]{1,5}\.|(?:Section|Part|Article|Schedule|Annex)\s+\w{1,4}[.:]?)\s+\p{L}/u;

const words = (text: string): number => text.split(' ').length;

const isTitle = (text: string): boolean =>
  text !== '' &&
  text.length <= 120 &&
  words(text) <= 14 &&
  /\p{L}{2}/u.test(text) &&
  (NUMBERED.test(text) ? !/[;,]$/u.test(text) : !/[.;,:]$/u.test(text));

/** The bold words at the start and the rest; null where the paragraph does not begin so. */
const startOf = (
  runs: readonly TextRun[],
): { readonly title: string; readonly rest: string; readonly broken: boolean } | null => {
  let at = 0;
  while (at < runs.length && (runs[at]?.bold === true || runs[at]?.text.trim() === '')) at += 1;
  const title = squeezed(
    runs
      .slice(0, at)
      .map(({ text }) => text)
      .join(''),
  );
  const rest = squeezed(
    runs
      .slice(at)
      .map(({ text }) => text)
      .join(''),
  );
  const broken = runs.slice(0, at).findLast(({ text }) => text === '\n' || text.trim() !== '')?.text === '\n';
  return title === '' ? null : { title, rest, broken };
};

/** The paragraphs that two line breaks in a row end. */
export const partsBetweenBlanks = (runs: readonly TextRun[]): readonly (readonly TextRun[])[] => {
  const parts: TextRun[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run.text === '\n') breaks += 1;
    else if (run.text.trim() !== '') {
      if (breaks > 1) parts.push([]);
      else if (breaks === 1) parts.at(-1)?.push({ text: '\n', bold: false });
      breaks = 0;
    }
    if (run.text !== '\n' && (breaks === 0 || run.text.trim() !== '')) parts.at(-1)?.push(run);
  }
  return parts;
};

/** One paragraph as what it is: a heading, a heading and its text, or text. Two line breaks end a paragraph. */
export const runsToBlocks = (runs: readonly TextRun[], depth: number): readonly Block[] =>
  partsBetweenBlanks(runs).flatMap((part): readonly Block[] => {
    const text = squeezed(part.map((run) => run.text).join(''));
    if (text === '') return [];
    const start = startOf(part);
    if (start === null) return [{ type: 'paragraph', text }];
    const heading: Block = { type: 'heading', depth: Math.min(6, depth), text: start.title };
    if (start.rest === '') return [isTitle(text) ? heading : { type: 'paragraph', text }];
    if (start.broken && isTitle(start.title)) return [heading, { type: 'paragraph', text: start.rest }];
    const runIn = NUMBERED.test(start.title)
      ? /[.:]$/u.test(start.title) || /^\p{Lu}/u.test(start.rest)
      : start.title.endsWith('.') && words(start.title) >= 1 && words(start.title) <= 8;
    return runIn &&
      isTitle(start.title.replace(/[.:]$/u, '')) &&
      /^[\p{Lu}“(]/u.test(start.rest) &&
      words(start.rest) > 2
      ? [heading, { type: 'paragraph', text: start.rest }]
      : [{ type: 'paragraph', text }];
  });

const TITLE = /\b(?:notice|policy|statement|schedule|terms|handbook|guidelines)\b/iu;

/** A document whose first line in bold is its title, and whose other headings are set alike: they stand below it. */
export const underTitle = (blocks: readonly Block[]): readonly Block[] => {
  const at = blocks.findIndex(({ type }) => type === 'heading');
  const first = blocks[at];
  if (first?.type !== 'heading' || first.depth < 2 || at > 2 || NUMBERED.test(first.text)) return blocks;
  const depths = blocks.slice(at + 1).flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  if (!TITLE.test(first.text) || depths.length === 0 || Math.min(...depths) < first.depth) return blocks;
  return blocks.with(at, { ...first, depth: first.depth - 1 });
};
