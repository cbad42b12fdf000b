import { policyDir } from './company-env.ts';
import { putDocument, readDocument } from './import-into.ts';
import { done, type Io, no, wrongUse } from './io.ts';

export const IMPORT_USE = 'policy import FILE [--id ID] [--force]';

type Given = { readonly file: string; readonly id: string | null; readonly force: boolean };

const read = (args: readonly string[]): Given | null => {
  const at = args.indexOf('--id');
  const id = at === -1 ? null : (args[at + 1] ?? '');
  const rest = args.filter(
    (arg, place) => arg !== '--force' && (at === -1 || (place !== at && place !== at + 1)),
  );
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0 || file.startsWith('-')) return null;
  if (id !== null && !/^[a-z0-9][a-z0-9-]*$/u.test(id)) return null;
  return { file, id, force: args.includes('--force') };
};

/** Brings a document into POLICY_DIR as Markdown; an existing policy is left as it is unless `--force` is given. */
export const importPolicy = async (args: readonly string[], io: Io): Promise<number> => {
  const given = read(args);
  if (given === null) {
    io.err(`Usage: privacy ${IMPORT_USE}   (an id is small letters, digits and hyphens)`);
    return wrongUse;
  }
  const imported = await readDocument(given.file, given.id);
  if (imported === null) {
    io.err(`privacy policy: there is no file ${given.file}.`);
    return wrongUse;
  }
  const { path, outcome, toCheck } = await putDocument(policyDir(io.env), imported, given);
  if (outcome !== 'written' && !given.force) {
    io.err(
      `privacy policy: ${path} is there already${outcome === 'unchanged' ? ', with the very same text' : ''}. Give another --id, or --force to write over it.`,
    );
    return no;
  }
  io.out(path);
  io.err(
    'Written. Please check what was read from the text, and put it right in the first lines of the file:',
  );
  for (const line of toCheck) io.err(`  ${line}`);
  return done;
};
