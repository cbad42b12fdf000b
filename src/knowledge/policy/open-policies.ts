import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneController } from './controllers.ts';
import { readHead } from './front-matter.ts';
import type { Policy } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';
import { unitsOf } from './units.ts';

const ADD_ONE =
  'Put at least one Markdown file (*.md) with front matter there, or set POLICY_DIR to the folder that has them.';

/** Reads one policy file as it stands on disk; throws PolicyProblem when it cannot be used. */
export const readPolicy = async (path: string): Promise<Policy> => {
  const file = await readFile(path, 'utf8');
  const { head, bodyStart } = readHead(path, file);
  const units = unitsOf(head.id, file, bodyStart);
  if (units.length === 0) {
    throw new PolicyProblem(path, 'the policy has no text.', 'Write the policy below the front matter.');
  }
  return { head, file, path, units };
};

/** The shipped sample is for trying: it steps aside as soon as a policy of one's own is there. */
const withoutSample = (policies: readonly Policy[]): readonly Policy[] => {
  const own = policies.filter(({ head }) => head.sample !== true);
  return own.length === 0 ? policies : own;
};

/**
 * Every policy of a folder, the one with the highest precedence first. They belong to one controller, who goes by `names`;
 * throws PolicyProblem where they do not, and where a file cannot be used.
 */
export const openPolicies = async (
  dir: string,
  names: readonly string[] = [],
): Promise<readonly Policy[]> => {
  const found = await readdir(dir).catch((cause: unknown) => {
    throw new PolicyProblem(dir, 'the policy folder cannot be read.', ADD_ONE, { cause });
  });
  const files = found.filter((name) => name.endsWith('.md') && !/^[._]/.test(name)).sort();
  if (files.length === 0) throw new PolicyProblem(dir, 'the policy folder is empty.', ADD_ONE);
  const policies = withoutSample(await Promise.all(files.map((name) => readPolicy(join(dir, name)))));
  const seen = new Map<string, string>();
  for (const { head, path } of policies) {
    const other = seen.get(head.id);
    if (other !== undefined) {
      throw new PolicyProblem(
        path,
        `the id "${head.id}" is also used by ${other}.`,
        'Give every policy an id of its own.',
      );
    }
    seen.set(head.id, path);
  }
  oneController(dir, policies, names);
  return policies.toSorted(
    (a, b) => b.head.precedence - a.head.precedence || a.head.id.localeCompare(b.head.id),
  );
};
