/** The phrasings file of a mapped policy, made of the catalogue: what people ask on the topics that its map leads to each passage. */
import { writeFile } from 'node:fs/promises';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import { phrasingsFile } from '../src/knowledge/policy/phrasing-file.ts';
import type { Policy } from '../src/knowledge/policy/policy.ts';
import { type PolicyMap, readPolicyMap } from '../src/knowledge/policy/policy-map.ts';
import { type PhrasingLine, phrasingsPath, quoteKey } from '../src/knowledge/policy/policy-phrasings.ts';
import { DECLINED, OUTSIDE } from '../src/knowledge/question/topics.ts';
import { readCatalogue } from './catalogue.ts';

/** So many questions for a passage, and so many on which the policy is silent, as many of each topic as of the others. */
const ASKS = 15;
const SILENT = 300;
/** Neighbours in the catalogue are alike: one in so many is taken. */
const STRIDE = 7;

/** Some of each list in turn, none twice. */
const spread = (lists: readonly (readonly string[])[], most: number): readonly string[] => {
  const found = new Set<string>();
  for (let round = 0; round < most && found.size < most; round += 1)
    for (const list of lists) {
      const one = list[(round * STRIDE) % list.length];
      if (one !== undefined && found.size < most) found.add(one);
    }
  return [...found];
};

const linesOf = (
  { units }: Policy,
  map: PolicyMap,
  asked: ReadonlyMap<string, readonly string[]>,
): readonly PhrasingLine[] => {
  const lists = new Map<string, (readonly string[])[]>();
  const silent: (readonly string[])[] = [];
  for (const [topic, { says }] of map) {
    const own = asked.get(topic) ?? [];
    const [first] = says;
    if (topic === OUTSIDE || topic === DECLINED) continue;
    if (first === undefined) silent.push(own);
    else lists.set(first.id, [...(lists.get(first.id) ?? []), own]);
  }
  return [
    ...units.flatMap(({ id, text }): readonly PhrasingLine[] => {
      const own = lists.get(id);
      return own === undefined
        ? []
        : [{ quote: quoteKey(text), asks: [...spread(own, ASKS)], not: [], by: 'catalogue' }];
    }),
    { quote: null, asks: [...spread(silent, SILENT)], not: [], by: 'catalogue' },
  ];
};

/** Writes the file beside every policy of `policyDir` that people have mapped; the same catalogue and map give the same bytes. */
export const phraseFromCatalogue = async (policyDir: string, wordsDir: string): Promise<void> => {
  const { phrasings } = await readCatalogue(wordsDir);
  const asked = new Map<string, string[]>();
  for (const { topic, phrasing } of phrasings) {
    const own = asked.get(topic);
    if (own === undefined) asked.set(topic, [phrasing]);
    else own.push(phrasing);
  }
  for (const policy of await openPolicies(policyDir)) {
    const map = await readPolicyMap(policy);
    if (map !== null)
      await writeFile(phrasingsPath(policy), phrasingsFile(policy, linesOf(policy, map, asked)));
  }
};
