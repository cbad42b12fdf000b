import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PolicyHead } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';

const text = z.union([z.string(), z.number(), z.date()]).transform(String).pipe(z.string().trim().min(1));

const headSchema = z.object({
  id: text.pipe(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens')),
  title: text,
  version: text,
  updated: text,
  controller: text,
  contact: text,
  precedence: z.coerce.number().default(0),
  sample: z.boolean().default(false),
});

export type ReadHead = {
  readonly head: PolicyHead /** Where the text begins in the file. */;
  readonly bodyStart: number;
};

const FIX =
  'Begin the file with front matter between two lines of "---": id, title, version, updated, controller, contact, precedence.';

/** A plain Markdown file speaks for itself as far as it can; nothing is made up. */
const headFromText = (path: string, body: string): PolicyHead => {
  const stem = basename(path, '.md');
  const id =
    stem
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'policy';
  const title = /^#{1,6}\s+(.+?)\s*#*\s*$/m.exec(body)?.[1] ?? stem;
  const updated =
    /(?:last\s+(?:updated|modified|revised)|effective(?:\s+date)?)(?:\s+on)?\s*:?\s*([^\n.]{3,30}\d{4})/i.exec(
      body,
    )?.[1];
  return {
    id,
    title,
    version: 'not stated',
    updated: updated?.trim() ?? 'not stated',
    controller: 'not stated',
    contact: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(body)?.[0] ?? 'not stated',
    precedence: 0,
  };
};

const parseYaml = (path: string, yaml: string): unknown => {
  try {
    // The core schema keeps `2020-06` the words they are.
    return parse(yaml, { schema: 'core' });
  } catch (cause) {
    throw new PolicyProblem(path, 'the front matter is not valid YAML.', FIX, { cause });
  }
};

/** Reads what stands between the two `---` lines; throws PolicyProblem when it is broken. */
export const readHead = (path: string, file: string): ReadHead => {
  const bom = file.startsWith('\uFEFF') ? 1 : 0;
  const open = /^---[ \t]*\r?\n/.exec(file.slice(bom));
  if (open === null) return { head: headFromText(path, file.slice(bom)), bodyStart: bom };
  const from = bom + open[0].length;
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(file.slice(from));
  if (close === null) throw new PolicyProblem(path, 'the front matter is never closed.', FIX);
  const read = headSchema.safeParse(parseYaml(path, file.slice(from, from + close.index)) ?? {});
  if (!read.success) {
    const wrong = read.error.issues.map(
      (issue) => `"${issue.path.join('.') || 'front matter'}" is missing or wrong`,
    );
    throw new PolicyProblem(path, `in the front matter ${wrong.join(', ')}.`, FIX);
  }
  const { sample, ...head } = read.data;
  return { head: sample ? { ...head, sample } : head, bodyStart: from + close.index + close[0].length };
};
