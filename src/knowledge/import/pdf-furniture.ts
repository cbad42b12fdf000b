/** FurnishedPage numbers and what is printed at the head or foot of page after page. */
import type { LeftOut } from './document.ts';
import { CONTENTS_LINE, PAGE_NUMBER } from './marks.ts';
import type { PdfLine } from './pdf-lines.ts';

const EDGE = 0.11;
/** In the outermost strip small print is furniture on a page of its own, too. */
const OUTERMOST = 0.05;
const CONTENTS_TITLE = /^(?:table of )?contents$/iu;

const shape = ({ text, y }: PdfLine): string =>
  `${Math.round(y / 4)} ${text.replace(/\d+/gu, '#').toLowerCase()}`;

type FurnishedPage = { readonly lines: readonly PdfLine[]; readonly height: number };

/** The lines of each page without its furniture, and that furniture. */
export const withoutFurniture = (
  pages: readonly FurnishedPage[],
): { readonly pages: readonly (readonly PdfLine[])[]; readonly leftOut: readonly LeftOut[] } => {
  const seen = new Map<string, number>();
  const atEdge = (line: PdfLine, height: number): boolean =>
    line.y < height * EDGE || line.y > height * (1 - EDGE);
  for (const { lines, height } of pages)
    for (const one of new Set(lines.filter((line) => atEdge(line, height)).map(shape)))
      seen.set(one, (seen.get(one) ?? 0) + 1);
  const sizes = pages.flatMap(({ lines }) =>
    lines.flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 20) }, () => size)),
  );
  const usual = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 10;
  const leftOut: LeftOut[] = [];
  const kept = pages.map(({ lines, height }) =>
    lines.filter((line, at) => {
      const what = ((): LeftOut['what'] | null => {
        if (CONTENTS_LINE.test(line.text.slice(0, 300))) return 'table of contents';
        if (CONTENTS_TITLE.test(line.text) && CONTENTS_LINE.test(lines[at + 1]?.text.slice(0, 300) ?? ''))
          return 'table of contents';
        const outermost = at === 0 || at === lines.length - 1;
        if (!atEdge(line, height)) return null;
        if (PAGE_NUMBER.test(line.text) && outermost) return 'page number';
        const strip = line.y < height * OUTERMOST || line.y > height * (1 - OUTERMOST);
        if (strip && line.size < usual * 0.9) return 'running head';
        const times = seen.get(shape(line)) ?? 0;
        if (pages.length < 2 || times < 2 || times < pages.length / 2) return null;
        return /\b(?:page\s+)?\d+\s*(?:of|\/)\s*\d+\b/iu.test(line.text) && line.text.length < 20
          ? 'page number'
          : 'running head';
      })();
      if (what === null) return true;
      leftOut.push({ what, place: `page ${line.page}`, text: line.text });
      return false;
    }),
  );
  return { pages: kept, leftOut };
};
