/** The head of a policy file: what stands between the two `---` lines, or what the text says of itself. */
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PolicyHead } from './policy.ts';
import { PolicyProblem } from './policy-problem.ts';

const text = z.union([z.string(), z.number(), z.date()]).transform(String).pipe(z.string().trim().min(1));
/** What stands where a field is there and empty: nobody has said it yet. `policy check` and `doctor` name it. */
const NOT_STATED = 'not stated';
const maybe = z.union([text, z.null().transform(() => NOT_STATED)]);

const headSchema = z.object({
  id: text.pipe(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens')),
  title: maybe,
  version: maybe,
  updated: maybe,
  controller: maybe,
  contact: maybe,
  precedence: z.coerce.number().default(0),
  sample: z.boolean().default(false),
});
/** The head of a site generator: its title and date are used, its layout and tags are not ours. */
const siteSchema = z.object({ title: text.optional(), date: text.optional(), updated: text.optional() });
const OWN_FIELDS = ['id', 'version', 'controller', 'contact', 'precedence'];

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
    version: NOT_STATED,
    updated: updated?.trim() ?? NOT_STATED,
    controller: NOT_STATED,
    contact: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(body)?.[0] ?? NOT_STATED,
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

const MOST_HEAD = 20_000;

/** Reads what stands between the two `---` lines; throws PolicyProblem when it is broken. */
export const readHead = (path: string, file: string): ReadHead => {
  const bom = file.startsWith('\uFEFF') ? 1 : 0;
  const open = /^(?:[ \t]{0,100}\r?\n){0,20}---[ \t]*\r?\n/.exec(file.slice(bom, bom + 4_000));
  if (open === null) return { head: headFromText(path, file.slice(bom)), bodyStart: bom };
  const from = bom + open[0].length;
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(file.slice(from));
  if (close === null) throw new PolicyProblem(path, 'the front matter is never closed.', FIX);
  if (close.index > MOST_HEAD)
    throw new PolicyProblem(path, `the front matter has more than ${MOST_HEAD} characters.`, FIX);
  const yaml = parseYaml(path, file.slice(from, from + close.index)) ?? {};
  const bodyStart = from + close.index + close[0].length;
  const ofSite = siteSchema.safeParse(yaml);
  if (ofSite.success && !OWN_FIELDS.some((field) => Object.hasOwn(Object(yaml), field))) {
    const { title, date, updated } = ofSite.data;
    const own = headFromText(path, file.slice(bodyStart));
    return {
      head: { ...own, title: title ?? own.title, updated: updated ?? date ?? own.updated },
      bodyStart,
    };
  }
  const read = headSchema.safeParse(yaml);
  if (!read.success) {
    const wrong = read.error.issues.map(
      (issue) => `"${issue.path.join('.') || 'front matter'}" is missing or wrong`,
    );
    throw new PolicyProblem(path, `in the front matter ${wrong.join(', ')}.`, FIX);
  }
  const { sample, ...head } = read.data;
  return { head: sample ? { ...head, sample } : head, bodyStart };
};
