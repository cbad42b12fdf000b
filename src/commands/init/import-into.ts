/** One document into a folder of policies, for `privacy init`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../base/error-code.ts';
import { type Imported, type ImportOptions, importDocument } from '../../knowledge/import/import-document.ts';

export type ReadDocument = { readonly file: string; readonly bytes: Uint8Array; readonly imported: Imported };

export type ImportedInto = {
  readonly path: string;
  readonly outcome: 'written' | 'unchanged' | 'kept';
  readonly imported: Imported;
};

/** A document as the import reads it; null where there is no such file. Throws PolicyProblem where it cannot be imported. */
export const readDocument = async (file: string): Promise<ReadDocument | null> => {
  const bytes = await readFile(file).catch((problem: unknown) => {
    if (codeOf(problem) === 'ENOENT' || codeOf(problem) === 'EISDIR') return null;
    throw problem;
  });
  return bytes === null ? null : { file, bytes, imported: await importDocument(file, bytes, {}) };
};

/** Writes it into a folder of policies, with what a person knows better; a file that is there with other words is kept unless `force`. */
export const putDocument = async (
  dir: string,
  { file, bytes }: ReadDocument,
  { force, known = {} }: { readonly force: boolean; readonly known?: ImportOptions },
): Promise<ImportedInto> => {
  const imported = await importDocument(file, bytes, known);
  const path = join(dir, `${imported.head.id}.md`);
  await mkdir(dir, { recursive: true });
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there === imported.markdown) return { path, outcome: 'unchanged', imported };
  if (there !== null && !force) return { path, outcome: 'kept', imported };
  await writeFile(path, imported.markdown);
  return { path, outcome: 'written', imported };
};
