/** Reads questions that came back from an assistant or a person into the phrasings of the policies, line by line. */
import type { Policy, Unit } from '../policy/policy.ts';
import {
  type PhrasingFault,
  type PhrasingLine,
  questionKey,
  quoteKey,
  type ReadPhrasings,
  readPhrasingLines,
} from '../policy/policy-phrasings.ts';

export type Merged = {
  /** The lines to be written for each policy, by its id; only of policies that gained something. */
  readonly files: ReadonlyMap<string, readonly PhrasingLine[]>;
  readonly faults: readonly PhrasingFault[];
  /** How many questions were new. */
  readonly added: number;
};

const plus = (before: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Map([...before, ...more].map((question) => [questionKey(question), question.trim()])).values(),
];

const SILENT = '';
const keyOf = (unit: Unit | null): string => unit?.id ?? SILENT;

const joined = (one: PhrasingLine | undefined, other: PhrasingLine, unit: Unit | null): PhrasingLine => ({
  ...one,
  ...other,
  quote: unit === null ? null : quoteKey(unit.text),
  asks: [...plus(one?.asks ?? [], other.asks)],
  not: [...plus(one?.not ?? [], other.not)],
});

const count = (lines: Iterable<PhrasingLine>): number =>
  [...lines].reduce((sum, { asks, not }) => sum + asks.length + not.length, 0);

/** What stands around the lines of an answer from an assistant. */
const unfenced = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/^\s*(?:```|\[\s*$|\]\s*$)/u.test(line) ? '' : line.trim().replace(/,$/u, '')))
    .join('\n');

/**
 * `before` are the phrasings of each policy as they are, in the order of `policies`. A line belongs to the policy that has its quote;
 * questions on which the policies are silent go to the first policy.
 */
export const mergePhrasings = (
  policies: readonly Policy[],
  before: readonly ReadPhrasings[],
  text: string,
): Merged => {
  const read = readPhrasingLines(
    unfenced(text),
    policies.flatMap(({ units }) => units),
  );
  const files = new Map<string, readonly PhrasingLine[]>();
  let added = 0;
  for (const [at, policy] of policies.entries()) {
    const own = new Map<string, PhrasingLine>();
    const known = before[at];
    for (const [place, line] of (known?.lines ?? []).entries()) {
      const unit = known?.units[place] ?? null;
      own.set(keyOf(unit), joined(own.get(keyOf(unit)), line, unit));
    }
    const had = count(own.values());
    for (const [place, line] of read.lines.entries()) {
      const unit = read.units[place] ?? null;
      if (unit === null ? at > 0 : unit.policy !== policy.head.id) continue;
      own.set(keyOf(unit), joined(own.get(keyOf(unit)), line, unit));
    }
    const gained = count(own.values()) - had;
    added += gained;
    if (gained > 0) files.set(policy.head.id, inOrder(own, policy));
  }
  return { files, faults: read.faults, added };
};

/** The order of the policy, what it is silent on last. */
const inOrder = (lines: ReadonlyMap<string, PhrasingLine>, { units }: Policy): readonly PhrasingLine[] => [
  ...units.flatMap(({ id }) => lines.get(id) ?? []),
  ...[...lines].flatMap(([key, line]) => (key === SILENT ? [line] : [])),
];

/** The file as it is written. */
export const phrasingsFile = (lines: readonly PhrasingLine[]): string =>
  `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
