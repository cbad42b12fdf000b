/** The marks of each right in a message: which words show it, and where they stand. */

import { isClient } from '../case/case.ts';
import type { Right } from '../clock/rights.ts';
import { furtherRows } from './marks-more.ts';
import { otherLanguages } from './marks-other-languages.ts';
import { type MarkRow, markRows, type NotOneReason, notOneRows, pieces } from './marks-table.ts';

export type Quote = { readonly start: number; readonly end: number; readonly text: string };
export type Mark = { readonly right: Right; readonly why: string; readonly quote: Quote };

/** What a company adds: its names, the products that people name, and whether it has clients who may leave. */
export type Recognised = {
  readonly names: readonly string[];
  readonly tools: readonly string[];
  readonly clients: boolean;
};

const anyOf = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;

/** Apostrophes are read as one kind, and the length stays, so that quotes keep their place. */
export const expressionsOf = ({ names, tools }: Recognised): ((words: string) => RegExp) => {
  const own: Readonly<Record<string, string>> = { ...pieces, own: anyOf(names), tool: anyOf(tools) };
  const filled = (words: string): string =>
    words.replace(/\{(my|me|holder|data|hold|want|field|gap|near|own|tool)\}/g, (_, name: string) =>
      filled(own[name] ?? ''),
    );
  return (words) => new RegExp(filled(words), 'i');
};

/** A more special mark takes the words from a more general one: "remove me from your mailing list" erases nothing. */
const outranks: Readonly<Partial<Record<Right, readonly Right[]>>> = {
  direct_marketing_objection: ['erasure', 'objection', 'consent_withdrawal'],
  automated_decision: ['objection', 'complaint', 'access'],
  erasure: ['access'],
  rectification: ['access'],
  portability: ['access'],
  complaint: ['access'],
  restriction: ['objection', 'erasure', 'complaint', 'access'],
  consent_withdrawal: ['objection'],
  client_data_deletion: ['erasure', 'portability', 'access'],
};

const overlaps = (a: Quote, b: Quote): boolean => a.start < b.end && b.start < a.end;

export const sentences = (text: string): readonly Quote[] => {
  const parts: Quote[] = [];
  let start = 0;
  for (const part of text.split(/(?<=[.!?])\s+|\n+/)) {
    const at = text.indexOf(part, start);
    parts.push({ start: at, end: at + part.length, text: part });
    start = at + part.length;
  }
  return parts.filter((part) => part.text.trim() !== '');
};

type Ready = { readonly row: MarkRow; readonly expression: RegExp };

const find = ({ row, expression: words }: Ready, sentence: Quote): Mark | null => {
  const found = words.exec(sentence.text);
  if (!found) return null;
  const start = sentence.start + found.index;
  return { right: row.right, why: row.why, quote: { start, end: start + found[0].length, text: found[0] } };
};

type Unwanted = { readonly reason: NotOneReason; readonly expression: RegExp };

/** The first mark of each right; what sounds like one and is none is noted in `reasons` and leaves its sentence out. */
const marksIn = (
  text: string,
  wanted: readonly Ready[],
  unwanted: readonly Unwanted[],
  reasons: Set<NotOneReason>,
): readonly Mark[] => {
  const marks: Mark[] = [];
  for (const sentence of sentences(text)) {
    const against = unwanted.filter((row) => row.expression.test(sentence.text));
    if (against.length > 0) {
      for (const row of against) reasons.add(row.reason);
      continue;
    }
    const found = wanted.flatMap((row) => find(row, sentence) ?? []);
    const kept = found.filter(
      (mark) =>
        !found.some(
          (other) => outranks[other.right]?.includes(mark.right) && overlaps(other.quote, mark.quote),
        ),
    );
    for (const mark of kept) if (!marks.some((each) => each.right === mark.right)) marks.push(mark);
  }
  return marks;
};

export type MarksFound = {
  /** Words that hardly anybody uses otherwise. */
  readonly narrow: readonly Mark[];
  /** Words that many use: looked for where the narrow ones find nothing. */
  readonly wide: readonly Mark[];
  readonly notOne: readonly NotOneReason[];
};

export const findMarks = (text: string, own: Recognised): MarksFound => {
  const expression = expressionsOf(own);
  const ready = (rows: readonly MarkRow[]): readonly Ready[] =>
    rows
      .filter((row) => own.clients || !isClient(row.right))
      .map((row) => ({ row, expression: expression(row.words) }));
  const unwanted = notOneRows.map((row) => ({ reason: row.reason, expression: expression(row.words) }));
  const reasons = new Set<NotOneReason>();
  const narrow = marksIn(text, ready(markRows), unwanted, reasons);
  const wide =
    narrow.length > 0 ? [] : marksIn(text, ready([...furtherRows, ...otherLanguages]), unwanted, reasons);
  return { narrow, wide, notOne: [...reasons] };
};
