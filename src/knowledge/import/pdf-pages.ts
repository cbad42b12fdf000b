/** The words of each page of a PDF with their places, and the title that the file gives itself. */
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';
import { DocumentRefused } from './document.ts';
import { inReadingOrder } from './pdf-columns.ts';
import { besideEachOther, type Glyphs, linesOfPage, type PdfLine } from './pdf-lines.ts';

const MOST_PAGES = 400;
const glyphsSchema = z.object({
  str: z.string(),
  width: z.number(),
  height: z.number(),
  transform: z.array(z.number()).length(6),
  fontName: z.string(),
});

export type PdfPage = { readonly lines: readonly PdfLine[]; readonly height: number };

const open = async (bytes: Uint8Array) => {
  try {
    return await getDocumentProxy(bytes, { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new DocumentRefused('It is locked with a password.', 'Save it without one and import that.', {
        cause,
      });
    throw cause;
  }
};

/** Throws DocumentRefused for passwords and more than 400 pages. */
export const pagesOf = async (
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly PdfPage[]; readonly title: string | null }> => {
  const pdf = await open(bytes);
  if (pdf.numPages > MOST_PAGES)
    throw new DocumentRefused(`It has ${pdf.numPages} pages, more than ${MOST_PAGES}.`, 'Bring it in parts.');
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
    const { items } = await page.getTextContent();
    /** Where the last blank ended that stands alone: it may be narrower than any gap between words. */
    let blank: { readonly end: number; readonly y: number } | null = null;
    const glyphs = items.flatMap((item): readonly Glyphs[] => {
      const read = glyphsSchema.safeParse(item);
      if (!read.success) return [];
      const { str, width, transform, fontName } = read.data;
      const [a = 0, b = 0, , , x = 0, y = 0] = transform;
      const before = blank;
      blank = null;
      if (str.trim() === '') {
        if (width > 0) blank = { end: x + width, y };
        return [];
      }
      const size = Math.hypot(a, b) || read.data.height || 1;
      const apart = before !== null && Math.abs(before.y - y) < 1 && Math.abs(before.end - x) < 2;
      return [{ text: apart ? ` ${str}` : str, x: x - x0, y: y1 - y, width, size, font: fontName }];
    });
    pages.push({
      lines: besideEachOther(inReadingOrder(linesOfPage(glyphs, number), x1 - x0)),
      height: y1 - y0,
    });
    page.cleanup();
  }
  const meta = z
    .object({ info: z.object({ Title: z.string().optional() }) })
    .safeParse(await pdf.getMetadata().catch(() => null));
  await pdf.destroy();
  return { pages, title: meta.data?.info.Title ?? null };
};
