/** One document into a folder of policies: the only place where the command line calls the import. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isStated } from '../knowledge/policy/controllers.ts';
import { type Imported, importDocument } from '../knowledge/setup/import-document.ts';
import { codeOf } from './error-code.ts';

/** What a person knows better than the text, by the names of the front matter. */
export type KnownHead = Readonly<Partial<Record<'controller' | 'contact', string>>>;

export type ImportedInto = {
  readonly path: string;
  readonly outcome: 'written' | 'unchanged' | 'kept';
  /** Fields as they were read from the text, to be looked at. */
  readonly toCheck: readonly string[];
};

/** Puts what is known into the first lines of the file; the text below is never touched. */
const withHead = (markdown: string, known: KnownHead): string => {
  const end = markdown.indexOf('\n---', 3);
  if (!markdown.startsWith('---\n') || end === -1) return markdown;
  const head = Object.entries(known).reduce(
    (lines, [field, value]) =>
      lines.replace(new RegExp(`^${field}:.*$`, 'mu'), () => `${field}: ${JSON.stringify(value)}`),
    markdown.slice(0, end),
  );
  return `${head}${markdown.slice(end)}`;
};

/** A document as the import reads it; null where there is no such file. Throws PolicyProblem where it cannot be imported. */
export const readDocument = async (file: string, id: string | null): Promise<Imported | null> => {
  const bytes = await readFile(file).catch((problem: unknown) => {
    if (codeOf(problem) === 'ENOENT' || codeOf(problem) === 'EISDIR') return null;
    throw problem;
  });
  return bytes === null ? null : importDocument(file, bytes, id);
};

/** What the import read from the text for a field of the head; null where it found nothing. */
export const readFor = ({ toCheck }: Imported, field: string): string | null => {
  const line = toCheck.find((each) => each.startsWith(`${field}: `));
  const value = line?.slice(field.length + 2) ?? '';
  return isStated(value) ? value : null;
};

/** Writes it into a folder of policies; a file that is there with other words is kept unless `force`. */
export const putDocument = async (
  dir: string,
  { id, markdown: read, toCheck }: Imported,
  { force, known = {} }: { readonly force: boolean; readonly known?: KnownHead },
): Promise<ImportedInto> => {
  const markdown = withHead(read, known);
  const path = join(dir, `${id}.md`);
  await mkdir(dir, { recursive: true });
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there === markdown) return { path, outcome: 'unchanged', toCheck };
  if (there !== null && !force) return { path, outcome: 'kept', toCheck };
  await writeFile(path, markdown);
  return { path, outcome: 'written', toCheck };
};
