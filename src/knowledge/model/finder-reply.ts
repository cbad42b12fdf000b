/** Reads what a finder wrote, however a server wraps it: fences, thoughts, prose around it, loose spelling of the values. */
import { z } from 'zod';
import type { Outcome, Verdict } from '../answer/answer.ts';

const OUTCOMES = ['answered', 'silent', 'out_of_scope', 'declined'] as const;
const VERDICTS = ['yes', 'no', 'depends'] as const;
/** Of one reply; what is named beyond them is left out. */
export const MOST_UNITS = 6;

const small = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/gu, '_')
        .replace(/^it_/u, '')
    : value;

const unitSchema = z.object({
  id: z.union([z.string(), z.number()]).transform((id) => String(id).replace(/[[\]\s]/gu, '')),
  words: z.string().catch(''),
});

const replySchema = z.object({
  outcome: z.preprocess(small, z.enum(OUTCOMES)),
  units: z.array(unitSchema).nullish().catch(null),
  verdict: z.preprocess(small, z.enum(VERDICTS).nullable()).catch(null),
  lacks: z.string().nullable().catch(null),
});

export type FinderReply = {
  readonly outcome: Outcome;
  /** Best first, at most six; not proven yet. */
  readonly units: readonly { readonly id: string; readonly words: string }[];
  readonly verdict: Verdict | null;
  readonly lacks: string | null;
};

/** Where the object that opens at `from` closes; -1 when it never does. */
const endOfObject = (text: string, from: number): number => {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return -1;
};

/** A reply holds few objects; one that opens thousands of brackets is not looked through. */
const MOST_TRIES = 20;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The JSON objects that stand in a text, in order, outermost only. */
export const objectsIn = (content: string): readonly unknown[] => {
  const text = content.replace(/^[\s\S]*<\/think(?:ing)?>/iu, '');
  const found: unknown[] = [];
  let from = text.indexOf('{');
  for (let tries = 0; from !== -1 && tries < MOST_TRIES; tries += 1) {
    const end = endOfObject(text, from);
    const value = end === -1 ? null : parsed(text.slice(from, end));
    if (value !== null) found.push(value);
    from = text.indexOf('{', value === null ? from + 1 : end);
  }
  return found;
};

/** The reply in a model's words; null when there is none of the shape. */
export const readReply = (content: string): FinderReply | null => {
  for (const value of objectsIn(content)) {
    const read = replySchema.safeParse(value);
    if (!read.success) continue;
    const { outcome, units, verdict, lacks } = read.data;
    const said = lacks === null || /^(?:null|none|)$/iu.test(lacks.trim()) ? null : lacks.trim();
    return { outcome, units: (units ?? []).slice(0, MOST_UNITS), verdict, lacks: said };
  }
  return null;
};
