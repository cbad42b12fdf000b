/** Reads policies into units in a thread with an end to its time and memory; a text that was read before is not read again. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { inGuardedThread, threadBeside } from '../../base/guarded-thread.ts';
import type { Unit } from './policy.ts';

/** A policy takes a tenth of a second; a machine that is busy elsewhere may take twenty times as long. */
const LIMITS = { patienceMs: 5_000, heapMb: 128, growthMb: 200 };
/** So many policies are remembered, the latest ones; a longer one is read each time. */
const MOST_KNOWN = 50;
const LONGEST_KNOWN = 500_000;

const span = { start: z.number(), end: z.number() };
const pieceSchema = z.object({ ...span, text: z.string() }).nullable();
const unitSchema = z.object({
  ...span,
  id: z.string(),
  policy: z.string(),
  kind: z.enum(['sentence', 'bullet', 'row']),
  text: z.string(),
  section: z.string(),
  path: z.array(z.string()),
  leadIn: pieceSchema,
  header: pieceSchema,
  group: z.string().nullable(),
  block: z.string(),
  within: z.string().nullable(),
});
const readSchema = z.array(z.array(unitSchema));

/** A policy's id, its file as text, and where its words begin in it. */
export type PolicyText = { readonly id: string; readonly file: string; readonly bodyStart: number };

const keyOf = ({ id, file, bodyStart }: PolicyText): string =>
  createHash('sha256').update(`${id}\n${bodyStart}\n`).update(file).digest('base64');

const known = new Map<string, readonly Unit[]>();

/** The units of each policy, in order; `cause` where the thread did not end well with all of them. Never rejects for a text. */
export const readUnits = async (
  policies: readonly PolicyText[],
): Promise<readonly (readonly Unit[])[] | { readonly cause: unknown }> => {
  const keys = policies.map(keyOf);
  const unread = policies.filter((_, at) => !known.has(keys[at] ?? ''));
  const read = new Map<PolicyText, readonly Unit[]>();
  if (unread.length > 0) {
    const outcome = await inGuardedThread(threadBeside(import.meta.url, 'units-thread'), unread, LIMITS);
    if (outcome.kind !== 'done') return { cause: outcome };
    for (const [at, units] of readSchema.parse(outcome.value).entries()) {
      const policy = unread[at];
      if (policy !== undefined) read.set(policy, units);
    }
  }
  const all = policies.map((policy, at) => read.get(policy) ?? known.get(keys[at] ?? '') ?? []);
  for (const [at, { file }] of policies.entries())
    if (file.length <= LONGEST_KNOWN) known.set(keys[at] ?? '', all[at] ?? []);
  for (const key of [...known.keys()].slice(0, Math.max(0, known.size - MOST_KNOWN))) known.delete(key);
  return all;
};
