/** The map of a policy: which passages speak to which topic. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { alike } from '../question/words.ts';
import { besidePolicy } from './beside-policy.ts';
import type { Policy, Unit } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';

const schema = z.object({
  policy: z.string(),
  version: z.string(),
  topics: z.record(
    z.string(),
    z.object({ says: z.array(z.string()).default([]), near: z.array(z.string()).default([]) }),
  ),
});

export type MapFile = z.infer<typeof schema>;

/** What a policy says on a topic, best first; nothing in `says` means that it is silent. */
export type Entry = { readonly says: readonly Unit[]; readonly near: readonly Unit[] };
export type PolicyMap = ReadonlyMap<string, Entry>;

/** How alike two sentences have to be for one to pass as the other after an edit. */
const ALIKE = 0.6;

/** The unit with these words, else the one that they have become by an edit of the policy; null when there is neither. */
export const unitLike = (units: readonly Unit[], quote: string): Unit | null => {
  const same = units.find((unit) => unit.text === quote);
  if (same !== undefined) return same;
  let best: Unit | null = null;
  let most = ALIKE;
  for (const unit of units) {
    const share = alike(unit.text, quote);
    if (share > most) [best, most] = [unit, share];
  }
  return best;
};

/** The map as it is written beside the policy; null when there is none. Not of its shape, it is a PolicyProblem. */
export const readMapFile = async (policy: Policy): Promise<MapFile | null> => {
  const path = besidePolicy(policy, '.map.yaml');
  if (!existsSync(path)) return null;
  const map = schema.safeParse(readYaml(path, await readFile(path, 'utf8')));
  if (!map.success) throw new PolicyProblem(path, 'the map is not of its shape.', FIX, { cause: map.error });
  return map.data;
};

/**
 * Finds every quote of a map among the units of a policy. A topic whose quotes are all gone from the text is left out,
 * so that it is read from the text afresh and is never called silent because of an edit.
 */
export const mapOn = ({ units }: Policy, map: MapFile): PolicyMap => {
  const find = (quotes: readonly string[]): readonly Unit[] =>
    quotes.flatMap((quote) => unitLike(units, quote) ?? []);
  return new Map(
    Object.entries(map.topics)
      .map(([topic, { says, near }]) => ({ topic, wanted: says.length, says: find(says), near: find(near) }))
      .filter(({ wanted, says }) => wanted === 0 || says.length > 0)
      .map(({ topic, says, near }) => [topic, { says, near }]),
  );
};

/** What the map beside a policy says of it; null when there is no map. */
export const readPolicyMap = async (policy: Policy): Promise<PolicyMap | null> => {
  const map = await readMapFile(policy);
  return map === null ? null : mapOn(policy, map);
};

const FIX =
  'Give it policy, version and topics, each with "says" and "near"; or remove the map, and one is drafted.';

const readYaml = (path: string, yaml: string): unknown => {
  try {
    return parseYaml(yaml);
  } catch (cause) {
    throw new PolicyProblem(path, 'the map is not valid YAML.', FIX, { cause });
  }
};
