/** `privacy policy import`: documents into policy files, with what was read, left out and has to be confirmed. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { codeOf } from '../../base/error-code.ts';
import type { LeftOut } from '../../knowledge/import/document.ts';
import { type Imported, type ImportOptions, importDocument } from '../../knowledge/import/import-document.ts';
import { PolicyProblem } from '../../knowledge/policy/policy-problem.ts';
import { policyDir } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';

export const IMPORT_USE =
  'policy import FILE… [--id ID] [--title T] [--version V] [--updated DATE] [--controller NAME] [--contact ADDRESS] [--precedence N] [--accept-changes | --reject-changes] [--out PATH] [--force] [--json]';

const options = {
  id: { type: 'string' },
  title: { type: 'string' },
  version: { type: 'string' },
  updated: { type: 'string' },
  controller: { type: 'string' },
  contact: { type: 'string' },
  precedence: { type: 'string' },
  out: { type: 'string' },
  'accept-changes': { type: 'boolean' },
  'reject-changes': { type: 'boolean' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const said = z.string().trim().min(1).optional();
const givenSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/u)
    .optional(),
  title: said,
  version: said,
  updated: said,
  controller: said,
  contact: said,
  precedence: z.coerce.number().optional(),
  out: said,
  'accept-changes': z.boolean().default(false),
  'reject-changes': z.boolean().default(false),
  force: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Given = z.infer<typeof givenSchema> & { readonly files: readonly string[] };

const read = (args: readonly string[]): Given | null => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = givenSchema.parse(values);
    const many =
      positionals.length > 1 && [given.id, given.title, given.out].some((one) => one !== undefined);
    if (positionals.length === 0 || many || (given['accept-changes'] && given['reject-changes'])) return null;
    return { ...given, files: positionals };
  } catch {
    return null;
  }
};

const bytesOf = async (file: string): Promise<Uint8Array | null> => {
  try {
    if ((await stat(file)).size > 200_000_000)
      throw new PolicyProblem(file, 'it has more than 200 MB.', 'Save it without its pictures.');
    return await readFile(file);
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT' || codeOf(problem) === 'EISDIR') return null;
    throw problem;
  }
};

const optionsOf = (given: Given): ImportOptions => {
  const tracked = given['accept-changes'] ? 'accept' : given['reject-changes'] ? 'reject' : 'refuse';
  const { id, title, version, updated, controller, contact, precedence } = given;
  return {
    tracked,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    ...(updated === undefined ? {} : { updated }),
    ...(controller === undefined ? {} : { controller }),
    ...(contact === undefined ? {} : { contact }),
    ...(precedence === undefined ? {} : { precedence }),
  };
};

const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 97)}…` : text);

const leftOutLines = (leftOut: readonly LeftOut[]): readonly string[] =>
  leftOut.length === 0
    ? ['Nothing was left out.']
    : ['Left out:', ...leftOut.map(({ what, place, text }) => `  ${what}, ${place}: “${cut(text)}”`)];

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** What a person reads after an import; `flags` where fields can be given by them, which `privacy init` has none of. */
export const importReport = (
  { head, counts, leftOut, missing, toConfirm, findings }: Imported,
  flags: boolean,
): readonly string[] => [
  `Read: ${counted(counts.units, 'passage')}, ${counted(counts.headings, 'heading')}, ${counted(counts.lists, 'list')}, ${counted(counts.tables, 'table')}.`,
  ...leftOutLines(leftOut),
  ...findings.map(({ message }) => `Look at this: ${message}`),
  ...(toConfirm.length === 0
    ? []
    : [
        'Read from the text; look at it, and correct it in the first lines of the file where it is wrong:',
        ...toConfirm.map((field) => `  ${field}: ${head[field] ?? ''}`),
      ]),
  ...(missing.length === 0
    ? []
    : [
        `The document does not say: ${missing.join(', ')}. ${flags ? `Give ${missing.map((field) => `--${field}`).join(', ')} and import again with --force, or fill in` : 'Fill in'} the first lines of the file.`,
      ]),
];

const importOne = async (file: string, given: Given, io: Io): Promise<number> => {
  const bytes = await bytesOf(file);
  if (bytes === null) {
    io.err(`privacy policy: there is no file ${file}.`);
    return wrongUse;
  }
  const imported = await importDocument(file, bytes, optionsOf(given));
  const path = given.out ?? join(policyDir(io.env), `${imported.head.id}.md`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, imported.markdown, { flag: given.force ? 'w' : 'wx' });
  } catch (problem) {
    if (codeOf(problem) !== 'EEXIST') throw problem;
    io.err(`privacy policy: ${path} is there already. Give another --id, or --force to write over it.`);
    return no;
  }
  const { markdown: _, ...report } = imported;
  io.out(given.json ? JSON.stringify({ file: basename(file), path, ...report }) : path);
  for (const line of importReport(imported, true)) io.err(line);
  return done;
};

/** Brings documents into POLICY_DIR as Markdown; an existing policy is left as it is unless `--force` is given. Exit 1 when one cannot be. */
export const importPolicy = async (args: readonly string[], io: Io): Promise<number> => {
  const given = read(args);
  if (given === null) {
    io.err(
      `Usage: privacy ${IMPORT_USE}   (an id is small letters, digits and hyphens; --id, --title and --out go with one file)`,
    );
    return wrongUse;
  }
  let worst: number = done;
  for (const file of given.files) {
    try {
      worst = Math.max(worst, await importOne(file, given, io));
    } catch (problem) {
      if (!(problem instanceof PolicyProblem)) throw problem;
      io.err(`privacy policy: ${problem.message}`);
      worst = Math.max(worst, no);
    }
  }
  if (worst === done) io.err('A bot that is running answers from the new text after its next start.');
  return worst;
};
