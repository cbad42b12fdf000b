/** The files that people write beside a policy: its map, its facts, the questions that staff ask of it. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Policy } from './policy.ts';

const ENDINGS = ['.map.yaml', '.facts.yaml', '.phrasings.jsonl'] as const;

type Ending = (typeof ENDINGS)[number];
type Named = Pick<Policy, 'path'> & { readonly head: Pick<Policy['head'], 'id'> };

/** The name of the policy's file and its id: people take either for the name of the policy. */
const namesOf = ({ path, head }: Named): readonly string[] => [basename(path).replace(/\.md$/u, ''), head.id];

/** Where such a file of a policy lies, in `dir` or beside it; where there is none yet, where it would be put. */
export const besidePolicy = (policy: Named, ending: Ending, dir: string = dirname(policy.path)): string => {
  const [first = '', ...others] = namesOf(policy).map((name) => join(dir, `${name}${ending}`));
  return [first, ...others].find((path) => existsSync(path)) ?? first;
};

/** The names of such files in the folder that belong to none of its policies, and are therefore not read. */
export const ofNoPolicy = async (dir: string, policies: readonly Named[]): Promise<readonly string[]> => {
  const all = await readdir(dir);
  const used = policies.flatMap((policy) =>
    ENDINGS.map((ending) => basename(besidePolicy(policy, ending, dir))),
  );
  // A policy that steps aside for others, as the shipped sample does, keeps its files.
  const aside = all
    .filter((name) => name.endsWith('.md') && !policies.some(({ path }) => basename(path) === name))
    .flatMap((name) => ENDINGS.map((ending) => name.replace(/\.md$/u, ending)));
  const known = new Set([...used, ...aside]);
  return all.filter((name) => ENDINGS.some((ending) => name.endsWith(ending)) && !known.has(name)).sort();
};

/** What is said of such a file, and what to do about it. */
export const STRAY = {
  what: 'belongs to no policy and is not read.',
  fix: 'Give it the name of the policy’s file, with its own ending.',
} as const;
