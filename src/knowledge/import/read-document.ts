/** Bytes of a document into the text of a policy, with an account of every word. */
import { tooMuch } from '../policy/text-limits.ts';
import { unitsOf } from '../policy/units.ts';
import { accountOf, typedNumbers, type WordAccount } from './count-words.ts';
import { decodeText } from './decode.ts';
import { DocumentRefused, type LeftOut, type ReadDocument, type TrackedChanges } from './document.ts';
import { type FoundHead, headOf } from './head.ts';
import { writeMarkdown } from './write-markdown.ts';

export type Kind = 'markdown' | 'text' | 'html' | 'docx' | 'pdf';

export type DocumentText = {
  readonly body: string;
  readonly head: FoundHead;
  readonly id: string | null;
  readonly leftOut: readonly LeftOut[];
  readonly account: WordAccount;
  readonly counts: {
    readonly units: number;
    readonly headings: number;
    readonly tables: number;
    readonly lists: number;
  };
};
export type DocumentOutcome =
  | { readonly ok: true; readonly text: DocumentText }
  | { readonly ok: false; readonly what: string; readonly fix: string };

const KINDS: Readonly<Record<string, Kind>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
};
const OTHERS: Readonly<Record<string, string>> = {
  doc: 'Open it in Word and save it as .docx.',
  rtf: 'Open it in Word and save it as .docx.',
  odt: 'Save it as .docx.',
  pages: 'Export it as Word (.docx).',
};

/** By the end of the file's name; null for any other kind. */
export const kindOf = (name: string): Kind | null => {
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, ending) ? (KINDS[ending] ?? null) : null;
};

export const otherKind = (name: string): string =>
  OTHERS[/\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? ''] ??
  'It has to be .txt, .md, .html, .htm, .docx or .pdf.';

const starts = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[at] === byte);

const asText = (bytes: Uint8Array): string => {
  const text = decodeText(bytes);
  const refused = tooMuch(text);
  if (refused !== null)
    throw new DocumentRefused(refused.what[0]?.toUpperCase() + refused.what.slice(1), refused.fix);
  return text;
};

const asPage = (bytes: Uint8Array): string => {
  const text = decodeText(bytes);
  if (text.length > 8_000_000)
    throw new DocumentRefused('The page has more than eight million characters.', 'Bring its text.');
  return text;
};

const read = async (kind: Kind, bytes: Uint8Array, tracked: TrackedChanges): Promise<ReadDocument> => {
  switch (kind) {
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(asText(bytes));
    case 'text':
      return (await import('./read-text.ts')).readText(asText(bytes));
    case 'html':
      return (await import('./read-html.ts')).readHtml(asPage(bytes));
    case 'docx':
      if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
        throw new DocumentRefused(
          'It is an old Word file, or one with a password.',
          'Open it in Word and save it as .docx without a password.',
        );
      return (await import('./read-docx.ts')).readDocx(bytes, tracked);
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes);
  }
};

const textFrom = (document: ReadDocument): DocumentText => {
  const body = writeMarkdown(document.blocks);
  if (!/\p{L}{3}/u.test(body))
    throw new DocumentRefused(
      'There is no text in it.',
      'A scanned document has to be made into text first.',
    );
  const refused = tooMuch(body);
  if (refused !== null) throw new DocumentRefused(`Written out, ${refused.what}`, refused.fix);
  const units = unitsOf('p', body, 0).filter(({ within }) => within === null);
  const id = Object.entries(document.about.head).find(([name]) => name === 'id')?.[1] ?? null;
  return {
    body,
    head: headOf(document),
    id,
    leftOut: document.leftOut,
    account: accountOf(
      document.source,
      document.repeated,
      body,
      document.leftOut,
      typedNumbers(document.blocks),
    ),
    counts: {
      units: units.length,
      headings: body.match(/^#{1,6} /gmu)?.length ?? 0,
      tables: new Set(units.filter(({ kind }) => kind === 'row').map(({ group }) => group)).size,
      lists: new Set(units.filter(({ kind }) => kind === 'bullet').map(({ group }) => group)).size,
    },
  };
};

/** Never rejects: what cannot be brought in says why and what to do. */
export const readDocument = async (
  name: string,
  bytes: Uint8Array,
  tracked: TrackedChanges,
): Promise<DocumentOutcome> => {
  const kind = kindOf(name);
  if (kind === null)
    return { ok: false, what: 'This kind of file cannot be imported.', fix: otherKind(name) };
  try {
    return { ok: true, text: textFrom(await read(kind, bytes, tracked)) };
  } catch (problem) {
    if (problem instanceof DocumentRefused) return { ok: false, what: problem.what, fix: problem.fix };
    return {
      ok: false,
      what: 'The file cannot be read as what its name says.',
      fix: 'Save it anew in the program that made it and try again.',
    };
  }
};
