/** A small writer of PDF files: words at places, in a few faces and sizes. */
import { deflateSync } from 'node:zlib';

/** `y` counts from the top of an A4 page of 595 by 842 points. */
export type Words = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
};

/** Widths of Helvetica's small letters, in thousandths of its size. */
const LETTERS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [
    letter,
    [
      556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556,
      500, 722, 500, 500, 500,
    ][at] ?? 556,
  ]),
);
const widthOf = (text: string, size: number): number =>
  ([...text].reduce(
    (sum, letter) =>
      sum + (LETTERS[letter] ?? (/[\s.,;:]/u.test(letter) ? 278 : /[A-Z]/u.test(letter) ? 667 : 556)),
    0,
  ) *
    size) /
  1000;

/** Running text broken into lines as a word processor does. */
export const paragraph = (
  text: string,
  x: number,
  y: number,
  width: number,
  size = 11,
  bold = false,
): readonly Words[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, at) => ({ x, y: y + at * size * 1.25, text: line, size, bold }));
};

const literal = (text: string): string =>
  [...text.replace(/[\\()]/gu, '\\$&')]
    .map((letter) => {
      const special: Readonly<Record<string, string>> = {
        '•': '\\225',
        '–': '\\226',
        '’': '\\222',
        '“': '\\223',
        '”': '\\224',
        é: '\\351',
      };
      return special[letter] ?? letter;
    })
    .join('');

/** A file of pages; `packed` deflates their content. */
export const pdf = (pages: readonly (readonly Words[])[], { packed = true, title = '' } = {}): Uint8Array => {
  const objects: (string | Buffer)[] = [];
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ');
  objects.push('<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  for (const face of ['Helvetica', 'Helvetica-Bold'])
    objects.push(`<</Type/Font/Subtype/Type1/BaseFont/${face}/Encoding/WinAnsiEncoding>>`);
  for (const [at, words] of pages.entries()) {
    const content = words
      .map(
        ({ x, y, text, size = 11, bold = false }) =>
          `BT /F${bold ? 2 : 1} ${size} Tf ${x.toFixed(2)} ${(842 - y).toFixed(2)} Td (${literal(text)}) Tj ET`,
      )
      .join('\n');
    const bytes = packed ? deflateSync(Buffer.from(content, 'latin1')) : Buffer.from(content, 'latin1');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + at * 2} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>`,
      Buffer.concat([
        Buffer.from(`<</Length ${bytes.length}${packed ? '/Filter/FlateDecode' : ''}>>stream\n`),
        bytes,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  objects.push(`<</Title(${title})>>`);
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (bytes: Buffer): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    put(Buffer.concat([Buffer.from(`${at + 1} 0 obj`), Buffer.from(object), Buffer.from('endobj\n')]));
  }
  const start = length;
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R${title === '' ? '' : `/Info ${objects.length} 0 R`}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
};
