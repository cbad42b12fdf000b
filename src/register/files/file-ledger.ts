/** The ledger in a file beside the register: one line a change, flushed before it counts. One process at a time has it open. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import { unavailable } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import {
  type Ledger,
  type LedgerChange,
  type LedgerClaim,
  type LedgerEntries,
  type LedgerEntry,
  ledgerEntry,
} from '../ledger.ts';
import { claimable, ledgerIndex } from '../ledger-index.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from './durable-file.ts';

const fileIn = (folder: string): string => join(folder, 'ledger.jsonl');

/** Lines that can be read; a torn last line is what a crash leaves, and was never acknowledged. */
const readLines = (text: string): readonly LedgerEntry[] =>
  text.split('\n').flatMap((line) => {
    try {
      const read = ledgerEntry.safeParse(JSON.parse(line));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });

/** What the file holds, read beside a running bot and changing nothing; empty where there is none. */
export const readFileLedger = async (folder: string): Promise<LedgerEntries> => {
  const entries = new Map<string, LedgerEntry>();
  for (const entry of readLines((await readIfThere(fileIn(folder))) ?? '')) {
    if (entry.state === 'released') entries.delete(entry.key);
    else entries.set(entry.key, entry);
  }
  return entries;
};

const written = (entries: Iterable<LedgerEntry>): string =>
  [...entries].map((entry) => `${JSON.stringify(entry)}\n`).join('');

/** Opens `ledger.jsonl` in the register's folder; what is settled is written together at each start, so that the file stays small. */
export const openFileLedger = async (folder: string, clock: Clock): Promise<Ledger> => {
  await makeFolder(folder);
  const path = fileIn(folder);
  const index = ledgerIndex();
  for (const entry of (await readFileLedger(folder)).values()) index.remember(entry);
  await writeDurably(path, written(index.entries.values()));
  const file: FileHandle = await open(path, 'a', 0o600);
  await syncFolder(dirname(path));
  const turns = inTurn();

  const write = (changes: readonly LedgerChange[]): Promise<void> =>
    turns('write', async () => {
      if (changes.length === 0) return;
      const entries = index.changed(changes, clock());
      try {
        await file.appendFile(written(entries));
        await file.datasync();
      } catch (cause) {
        throw unavailable('Writing the ledger', cause);
      }
      entries.forEach(index.remember);
    });

  const settle = (changes: readonly LedgerChange[]): Promise<void> =>
    write(changes).finally(() => index.leave(changes.map(({ key }) => key)));

  const claims = (
    wanted: readonly (LedgerClaim | { readonly key: string })[],
    from: readonly LedgerEntry['state'][],
  ): Promise<readonly string[]> =>
    turns('claims', async () => {
      const won = wanted.filter(({ key }) => from.includes(index.find(key)?.state ?? 'released'));
      const keys = won.map(({ key }) => key);
      index.hold(keys);
      await write(index.claims(won));
      return keys;
    });

  return {
    refresh: async () => undefined,
    claim: async (key) => (await claims([{ key }], claimable.once)).length === 1,
    confirm: (key, at) => settle([{ key, state: 'confirmed', place: at }]),
    release: (key) => settle([{ key, state: 'released' }]),
    claimAll: (wanted) => claims(wanted, claimable.again),
    settle,
    leave: index.leave,
    adopt: async (which) => {
      const adopted = index.left().filter(which);
      index.hold(adopted.map(({ key }) => key));
      return adopted;
    },
    held: async (message) => index.heldOf(message),
    carriedBy: index.carriedBy,
    carries: index.carries,
    claimedFor: index.claimedFor,
    unsaid: index.unsaid,
    find: index.find,
    close: async () => {
      await turns.idle();
      await file.close();
    },
  };
};
