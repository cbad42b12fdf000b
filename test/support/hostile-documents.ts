/** Documents made to take all the time and memory of whoever reads them. */
import { constants, deflateRawSync, deflateSync } from 'node:zlib';

const CHUNK = 1_000_000;

/** Raw deflate that ends on a whole byte and looks back at nothing before it, so that it may stand any number of times. */
const piece = (words: string | Buffer, last = false): Buffer =>
  deflateRawSync(words, { level: 9, finishFlush: last ? constants.Z_FINISH : constants.Z_FULL_FLUSH });

/** What so many million bytes of one letter pack to: one million is packed, and stands as often as it is wanted. */
const packedMegabytes = (count: number, before: string, after: string): Buffer => {
  const million = piece(Buffer.alloc(CHUNK, 'a'));
  return Buffer.concat([
    ...(before === '' ? [] : [piece(before)]),
    ...Array.from({ length: count }, () => million),
    piece(after, true),
  ]);
};

const header = (signature: number, name: string, packed: number, size: number, central: boolean): Buffer => {
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(8, at + 4);
  bytes.writeUInt32LE(packed, at + 14);
  bytes.writeUInt32LE(size, at + 18);
  bytes.writeUInt16LE(name.length, at + 22);
  return Buffer.concat([bytes, Buffer.from(name)]);
};

/** A Word file whose text is `megabytes` long; `says` is the size that its archive claims. */
export const docxBomb = (megabytes: number, says = megabytes * CHUNK + 200): Uint8Array => {
  const name = 'word/document.xml';
  const packed = packedMegabytes(
    megabytes,
    '<w:document><w:body><w:p><w:r><w:t>',
    '</w:t></w:r></w:p></w:body></w:document>',
  );
  const local = header(0x04034b50, name, packed.length, says, false);
  const central = header(0x02014b50, name, packed.length, says, true);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, packed, central, end]));
};

const pdfWith = (dictionary: string, stream: Buffer): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(
        `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<<${dictionary}/Length ${stream.length}>>stream\n`,
      ),
      stream,
      Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    ]),
  );

/** zlib's wrapping of raw deflate; the check sum is wrong, as nobody reads that far. */
const wrapped = (raw: Buffer): Buffer => Buffer.concat([Buffer.from([0x78, 0xda]), raw, Buffer.alloc(4)]);

/** A page whose content is `megabytes` long. */
export const pdfBomb = (megabytes: number): Uint8Array =>
  pdfWith('/Filter/FlateDecode', wrapped(packedMegabytes(megabytes, '', '')));
/** The same packed twice, so that gigabytes fit into a few kilobytes. */
export const pdfBombTwice = (megabytes: number): Uint8Array =>
  pdfWith(
    '/Filter[/FlateDecode/FlateDecode]',
    deflateSync(wrapped(packedMegabytes(megabytes, '', '')), { level: 9 }),
  );
/** Packed behind letters and digits, where a look at the stream does not see it. */
export const pdfBombHidden = (megabytes: number): Uint8Array =>
  pdfWith(
    '/Filter[/ASCIIHexDecode/FlateDecode]',
    Buffer.from(`${wrapped(packedMegabytes(megabytes, '', '')).toString('hex')}>`),
  );

const text = (said: string): Uint8Array => new TextEncoder().encode(said);

export const hostileTexts = {
  'elements 200,000 deep': ['deep.html', text(`<h1>N</h1>${'<div>'.repeat(200_000)}x`)],
  'inline elements 200,000 deep': ['inline.html', text(`<p>${'<b>'.repeat(200_000)}x`)],
  'paragraphs never closed': ['open.html', text(`${'<p>x'.repeat(100_000)}`)],
  'lists in lists without ends': ['lists.html', text('<ul><li>'.repeat(50_000))],
  '200 KB of blanks in a page': ['blank.html', text(`<p>one${' '.repeat(200_000)}two</p>`)],
  '200 KB of blanks in text': ['blank.txt', text(`one${' '.repeat(200_000)}two`)],
  '200 KB of blanks in Markdown': ['blank.md', text(`one${' '.repeat(200_000)}two`)],
  'nothing but blanks': ['blanks.md', text(' '.repeat(200_000))],
  'a page of tabs': ['tabs.md', text(`${'\t'.repeat(4_000)}\n`.repeat(50))],
  'a page of tabs as text': ['tabs.txt', text(`${'\t'.repeat(4_000)}x\n`.repeat(50))],
  'emphasis that never ends': ['marks.md', text('*a_'.repeat(20_000))],
  'emphasis that never ends, in text': ['marks.txt', text('*a_ '.repeat(20_000))],
  'lists in lists': ['nested.md', text(`${'- '.repeat(2_000)}x`)],
  'quotes in quotes': ['quotes.md', text(`${'> '.repeat(20_000)}x`)],
  '50,000 fields of a head': [
    'head.md',
    text(`---\n${Array.from({ length: 50_000 }, (_, at) => `k${at}: v`).join('\n')}\n---\nText.\n`),
  ],
  brackets: ['brackets.md', text('['.repeat(50_000))],
  'back ticks of growing length': [
    'ticks.md',
    text(Array.from({ length: 1_200 }, (_, at) => '`'.repeat(at + 1)).join(' a ')),
  ],
  'a line of a million letters': ['line.txt', text('a'.repeat(1_000_000))],
  'a table of many columns': [
    'wide.html',
    text(`<table><tr>${'<td colspan="1000" rowspan="65534">x</td>'.repeat(500)}</tr></table>`),
  ],
  addresses: ['mail.txt', text(`${'a.'.repeat(100_000)}@`)],
} satisfies Readonly<Record<string, readonly [string, Uint8Array]>>;
