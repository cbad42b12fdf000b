/** Reads the Markdown that Slack allows in a markdown block. */
import { type Inline, safeUrl } from './inline.ts';

/** A paragraph of a `markdown` block. */
export type MarkdownChunk =
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly type: 'pre'; readonly text: string }
  | { readonly type: 'rule' };

/** Reads the part of Markdown that Slack draws in a `markdown` block. HTML stays plain text. */
export const parseMarkdown = (source: string): readonly MarkdownChunk[] => {
  const lines = source.split(/\r?\n/);
  const chunks: MarkdownChunk[] = [];
  for (let at = 0; at < lines.length; ) {
    const { chunk, next } = chunkAt(lines, at);
    if (chunk) chunks.push(chunk);
    at = next;
  }
  return chunks;
};

type MarkdownStep = { readonly chunk: MarkdownChunk | null; readonly next: number };

const bullet = /^\s*[-*+]\s+/;
const numbered = /^\s*\d{1,9}[.)]\s+/;
const special = /^(#{1,6}\s|```|>|\s*[-*+]\s|\s*\d{1,9}[.)]\s|\|)|^\s*$|^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;

const chunkAt = (lines: readonly string[], at: number): MarkdownStep => {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { chunk: null, next: at + 1 };
  if (line.startsWith('```')) return fence(lines, at);
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) {
    const [, marks = '', text = ''] = heading;
    return { chunk: { type: 'heading', level: marks.length, children: markdownInline(text) }, next: at + 1 };
  }
  if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return { chunk: { type: 'rule' }, next: at + 1 };
  if (line.startsWith('>')) return run(lines, at, (l) => l.startsWith('>'), quote);
  if (bullet.test(line)) return run(lines, at, (l) => bullet.test(l), list(false, bullet));
  if (numbered.test(line)) return run(lines, at, (l) => numbered.test(l), list(true, numbered));
  if (line.startsWith('|')) return run(lines, at, (l) => l.startsWith('|'), table);
  return run(lines, at, (l, index) => index === 0 || !special.test(l), paragraph);
};

const run = (
  lines: readonly string[],
  at: number,
  belongs: (line: string, index: number) => boolean,
  make: (lines: readonly string[]) => MarkdownChunk,
): MarkdownStep => {
  let next = at;
  while (next < lines.length && belongs(lines[next] ?? '', next - at)) next += 1;
  return { chunk: make(lines.slice(at, next)), next };
};

const fence = (lines: readonly string[], at: number): MarkdownStep => {
  const end = lines.findIndex((line, index) => index > at && line.startsWith('```'));
  const last = end === -1 ? lines.length : end;
  return { chunk: { type: 'pre', text: lines.slice(at + 1, last).join('\n') }, next: last + 1 };
};

const paragraph = (lines: readonly string[]): MarkdownChunk => ({
  type: 'paragraph',
  children: markdownInline(lines.join('\n')),
});
const quote = (lines: readonly string[]): MarkdownChunk => ({
  type: 'quote',
  children: markdownInline(lines.map((line) => line.replace(/^>\s?/, '')).join('\n')),
});
const list =
  (ordered: boolean, mark: RegExp) =>
  (lines: readonly string[]): MarkdownChunk => ({
    type: 'list',
    ordered,
    items: lines.map((line) => markdownInline(line.replace(mark, ''))),
  });
const table = (lines: readonly string[]): MarkdownChunk => ({
  type: 'table',
  rows: lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split('|')
        .map((cell) => markdownInline(cell.trim())),
    ),
});

const patterns: readonly (readonly [RegExp, (match: RegExpExecArray, depth: number) => Inline | null])[] = [
  [/^\\([\\`*_{}[\]()#+\-.!~>|])/, ([, text = '']) => ({ type: 'text', text })],
  [/^`([^`\n]+)`/, ([, text = '']) => ({ type: 'code', text })],
  [
    /^\*\*(?=\S)([^\n]{1,2000}?\S?)\*\*/,
    ([, text = ''], depth) => ({ type: 'bold', children: markdownInline(text, depth + 1) }),
  ],
  [
    /^~~(?=\S)([^\n]{1,2000}?)~~/,
    ([, text = ''], depth) => ({ type: 'strike', children: markdownInline(text, depth + 1) }),
  ],
  [
    /^\*(?=\S)([^*\n]{1,2000})\*/,
    ([, text = ''], depth) => ({ type: 'italic', children: markdownInline(text, depth + 1) }),
  ],
  [
    /^_(?=\S)([^_\n]{1,2000})_(?![\p{L}\p{N}])/u,
    ([, text = ''], depth) => ({ type: 'italic', children: markdownInline(text, depth + 1) }),
  ],
  [
    /^\[([^\]\n]{1,500})\]\(([^)\s]{1,2000})\)/,
    ([, text = '', raw = ''], depth) => {
      const url = safeUrl(raw);
      return url === null ? null : { type: 'link', url, label: markdownInline(text, depth + 1) };
    },
  ],
  [
    /^https?:\/\/[^\s<>)\]]*[^\s<>)\].,;:!?]/,
    ([raw = '']) => {
      const url = safeUrl(raw);
      return url === null ? null : { type: 'link', url, label: [{ type: 'text', text: raw }] };
    },
  ],
];

const deepest = 4;

const markdownInline = (text: string, depth = 0): readonly Inline[] => {
  const found: Inline[] = [];
  let literal = '';
  for (let at = 0; at < text.length; ) {
    const rest = /[\\`*~_[h]/.test(text[at] ?? '') && depth < deepest ? text.slice(at, at + 2100) : null;
    const hit = rest === null || insideWord(text, at) ? null : match(rest, depth);
    if (hit) {
      if (literal !== '') found.push({ type: 'text', text: literal });
      literal = '';
      found.push(hit.node);
      at += hit.length;
    } else {
      literal += text[at];
      at += 1;
    }
  }
  if (literal !== '') found.push({ type: 'text', text: literal });
  return found;
};

const insideWord = (text: string, at: number): boolean =>
  /[_h]/.test(text[at] ?? '') && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

const match = (rest: string, depth: number): { readonly node: Inline; readonly length: number } | null => {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(rest);
    const node = found ? make(found, depth) : null;
    if (found && node) return { node, length: found[0].length };
  }
  return null;
};
