/** Reads Slack's mrkdwn: bold, italics, code, links, mentions, quotations. */
import { emojiOf } from './emoji.ts';
import { decodeEntities, type Inline, safeUrl } from './inline.ts';

/** A paragraph of Slack's mrkdwn: running text, a quotation, or preformatted lines. */
export type Chunk =
  | { readonly type: 'text' | 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'pre'; readonly text: string };

const deepest = 6;

/** Reads Slack's mrkdwn (https://docs.slack.dev/messaging/formatting-message-text). Never throws; what it cannot read stays plain text. */
export const parseMrkdwn = (source: string): readonly Chunk[] =>
  source.split('```').flatMap((part, index, parts): readonly Chunk[] => {
    const closed = index < parts.length - 1;
    if (index % 2 === 1 && closed) return [{ type: 'pre', text: plain(part.replace(/^\n|\n$/g, '')) }];
    const text = index % 2 === 1 ? `\`\`\`${part}` : part;
    const trimmed = index > 0 ? text.replace(/^\n/, '') : text;
    return trimmed === '' ? [] : paragraphs(trimmed);
  });

const quoteMark = /^(?:&gt;|>)\s?/;

const paragraphs = (text: string): readonly Chunk[] => {
  const chunks: { type: 'text' | 'quote'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const type = quoteMark.test(line) ? 'quote' : 'text';
    const last = chunks.at(-1);
    const content = type === 'quote' ? line.replace(quoteMark, '') : line;
    if (last?.type === type) last.lines.push(content);
    else chunks.push({ type, lines: [content] });
  }
  return chunks.map(({ type, lines }) => ({ type, children: parseInline(lines.join('\n')) }));
};

/** Reads one run of mrkdwn text: styles, links, mentions, dates, emoji. */
export const parseInline = (text: string, depth = 0): readonly Inline[] => {
  const found: Inline[] = [];
  let literal = '';
  const flush = () => {
    if (literal !== '') found.push({ type: 'text', text: decodeEntities(literal) });
    literal = '';
  };
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, depth);
    if (piece === null) {
      literal += text[at];
      at += 1;
    } else {
      flush();
      found.push(piece.node);
      at = piece.end;
    }
  }
  flush();
  return found;
};

type MrkdwnPiece = { readonly node: Inline; readonly end: number };

const styles: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
};

const pieceAt = (text: string, at: number, depth: number): MrkdwnPiece | null => {
  switch (text[at]) {
    case '<':
      return angled(text, at);
    case '`':
      return codeAt(text, at);
    case '*':
    case '_':
    case '~':
      return depth < deepest ? styledAt(text, at, depth) : null;
    case ':':
      return emojiAt(text, at);
    case 'h':
    case 'H':
      return bareLinkAt(text, at);
    default:
      return null;
  }
};

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

const codeAt = (text: string, at: number): MrkdwnPiece | null => {
  const end = text.indexOf('`', at + 1);
  const content = text.slice(at + 1, end);
  if (end <= at + 1 || content.includes('\n')) return null;
  return { node: { type: 'code', text: plain(content) }, end: end + 1 };
};

const styledAt = (text: string, at: number, depth: number): MrkdwnPiece | null => {
  const mark = text[at] ?? '';
  if (isWord(text[at - 1]) || isSpace(text[at + 1]) || text[at + 1] === mark) return null;
  const end = closing(text, at + 1, mark);
  const type = styles[mark];
  if (end === -1 || type === undefined) return null;
  return { node: { type, children: parseInline(text.slice(at + 1, end), depth + 1) }, end: end + 1 };
};

/** Where a style ends: on its line, after a character, before no letter, and not within a link or code. */
const closing = (text: string, from: number, mark: string): number => {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '<' || text[at] === '`') {
      const skipped = text[at] === '<' ? angled(text, at) : codeAt(text, at);
      if (skipped) at = skipped.end - 1;
    } else if (text[at] === mark && at > from && !isSpace(text[at - 1]) && !isWord(text[at + 1])) return at;
  }
  return -1;
};

const emojiAt = (text: string, at: number): MrkdwnPiece | null => {
  const name = /^:([a-z0-9_+-]{1,40}):/.exec(text.slice(at, at + 43))?.[1];
  return name !== undefined && emojiOf(name) !== undefined
    ? { node: { type: 'emoji', name }, end: at + name.length + 2 }
    : null;
};

const bareLinkAt = (text: string, at: number): MrkdwnPiece | null => {
  if (isWord(text[at - 1])) return null;
  const raw = /^https?:\/\/[^\s<>|`]+/i
    .exec(text.slice(at, at + 2000))?.[0]
    ?.replace(/[.,;:!?)'"*_~\]]+$/, '');
  const url = raw === undefined ? null : safeUrl(decodeEntities(raw));
  if (raw === undefined || url === null) return null;
  return { node: { type: 'link', url, label: [{ type: 'text', text: url }] }, end: at + raw.length };
};

const angled = (text: string, at: number): MrkdwnPiece | null => {
  const inside = /^<([^<>\n]{1,3000})>/.exec(text.slice(at, at + 3002))?.[1];
  if (inside === undefined) return null;
  const [target = '', ...rest] = inside.split('|');
  const node = control(target, rest.length > 0 ? plain(rest.join('|')) : null);
  return { node, end: at + inside.length + 2 };
};

const control = (target: string, label: string | null): Inline => {
  if (/^@[UW][A-Z0-9]*$/.test(target)) return { type: 'user', id: target.slice(1) };
  if (/^#[CDG][A-Z0-9]*$/.test(target)) return { type: 'channel', id: target.slice(1), name: label ?? '' };
  if (/^!(here|channel|everyone)$/.test(target)) return { type: 'mention', text: `@${target.slice(1)}` };
  if (target.startsWith('!subteam^')) return { type: 'mention', text: label ?? '@user-group' };
  if (target.startsWith('!date^')) return date(target, label);
  if (target.startsWith('!')) return { type: 'text', text: label ?? `<${target}>` };
  const url = safeUrl(decodeEntities(target));
  if (url === null)
    return { type: 'text', text: label === null ? `<${plain(target)}>` : `${label} (${plain(target)})` };
  return { type: 'link', url, label: [{ type: 'text', text: label ?? url.replace(/^mailto:/i, '') }] };
};

const date = (target: string, label: string | null): Inline => {
  const [, seconds = '', format = '', url = ''] = target.split('^');
  const fallback = label ?? format;
  if (!/^-?\d{1,12}$/.test(seconds)) return { type: 'text', text: fallback };
  return {
    type: 'date',
    seconds: Number(seconds),
    format: plain(format),
    url: safeUrl(decodeEntities(url)),
    fallback,
  };
};

const plain = (text: string): string => decodeEntities(text);
