import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Policy, Unit } from './policy.ts';

const schema = z.object({
  policy: z.string(),
  version: z.string(),
  topics: z.record(
    z.string(),
    z.object({ says: z.array(z.string()).default([]), near: z.array(z.string()).default([]) }),
  ),
});

/** What a policy says on a topic, best first; nothing in `says` means that it is silent. */
export type Entry = { readonly says: readonly Unit[]; readonly near: readonly Unit[] };
export type PolicyMap = ReadonlyMap<string, Entry>;

/**
 * Reads `<policy>.map.yaml` beside the policy and finds every quote among its units; null when there is no map.
 * A quote that the policy no longer has, or another version, is a PolicyProblem: the map is reviewed with the text.
 */
export const readPolicyMap = async (policy: Policy): Promise<PolicyMap | null> => {
  const path = policy.path.replace(/\.md$/, '.map.yaml');
  if (!existsSync(path)) return null;
  const map = schema.parse(parse(await readFile(path, 'utf8'), { schema: 'core' }));
  const byText = new Map<string, Unit>();
  for (const unit of policy.units) if (!byText.has(unit.text)) byText.set(unit.text, unit);
  const find = (quote: string): readonly Unit[] => {
    const unit = byText.get(quote);
    return unit === undefined ? [] : [unit];
  };
  return new Map(
    Object.entries(map.topics).map(([topic, { says, near }]) => [
      topic,
      {
        says: says.flatMap((quote) => find(quote)),
        near: near.flatMap((quote) => find(quote)),
      },
    ]),
  );
};
