/** A Markdown file as it is, but for what is no text of it: its head, comments, struck-out and hidden words, pieces of HTML. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';
import { INLINE_TAG, textOfMarkdown } from './count-words.ts';
import { DocumentRefused, type LeftOut, type OwnHead, type ReadDocument } from './document.ts';
import { readHtml } from './read-html.ts';
import { writeMarkdown } from './write-markdown.ts';

const MOST_HEAD = 20_000;
const USED =
  /^(?:id|title|version|updated|controller|contact|precedence|date|last[-_ ]?(?:updated|modified|modified_at)|modified|effective(?:[-_ ]?date)?)$/iu;
const BLOCK_HTML =
  /^<\/?(?:address|article|aside|blockquote|body|center|details|dialog|dir|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|html|main|menu|nav|ol|p|section|select|summary|table|ul|!doctype|style|script)\b/iu;

const opening = /^(?:[ \t]*\n)*---[ \t]*\n([\s\S]{0,20000}?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

const fieldsOf = (yaml: string): OwnHead | null => {
  try {
    const read: unknown = parse(yaml, { schema: 'core' });
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
    return Object.fromEntries(
      Object.entries(read).map(([name, value]) => [
        name,
        value === null || typeof value !== 'object' ? String(value ?? '') : JSON.stringify(value),
      ]),
    );
  } catch {
    return null;
  }
};

const place = (text: string, at: number): string => `line ${text.slice(0, at).split('\n').length}`;

/** Stands where words were taken out, until what follows is looked at; a character that no text has. */
const CUT = '\ue000';

/** What stood behind words that are gone may now begin a line: a number or a hyphen there is still a word of the text, no mark. */
const mended = (body: string): string =>
  body
    .replace(
      /^((?:[ \t]|[-*+>][ \t]|\d{1,9}[.)][ \t]){0,40}(?:[-*+>]|\d{1,9}[.)])?)(?:\ue000[ \t]*)+(?:(\d{1,9})([.)])|([-+*]|#{1,6})(?=\s)|(>))/gmu,
      (_, marks: string, number = '', dot = '', mark = '', quote = '') =>
        `${marks.replace(/\S$/u, '$& ')}${number}\\${dot}${mark}${quote}`,
    )
    .replaceAll(CUT, '');

/** Back slashes before marks that mean nothing where they stand, and headings in bold: both only as some editors save them. */
const withoutIdleMarks = (body: string): string =>
  body
    .split('\n')
    .map((line) => {
      const [, marks = '', title] = /^(#{1,6} +)\*\*([^*]+)\*\*[ \t]*$/u.exec(line) ?? [];
      const said = title === undefined ? line : marks + title;
      const form = said.includes('](') ? IDLE : IDLE_AND_BRACKETS;
      return said.includes('`') ? said : said.replace(form, (mark) => mark.slice(1));
    })
    .join('\n');
/** Behind a letter or a closing quote; at the head of a line a number or a hyphen would begin a list without them. */
const IDLE = /(?<=[\p{L}'’”)])\\([.,:;?'"%$@/=-])/gu;
const IDLE_AND_BRACKETS = /(?<=[\p{L}\p{N} '’”)])\\([()])|(?<=[\p{L}'’”)])\\([.,:;?'"%$@/=-])/gu;

export const readMarkdown = (given: string): ReadDocument => {
  const text = given.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const head = opening.exec(text.slice(0, MOST_HEAD + 100));
  const fields = head === null ? null : fieldsOf(head[1] ?? '');
  if (
    head === null &&
    /^\s*---[ \t]*\n/u.test(text) &&
    text.indexOf('\n---', MOST_HEAD) !== -1 &&
    !text.slice(5, MOST_HEAD).includes('\n---') &&
    /^\s*---[ \t]*\n[\w-]+:/u.test(text)
  )
    throw new DocumentRefused(
      `Its front matter has more than ${MOST_HEAD.toLocaleString('en-GB')} characters.`,
      'Keep id, title, version, updated, controller and contact between the two lines of ---.',
    );
  const start = head === null || fields === null ? 0 : head[0].length;
  const leftOut: LeftOut[] = Object.entries(fields ?? {})
    .filter(([name, value]) => !USED.test(name) && value !== '')
    .map(([name, value]) => ({
      what: 'field of the head',
      place: 'front matter',
      text: `${name}: ${value}`,
    }));
  const original = text.slice(start);
  const comments: string[] = [];

  const cut = (body: string, form: RegExp, what: LeftOut['what'], group: number): string =>
    body.replace(form, (...match: readonly unknown[]) => {
      const whole = String(match[0]);
      const words = String(match[group] ?? '').trim();
      const at = match.find((part) => typeof part === 'number');
      if (what === 'comment') comments.push(words);
      if (words !== '')
        leftOut.push({ what, place: place(body, typeof at === 'number' ? at : 0), text: words });
      return whole.includes('\n\n') ? '\n\n' : CUT;
    });

  let body = cut(original, /<!--([\s\S]*?)-->/gu, 'comment', 1);
  // The blank before a word that goes, goes with it.
  body = cut(
    body,
    /(?: (?=~~[^~\n]{1,2000}~~[\s.,;:!?)]))?~~(?=\S)([^~\n]{1,2000}?)~~/gu,
    'struck-out text',
    1,
  );
  body = cut(body, /<(del|s|strike)\b[^>\n]{0,200}>([^<]{0,5000})<\/\1>/giu, 'struck-out text', 2);
  body = cut(
    body,
    /<(span|b|i|em|strong|a|font)\b[^>\n]{0,200}(?:\bhidden\b|display\s*:\s*none)[^>\n]{0,200}>([^<]{0,5000})<\/\1>/giu,
    'hidden text',
    2,
  );
  body = cut(body, /[ \t]*\{(#[\w-]{1,200}(?: [.#\w=-]{1,80}){0,5})\}(?=[ \t]*$)/gmu, 'name of a place', 1);
  body = mended(body);
  if (!/^[ \t]*(?:```|~~~)/mu.test(body)) body = withoutIdleMarks(body);
  body = body.replace(/^(#{1,6})(?=[^#\s])/gmu, '$1 ').replace(/(\n[^\n#][^\n]*)\n(#{1,6} )/gu, '$1\n\n$2');
  if (!/^(?:```|~~~)/mu.test(body)) body = withoutInline(body);
  body = withoutHtml(withRunIns(body), leftOut);
  return {
    blocks: [{ type: 'verbatim', text: body.trim() }],
    leftOut,
    source: [
      ...textOfMarkdown(original),
      ...comments,
      ...leftOut.filter(({ what }) => what === 'field of the head').map((one) => one.text),
    ],
    repeated: [],
    about: { title: null, updated: null, head: fields ?? {} },
  };
};

/** Elements inside a line of Markdown set its words and are none of them. Block elements are read as a page. */
const withoutInline = (body: string): string =>
  body
    .split('\n')
    .map((line) =>
      BLOCK_HTML.test(line.trimStart())
        ? line
        : line.replace(INLINE_TAG, '').replace(/[ \t]*<br\s{0,5}\/?>[ \t]*/giu, ' '),
    )
    .join('\n');

/** Pieces of HTML between the Markdown are read as the page they are a piece of. */
const withoutHtml = (body: string, leftOut: LeftOut[]): string => {
  if (!/^\s*<[a-z/!]/imu.test(body)) return body;
  let written = '';
  let from = 0;
  let depth = 1;
  for (const node of fromMarkdown(body).children) {
    if (node.type === 'heading') depth = node.depth;
    if (node.type !== 'html' || !BLOCK_HTML.test(node.value.trimStart())) continue;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const read = readHtml(node.value, depth);
    leftOut.push(...read.leftOut.map((one) => ({ ...one, place: place(body, start) })));
    written += `${body.slice(from, start)}${writeMarkdown(read.blocks).trim()}`;
    from = end;
  }
  return written + body.slice(from);
};

/** "**2. Security.** We lock …" is a heading and its text. */
const withRunIns = (body: string): string => {
  let depth = 1;
  return body
    .split('\n')
    .map((line, at, all) => {
      const [, marks] = /^(#{1,6}) /u.exec(line) ?? [];
      if (marks !== undefined) depth = marks.length;
      const [, title, rest] =
        /^\*\*(\d{1,2}(?:\.\d{1,2})*[.)]? [^*\n]{2,100}[.:]?)\*\*[ \t]+(\p{Lu}.*)$/u.exec(line) ?? [];
      if (title === undefined || rest === undefined || (at > 0 && all[at - 1]?.trim() !== '')) return line;
      return `${'#'.repeat(Math.min(6, depth + 1))} ${title}\n\n${rest}`;
    })
    .join('\n');
};
