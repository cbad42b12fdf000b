/** Cuts a policy into the units that may be quoted. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Span, Unit } from './policy.ts';
import { splitSentences } from './sentences.ts';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
type Nodes = Root | RootContent;
type Of<Type extends RootContent['type']> = Extract<RootContent, { type: Type }>;

type Piece = Span & { readonly text: string };

/** What is known at one place of the document while walking down it. */
type Place = {
  readonly leadIn: Piece | null;
  readonly group: string | null;
  /** Inside a block quote the marker at a line's head is no word of the text. */
  readonly quoted: boolean;
};

type Heading = { readonly depth: number; readonly title: string };

const INTRODUCES = /:["'”’)\]*_\s]*$|\bfollowing\b/iu;
const BELOW_ALL_HEADINGS = 7;

const plainText = (node: Nodes): string => {
  if ('value' in node && node.type !== 'html') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? node.children.map((child) => plainText(child)).join('') : '';
};

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** A paragraph that is nothing but a bold line, or "Q: …", heads what follows it. */
const asHeading = (node: Of<'paragraph'>): string | null => {
  const text = plainText(node).trim();
  if (text.length > 160) return null;
  if (node.children.length === 1 && node.children[0]?.type === 'strong' && !/[.;,]$/.test(text)) return text;
  return /^Q\s*[:.]\s.*\?$/su.test(text) ? text.replace(/^Q\s*[:.]\s*/u, '') : null;
};

/** Walks one policy document and collects its units in order. `offset` is where `body` begins in the file. */
const collect = (policy: string, file: string, offset: number, root: Root): readonly Unit[] => {
  const units: Unit[] = [];
  let headings: readonly Heading[] = [];

  const piece = (span: Span): Piece => ({ ...span, text: file.slice(span.start, span.end) });

  const add = (span: Span, extra: Partial<Unit> & Pick<Unit, 'kind' | 'block'>, place: Place): Unit => {
    const path = headings.map((heading) => heading.title);
    const unit: Unit = {
      id: `${policy}:${span.start}${extra.within === undefined || extra.within === null ? '' : `-${span.end}`}`,
      policy,
      text: file.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      section: path.at(-1) ?? '',
      path,
      leadIn: place.leadIn,
      header: null,
      group: place.group,
      within: null,
      ...extra,
    };
    units.push(unit);
    return unit;
  };

  const heading = (depth: number, title: string): void => {
    headings = [...headings.filter((above) => above.depth < depth), { depth, title }];
  };

  /** Markup is hidden from the splitter: a full stop in a link's address ends nothing. */
  const masked = (nodes: readonly Nodes[], span: Span, quoted: boolean): string => {
    const shown = file.slice(span.start, span.end).replace(/\S/g, '*').split('');
    const reveal = (node: Nodes): void => {
      if (node.type === 'text') {
        const { start, end } = spanOf(node);
        for (let at = start; at < end; at += 1) shown[at + offset - span.start] = file[at + offset] ?? ' ';
      }
      if ('children' in node) for (const child of node.children) reveal(child);
    };
    for (const node of nodes) reveal(node);
    const text = shown.join('');
    return quoted
      ? text.replace(
          /(\n[ \t]*)(>[> \t]*)/gu,
          (_, line: string, mark: string) => line + ' '.repeat(mark.length),
        )
      : text;
  };

  const sentencesOf = (nodes: readonly Nodes[], span: Span, quoted: boolean): readonly Span[] =>
    splitSentences(masked(nodes, span, quoted)).map((part) => ({
      start: span.start + part.start,
      end: span.start + part.end,
    }));

  const absolute = (node: Nodes): Span => {
    const { start, end } = spanOf(node);
    return { start: start + offset, end: end + offset };
  };

  const paragraph = (node: Nodes, place: Place): Piece | null => {
    const span = absolute(node);
    const parts = sentencesOf(
      node.type === 'html' ? [{ ...node, type: 'text' }] : [node],
      span,
      place.quoted,
    );
    const block = `${policy}:${span.start}`;
    for (const part of parts) add(part, { kind: 'sentence', block }, place);
    // A note may stand between "the following rights" and the rights.
    const last = parts.map(piece).findLast(({ text }) => INTRODUCES.test(text)) ?? null;
    const end = parts.at(-1);
    return last ?? (end === undefined ? null : piece(end));
  };

  const list = (node: Of<'list'>, place: Place, leadIn: Piece | null, of: Of<'list'>): void => {
    const group = `${policy}:${absolute(of).start}`;
    for (const item of node.children) {
      const own: Of<'listItem'>['children'] = item.children.filter(
        (child) => child.type === 'paragraph' || child.type === 'html' || child.type === 'code',
      );
      const [first] = own;
      const last = own.at(-1);
      let parent: Piece | null = leadIn;
      if (first !== undefined && last !== undefined) {
        const followed = item.children.findIndex((child) => !own.includes(child));
        const head = followed === -1 ? own : own.filter((child) => item.children.indexOf(child) < followed);
        const span = { start: absolute(first).start, end: absolute(head.at(-1) ?? last).end };
        const here = { ...place, leadIn, group };
        const bullet = add(span, { kind: 'bullet', block: `${policy}:${span.start}` }, here);
        const parts = head.flatMap((child) => sentencesOf([child], absolute(child), place.quoted));
        if (parts.length > 1) {
          for (const part of parts)
            add(part, { kind: 'sentence', block: bullet.block, within: bullet.id }, here);
        }
        parent = piece(span);
        blocks(
          item.children.filter((child) => !head.includes(child)),
          { ...place, leadIn: parent, group },
          parent,
        );
      } else {
        blocks(item.children, { ...place, group }, parent);
      }
    }
  };

  const table = (node: Of<'table'>, place: Place): void => {
    const [head, ...rows] = node.children;
    // A table without titles has a first row without words.
    const titles = head === undefined ? null : piece(absolute(head));
    const header = titles !== null && /[\p{L}\p{N}]/u.test(titles.text) ? titles : null;
    const group = `${policy}:${absolute(node).start}`;
    for (const row of rows) {
      const span = absolute(row);
      add(span, { kind: 'row', block: `${policy}:${span.start}`, header, group }, place);
    }
  };

  /** `before` is the sentence that stands right before a list. */
  const blocks = (nodes: readonly RootContent[], place: Place, before: Piece | null): void => {
    let last = before;
    // Markdown begins another list where the sign of the bullets changes; to whoever reads it, it is one.
    let open: { readonly of: Of<'list'>; readonly leadIn: Piece | null } | null = null;
    for (const node of nodes) {
      if (node.type !== 'list') open = null;
      switch (node.type) {
        case 'heading':
          heading(node.depth, plainText(node).trim());
          last = null;
          break;
        case 'thematicBreak':
          headings = headings.slice(0, 1);
          last = null;
          break;
        case 'paragraph': {
          const title = asHeading(node);
          if (title !== null && place.group === null) heading(BELOW_ALL_HEADINGS, title);
          last = title !== null && place.group === null ? null : paragraph(node, place);
          break;
        }
        case 'html':
        case 'code':
          if (!node.value.trimStart().startsWith('<!--')) last = paragraph(node, place);
          break;
        case 'list': {
          const leadIn: Piece | null =
            last !== null && (INTRODUCES.test(last.text) || place.group !== null) ? last : null;
          open = open !== null && open.of.ordered === node.ordered ? open : { of: node, leadIn };
          list(node, place, open.leadIn, open.of);
          last = null;
          break;
        }
        case 'table':
          table(node, { ...place, leadIn: last !== null && INTRODUCES.test(last.text) ? last : null });
          last = null;
          break;
        case 'blockquote':
          blocks(node.children, { ...place, quoted: true }, last);
          break;
        default:
          break;
      }
    }
  };

  blocks(root.children, { leadIn: null, group: null, quoted: false }, null);
  return units;
};

/**
 * The units of a policy document, in the order of the file; `bodyStart` is where the text begins after the front matter.
 * Whole bullets come before the sentences they hold (`within`).
 */
export const unitsOf = (policy: string, file: string, bodyStart: number): readonly Unit[] => {
  const root = fromMarkdown(file.slice(bodyStart), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return collect(policy, file, bodyStart, root);
};
