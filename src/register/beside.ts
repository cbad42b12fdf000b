/** What lies beside the cases and belongs into a backup: the ledger, the team's entries, gap notes, drafts; sealed things travel sealed. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, readIfThere, writeDurably } from './durable-file.ts';
import { unavailable } from './errors.ts';
import { type LedgerChange, type LedgerEntries, type LedgerEntry, ledgerEntry } from './ledger.ts';

/** Text by its place in DATA_DIR. */
export type Beside = Readonly<Record<string, string>>;

export const ledgerName = 'ledger.jsonl';
const folders = ['entries', 'gaps', 'drafts'];
/** Nothing else is ever written: a backup is a file that somebody may have made. */
const place = /^(?:ledger\.jsonl|(?:entries|gaps|drafts)\/\w[\w.-]*\.jsonl?)$/u;

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw unavailable(`Reading ${folder}`, cause);
  }
};

export const readBeside = async (dataDir: string): Promise<Beside> => {
  const below = await Promise.all(
    folders.map(async (folder) => (await namesIn(join(dataDir, folder))).map((name) => `${folder}/${name}`)),
  );
  const paths = [ledgerName, ...below.flat()].filter((path) => place.test(path));
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readIfThere(join(dataDir, path))] as const),
  );
  return Object.fromEntries(texts.flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
};

/** Resolves with how many files were written; what is there already stays, unless `force`. */
export const writeBeside = async (dataDir: string, beside: Beside, force: boolean): Promise<number> => {
  let written = 0;
  for (const [path, text] of Object.entries(beside)) {
    const to = join(dataDir, path);
    if (!place.test(path) || (!force && (await readIfThere(to)) !== null)) continue;
    await makeFolder(dirname(to));
    await writeDurably(to, text);
    written += 1;
  }
  return written;
};

/** A ledger as the text that a folder holds it in. */
export const ledgerText = (entries: LedgerEntries): string =>
  [...entries.values()].map((entry) => `${JSON.stringify(entry)}\n`).join('');

const entryIn = (line: string): readonly LedgerEntry[] => {
  try {
    const read = ledgerEntry.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
};

/** What such a text says, for a ledger that is no file; claims of a process that is gone are left out. */
export const ledgerChanges = (text: string): readonly LedgerChange[] =>
  text
    .split('\n')
    .flatMap(entryIn)
    .filter(({ state }) => state !== 'claimed' && state !== 'released')
    .map(({ at: _, place: where, ...entry }) => (where === null ? entry : { ...entry, place: where }));
