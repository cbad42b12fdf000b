/** Reads questions that came back from an assistant or a person into the phrasings of the policies, line by line. */
import { joinPhrasings, linesOf, questionsIn } from '../policy/phrasing-file.ts';
import type { Policy } from '../policy/policy.ts';
import {
  type PhrasingFault,
  type PhrasingLine,
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
  const came = linesOf({ ...read, stale: [] });
  const files = new Map<string, readonly PhrasingLine[]>();
  let added = 0;
  for (const [at, policy] of policies.entries()) {
    const own = before[at];
    const had = own === undefined ? [] : joinPhrasings([], linesOf(own));
    const more = came.filter((_, place) => {
      const unit = read.units[place] ?? null;
      return unit === null ? at === 0 : unit.policy === policy.head.id;
    });
    const lines = joinPhrasings(had, more);
    const gained = questionsIn(lines) - questionsIn(had);
    added += gained;
    if (gained > 0) files.set(policy.head.id, lines);
  }
  return { files, faults: read.faults, added };
};
