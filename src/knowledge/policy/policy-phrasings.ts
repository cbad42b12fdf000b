/** The questions that staff ask of each passage, as they are written beside a policy (`<policy>.phrasings.jsonl`). */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { wordsOf } from '../question/words.ts';
import { besidePolicy } from './beside-policy.ts';
import type { Policy, Unit } from './policy.ts';

const text = z.string().trim().min(1);

/** One line of the file; `quote: null` has questions on which the policies are silent. */
export const phrasingLineSchema = z.object({
  quote: text.nullable(),
  asks: z.array(text).readonly().default([]),
  /** Questions that the passage seems to answer and does not. */
  not: z.array(text).readonly().default([]),
  by: z.string().optional(),
  reviewed: z.union([z.string(), z.boolean()]).optional(),
});

export type PhrasingLine = z.infer<typeof phrasingLineSchema>;

export type PhrasingFault = {
  /** The line in the file, from 1. */
  readonly line: number;
  readonly fault: 'not JSON' | 'not of the shape' | 'quote not in the text';
  readonly quote: string;
};

export type ReadPhrasings = {
  readonly lines: readonly PhrasingLine[];
  /** The unit of each line, in the same order; null for questions on which the policies are silent. */
  readonly units: readonly (Unit | null)[];
  /** Lines of the shape whose quote no longer stands in the text: not used, and not thrown away either. */
  readonly stale: readonly PhrasingLine[];
  readonly faults: readonly PhrasingFault[];
};

/** White space apart, a quote is the exact words of a unit. */
export const quoteKey = (quote: string): string => quote.replace(/\s+/gu, ' ').trim();

/** Two questions of the same words, in the same order, are one. */
export const questionKey = (question: string): string => wordsOf(question).join(' ');

const MARKER =
  /^(?:\*\*[^*]{1,120}\*\*[.:]?\s+|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivx]{1,5})[.)]\s+|\d{1,3}(?:\.\d{1,3})+\s+|[a-z]\.?\d{1,3}(?:\.\d{1,3})*\.?\s+)+/iu;

/** People copy a passage without its number, its bold opening, its emphasis or the joining word behind it: that is still this passage. */
const bareKey = (quote: string): string =>
  quoteKey(quote)
    .replace(MARKER, '')
    .replace(/\*\*|__/gu, '')
    .replace(/\s*\|\s*/gu, '|')
    .replace(/[;,]\s*(?:and|or)?$|[.;,]$/iu, '');

/** Finds the unit of a quote: by its exact words, else by the words without its marks where only one passage has them. */
const unitFinder = (units: readonly Unit[]): ((quote: string) => Unit | undefined) => {
  const exact = new Map(units.toReversed().map((unit) => [quoteKey(unit.text), unit]));
  const bare = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = bareKey(unit.text);
    bare.set(key, [...(bare.get(key) ?? []), unit]);
  }
  return (quote) => {
    const found = exact.get(quoteKey(quote));
    if (found !== undefined) return found;
    const [only, ...more] = bare.get(bareKey(quote)) ?? [];
    return more.length === 0 ? only : undefined;
  };
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Reads the lines of a phrasings file against the units of its policies; a line that cannot be used is named and left out. */
export const readPhrasingLines = (file: string, units: readonly Unit[]): ReadPhrasings => {
  const unitOf = unitFinder(units);
  const lines: PhrasingLine[] = [];
  const found: (Unit | null)[] = [];
  const stale: PhrasingLine[] = [];
  const faults: PhrasingFault[] = [];
  for (const [at, row] of file.split('\n').entries()) {
    if (row.trim() === '') continue;
    const value = parsed(row);
    const read = phrasingLineSchema.safeParse(value);
    if (!read.success) {
      faults.push({
        line: at + 1,
        fault: value === undefined ? 'not JSON' : 'not of the shape',
        quote: row.slice(0, 80),
      });
      continue;
    }
    const { quote } = read.data;
    const unit = quote === null ? null : unitOf(quote);
    if (unit === undefined) {
      faults.push({ line: at + 1, fault: 'quote not in the text', quote: quote ?? '' });
      stale.push(read.data);
    } else {
      lines.push(read.data);
      found.push(unit);
    }
  }
  return { lines, units: found, stale, faults };
};

/** Where the phrasings of a policy lie: beside it, unless another folder is named. */
export const phrasingsPath = (policy: Policy, dir?: string): string =>
  besidePolicy(policy, '.phrasings.jsonl', dir);

/** What is written for a policy; no lines where there is no file. */
export const readPolicyPhrasings = async (policy: Policy, dir?: string): Promise<ReadPhrasings> => {
  const path = phrasingsPath(policy, dir);
  if (!existsSync(path)) return { lines: [], units: [], stale: [], faults: [] };
  return readPhrasingLines(await readFile(path, 'utf8'), policy.units);
};
