/** What lies beside the cases and belongs into a backup: the ledger, the team's entries, gap notes, drafts; sealed things travel sealed. */
import { type LedgerChange, type LedgerEntries, type LedgerEntry, ledgerEntry } from './ledger.ts';
import { keptFolders, type TextFolders } from './text-folder.ts';

/** Text by its place in DATA_DIR. */
export type Beside = Readonly<Record<string, string>>;

export const ledgerName = 'ledger.jsonl';
/** Nothing else is ever written: a backup is a file that somebody may have made. */
const place = /^(entries|gaps|drafts)\/(\w[\w.-]*\.jsonl?)$/u;

export const readBeside = async ({ folder }: Pick<TextFolders, 'folder'>): Promise<Beside> => {
  const below = await Promise.all(
    keptFolders.map(async (name) =>
      [...(await folder(name).all())].map(([file, text]) => [`${name}/${file}`, text] as const),
    ),
  );
  return Object.fromEntries(below.flat().filter(([path]) => place.test(path)));
};

/** Resolves with how many texts were written; what is there already stays, unless `force`. */
export const writeBeside = async (
  { folder }: Pick<TextFolders, 'folder'>,
  beside: Beside,
  force: boolean,
): Promise<number> => {
  let written = 0;
  for (const [path, text] of Object.entries(beside)) {
    const [, within, name] = place.exec(path) ?? [];
    const kept = keptFolders.find((one) => one === within);
    if (kept === undefined || name === undefined) continue;
    const texts = folder(kept);
    if (force) await texts.put(name, text);
    else if (!(await texts.swap(name, null, text))) continue;
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
