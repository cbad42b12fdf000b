/** What set-up with a model learns, as lines of a phrasings file (interface.md, section 5): what a model wrote is read, cleaned and joined here. */
import { z } from 'zod';
import type { Policy, Unit } from '../policy/policy.ts';
import { questionKey, quoteKey } from '../policy/policy-phrasings.ts';
import { wordsOf } from '../question/words.ts';
import { objectsIn } from './finder-reply.ts';
import type { PhraseTask } from './phrase-request.ts';

/** `quote` null: questions on which the policies are silent. */
export type PhraseLine = {
  readonly quote: string | null;
  readonly asks: readonly string[];
  readonly not: readonly string[];
  readonly by?: string | undefined;
  readonly reviewed?: string | boolean | undefined;
};

const lineSchema = z.looseObject({
  quote: z.string().nullable(),
  asks: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  by: z.string().optional(),
  reviewed: z.union([z.string(), z.boolean()]).optional(),
});

const questions = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => (typeof one === 'string' ? [one] : [])))
  .catch([]);
const unitsReply = z.object({
  units: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform((id) => String(id).replace(/[[\]\s]/gu, '')),
      asks: questions,
      not: questions,
    }),
  ),
});
const silentReply = z.object({ silent: questions });

const LONGEST = 300;
const isUsable = (question: string): boolean =>
  question.trim().length > 2 && question.length <= LONGEST && wordsOf(question).length > 0;

const unique = (all: readonly string[], but: ReadonlySet<string> = new Set()): readonly string[] => [
  ...new Map(
    all
      .map(quoteKey)
      .filter((question) => isUsable(question) && !but.has(questionKey(question)))
      .map((question) => [questionKey(question), question]),
  ).values(),
];

/** What a reply to one task is worth, `by` whom; null when it is not of the shape. Units that were not asked about are left out. */
export const linesFrom = (task: PhraseTask, content: string, by: string): readonly PhraseLine[] | null => {
  for (const value of objectsIn(content)) {
    if (task.kind === 'silent') {
      const read = silentReply.safeParse(value);
      if (read.success) return [{ quote: null, asks: unique(read.data.silent), not: [], by }];
      continue;
    }
    const read = unitsReply.safeParse(value);
    if (!read.success) continue;
    return read.data.units.flatMap(({ id, asks, not }) => {
      const unit = task.units.find((one) => one.id === id)?.unit;
      if (unit === undefined) return [];
      const own = unique(asks);
      return [{ quote: quoteKey(unit.text), asks: own, not: unique(not, new Set(own.map(questionKey))), by }];
    });
  }
  return null;
};

/** Earlier lines first; of one quote one line; nothing asked twice. */
export const joinedLines = (
  before: readonly PhraseLine[],
  more: readonly PhraseLine[],
): readonly PhraseLine[] => {
  const joined = new Map<string | null, PhraseLine>();
  for (const line of [...before, ...more]) {
    const quote = line.quote === null ? null : quoteKey(line.quote);
    const own = joined.get(quote);
    const asks = unique([...(own?.asks ?? []), ...line.asks]);
    const not = unique([...(own?.not ?? []), ...line.not], new Set(asks.map(questionKey)));
    joined.set(quote, { ...line, ...own, quote, asks, not });
  }
  return [...joined.values()];
};

/** The lines of a phrasings file; what is no such line is left out. */
export const readLines = (file: string): readonly PhraseLine[] =>
  file.split('\n').flatMap((line) => {
    try {
      const read = lineSchema.safeParse(JSON.parse(line));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });

/** In the order of the policy; quotes that no longer stand in it come last, before silence, for `policy check` to name. */
export const fileOf = (policy: Policy, lines: readonly PhraseLine[]): string => {
  const place = new Map(policy.units.map((unit, at) => [quoteKey(unit.text), at]));
  const rank = ({ quote }: PhraseLine): number =>
    quote === null ? policy.units.length + 1 : (place.get(quote) ?? policy.units.length);
  return lines
    .toSorted((one, other) => rank(one) - rank(other))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
};

export const asksOfUnit =
  (lines: readonly PhraseLine[]) =>
  (unit: Unit): number =>
    lines.find(({ quote }) => quote === quoteKey(unit.text))?.asks.length ?? 0;
