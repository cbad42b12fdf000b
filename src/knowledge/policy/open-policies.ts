/** Policies as they stand on disk, read in a thread that ends when a file takes too much. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneController } from './controllers.ts';
import { readHead } from './front-matter.ts';
import type { Policy, PolicyHead } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';
import { readUnits } from './read-units.ts';
import { tooMuch } from './text-limits.ts';

const ADD_ONE =
  'Put at least one Markdown file (*.md) with front matter there, or set POLICY_DIR to the folder that has them.';
const MOST_BYTES = 5_000_000;

type OpenedPolicy = {
  readonly path: string;
  readonly file: string;
  readonly head: PolicyHead;
  readonly bodyStart: number;
};

const open = async (path: string): Promise<OpenedPolicy> => {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES)
    throw new PolicyProblem(
      path,
      `the file has ${bytes.length} bytes.`,
      'A policy has five million at most.',
    );
  const file = bytes.toString('utf8');
  const refused = tooMuch(file);
  if (refused !== null) throw new PolicyProblem(path, refused.what, refused.fix);
  return { path, file, ...readHead(path, file) };
};

/** Reads them in one thread; where that does not end well, one by one, so that the file is named. */
const readAll = async (opened: readonly OpenedPolicy[]): Promise<readonly Policy[]> => {
  const read = await readUnits(opened.map(({ head, file, bodyStart }) => ({ id: head.id, file, bodyStart })));
  if ('cause' in read) {
    const [only, ...more] = opened;
    if (only !== undefined && more.length === 0)
      throw new PolicyProblem(
        only.path,
        'reading the Markdown takes more time or memory than a policy can need.',
        'Look for thousands of marks, lists inside lists or quotes inside quotes, and take them out.',
        { cause: read.cause },
      );
    const each: Policy[] = [];
    for (const one of opened) each.push(...(await readAll([one])));
    return each;
  }
  return opened.map(({ head, file, path }, at) => {
    const units = read[at] ?? [];
    if (units.length === 0)
      throw new PolicyProblem(path, 'the policy has no text.', 'Write the policy below the front matter.');
    return { head, file, path, units };
  });
};

/** Reads one policy file as it stands on disk; throws PolicyProblem when it cannot be used. */
export const readPolicy = async (path: string): Promise<Policy> => {
  const [policy] = await readAll([await open(path)]);
  if (policy === undefined) throw new PolicyProblem(path, 'the policy has no text.', ADD_ONE);
  return policy;
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
  const opened = await Promise.all(files.map((name) => open(join(dir, name))));
  const policies = withoutSample(await readAll(opened));
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
