/** Whether an import has kept every word: the source counted against what was written and what was left out. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, LeftOut } from './document.ts';

/** Elements that stand inside words and sentences. */
export const INLINE_TAG =
  /<\/?(?:b|i|u|em|strong|span|a|abbr|sup|sub|font|small|big|mark|ins|tt|kbd|cite)(?:\s[^<>\n]{0,500})?>/giu;

export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

const counted = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

type CountedNode = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

const textsOf = (node: CountedNode): readonly string[] => {
  if (node.type === 'html')
    return [node.value.replace(INLINE_TAG, '').replace(/<!--[\s\S]*?-->|<[^>]*>|<[a-z/!?][^>]*$/giu, ' ')];
  if ('value' in node) return [node.value];
  if (node.type === 'image') return [node.alt ?? ''];
  if (!('children' in node)) return [];
  const own = node.children.flatMap((child) => textsOf(child));
  // Words broken only by a mark inside them are one word.
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
    ? [own.join('')]
    : own;
};

/** Headings, sentences, bullets, rows: all that can be read in a policy's text. */
export const textOfMarkdown = (body: string): readonly string[] =>
  textsOf(fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));

/** The numbers of lists that the source writes out: in the text they are the marks of its items. */
export const typedNumbers = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.type !== 'list'
      ? []
      : block.items.flatMap(({ children }, at) => [
          ...(block.from !== null && block.typed === true ? [String(block.from + at)] : []),
          ...typedNumbers(children),
        ]),
  );

export type WordAccount = { readonly lost: readonly string[]; readonly invented: readonly string[] };

const more = (one: Map<string, number>, other: Map<string, number>): readonly string[] =>
  [...one].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (other.get(word) ?? 0)) }, () => word),
  );

/** A word that was cut out of its middle or its end: what went and what stayed are two pieces of it. */
const withoutSeams = ({ lost, invented }: WordAccount): WordAccount => {
  const pieces = [...invented];
  const whole = lost.filter((word) => {
    const found = pieces.flatMap((first, at) =>
      word.startsWith(first)
        ? pieces.flatMap((second, other) => (other !== at && first + second === word ? [[at, other]] : []))
        : [],
    )[0];
    if (found === undefined) return true;
    for (const at of found.toSorted((a, b) => b - a)) pieces.splice(at, 1);
    return false;
  });
  return { lost: whole, invented: pieces };
};

/** Words of the source that are neither in the text nor in what was left out, and words of the text that the source has not. */
export const accountOf = (
  source: readonly string[],
  repeated: readonly string[],
  body: string,
  leftOut: readonly LeftOut[],
  numbers: readonly string[],
): WordAccount => {
  const kept = counted([...textOfMarkdown(body), ...numbers, ...leftOut.map(({ text }) => text)]);
  const wanted = counted([...source, ...repeated]);
  const account = { lost: more(wanted, kept), invented: more(kept, wanted) };
  return leftOut.length === 0 ? account : withoutSeams(account);
};
