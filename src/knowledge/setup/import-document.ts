import { basename, extname } from 'node:path';
import { PolicyProblem } from '../policy/policy-problem.ts';

/** A document as Markdown with front matter, and the fields that a person has to look at. */
export type Imported = {
  readonly id: string;
  readonly markdown: string;
  readonly toCheck: readonly string[];
};

const KINDS = 'It has to be .txt, .md, .html, .htm, .docx or .pdf.';

const tidy = (markdown: string): string =>
  `${markdown
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;

/** Rows of a table, one a line, as a pipe table; the first row is taken for its header. */
const tableOf = (content: string): string => {
  const [head = '', ...rest] = content.split('\n').filter((line) => line.trim() !== '');
  const line = head.replace(/\\\|/g, '').replace(/[^|]+/g, ' --- ');
  return `\n\n${[head, line, ...rest].join('\n')}\n\n`;
};

const fromHtml = async (html: string): Promise<string> => {
  const { default: TurndownService } = await import('turndown');
  const service = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*' });
  service.remove(['script', 'style', 'noscript', 'iframe', 'nav', 'title']);
  // Cells and rows are written where they stand; the line below the first row makes it the header.
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => ` ${content.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim()} |`,
  });
  service.addRule('row', { filter: 'tr', replacement: (content) => `|${content}\n` });
  service.addRule('part of a table', {
    filter: ['thead', 'tbody', 'tfoot'],
    replacement: (content) => content,
  });
  service.addRule('table', { filter: 'table', replacement: (content) => tableOf(content) });
  return service.turndown(html);
};

const fromDocx = async (bytes: Buffer): Promise<string> => {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml({ buffer: bytes });
  return fromHtml(value);
};

/** Lines of a page become paragraphs again: a line that does not end a sentence runs on into the next. */
const fromLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]*[•●▪‣·][ \t]*/gm, '- ')
    .replace(/([^\n.:;!?])\n(?=[a-z(])/g, '$1 ')
    .replace(/\n(?!-|\n|\d+[.)] )/g, '\n\n');

const fromPdf = async (bytes: Buffer): Promise<string> => {
  const { default: parse } = await import('pdf-parse');
  return fromLines((await parse(bytes)).text);
};

const markdownOf = (path: string, bytes: Buffer): Promise<string> | string => {
  switch (extname(path).toLowerCase()) {
    case '.md':
    case '.markdown':
      return bytes.toString('utf8').replace(/^\uFEFF?---\n[\s\S]*?\n---\n/u, '');
    case '.txt':
    case '.text':
      return fromLines(bytes.toString('utf8').replace(/^\uFEFF/u, ''));
    case '.html':
    case '.htm':
      return fromHtml(bytes.toString('utf8'));
    case '.docx':
      return fromDocx(bytes);
    case '.pdf':
      return fromPdf(bytes);
    default:
      throw new PolicyProblem(path, 'this kind of file cannot be imported.', KINDS);
  }
};

const headOf = (path: string, body: string, id: string | null) => {
  const stem = basename(path, extname(path));
  const slug = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const firstLine = body.split('\n').find((line) => line.trim() !== '') ?? stem;
  const title = (/^#{1,6}\s+(.+)$/m.exec(body)?.[1] ?? firstLine).replace(/[*_#]/g, '').trim().slice(0, 120);
  const updated =
    /(?:last\s+(?:updated|modified|revised|reviewed)|effective(?:\s+date)?|version\s+of)(?:\s+on)?\s*:?\s*([^\n.]{0,30}?\d{4})/i.exec(
      body,
    )?.[1];
  return {
    id: id ?? (slug === '' ? 'policy' : slug),
    title,
    version: updated?.trim() ?? 'not stated',
    updated: updated?.trim() ?? 'not stated',
    controller:
      /\b((?:[A-Z][\w&'’-]*\s){1,5}(?:Limited|Ltd|PLC|plc|LLP|Inc|GmbH|NHS Trust|Trust))\b/.exec(body)?.[1] ??
      'not stated',
    contact: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(body)?.[0] ?? 'not stated',
  };
};

/** Turns a document into a policy file; throws PolicyProblem when it is of another kind, broken or without text. */
export const importDocument = async (path: string, bytes: Buffer, id: string | null): Promise<Imported> => {
  const body = await Promise.resolve()
    .then(() => markdownOf(path, bytes))
    .then(tidy)
    .catch((cause: unknown) => {
      if (cause instanceof PolicyProblem) throw cause;
      throw new PolicyProblem(
        path,
        'the file cannot be read as what its name says.',
        'Save it anew and try again.',
        {
          cause,
        },
      );
    });
  if (!/\p{L}{3}/u.test(body)) {
    throw new PolicyProblem(
      path,
      'there is no text in it.',
      'A scanned document has to be made into text first.',
    );
  }
  const head = headOf(path, body, id);
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return {
    id: head.id,
    markdown: `---\n${lines.join('\n')}\nprecedence: 0\n---\n\n${body}`,
    toCheck: Object.entries(head).map(([name, value]) => `${name}: ${value}`),
  };
};
