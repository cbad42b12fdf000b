/** What was promised to be said once: claimed before it is posted, confirmed with where it stands. One line a change, flushed before it counts. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from './durable-file.ts';
import { unavailable } from './errors.ts';
import { inTurn } from './in-turn.ts';

const place = z.object({ channel: z.string(), ts: z.string(), version: z.number().int() });
const entrySchema = z.object({
  key: z.string().min(1),
  state: z.enum(['claimed', 'confirmed', 'released']),
  at: z.string(),
  place: place.nullable(),
});

/** Where a message stands in Slack, and which version of the case it shows. */
export type LedgerPlace = z.infer<typeof place>;
export type LedgerEntry = z.infer<typeof entrySchema>;

export interface Ledger {
  /** False when the key is claimed or confirmed already: of two, one posts. Resolves when durable. */
  readonly claim: (key: string) => Promise<boolean>;
  /** It was posted there. May be confirmed again with a newer version. */
  readonly confirm: (key: string, at: LedgerPlace) => Promise<void>;
  /** It was not posted: the next one may try. */
  readonly release: (key: string) => Promise<void>;
  readonly find: (key: string) => LedgerEntry | null;
  /** Claimed and never confirmed: what a crash cut off. */
  readonly unconfirmed: () => readonly LedgerEntry[];
  readonly close: () => Promise<void>;
}

/** Lines that can be read; a torn last line is what a crash leaves, and was never acknowledged. */
const readLines = (text: string): readonly LedgerEntry[] =>
  text.split('\n').flatMap((line) => {
    try {
      const read = entrySchema.safeParse(JSON.parse(line));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });

/** Opens `ledger.jsonl` in the register's folder; what is settled is written together at each start, so that the file stays small. */
export const openLedger = async (folder: string, clock: Clock): Promise<Ledger> => {
  await makeFolder(folder);
  const path = join(folder, 'ledger.jsonl');
  const entries = new Map<string, LedgerEntry>();
  for (const entry of readLines((await readIfThere(path)) ?? '')) {
    if (entry.state === 'released') entries.delete(entry.key);
    else entries.set(entry.key, entry);
  }
  await writeDurably(path, [...entries.values()].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  const file: FileHandle = await open(path, 'a', 0o600);
  await syncFolder(dirname(path));
  const turns = inTurn();

  const write = (key: string, state: LedgerEntry['state'], at: LedgerPlace | null): Promise<void> =>
    turns('write', async () => {
      const entry: LedgerEntry = { key, state, at: clock().toISOString(), place: at };
      try {
        await file.appendFile(`${JSON.stringify(entry)}\n`);
        await file.datasync();
      } catch (cause) {
        throw unavailable('Writing the ledger', cause);
      }
      if (state === 'released') entries.delete(key);
      else entries.set(key, entry);
    });

  return {
    claim: (key) =>
      turns(`claim ${key}`, async () => {
        if (entries.has(key)) return false;
        await write(key, 'claimed', null);
        return true;
      }),
    confirm: (key, at) => write(key, 'confirmed', at),
    release: (key) => write(key, 'released', null),
    find: (key) => entries.get(key) ?? null,
    unconfirmed: () => [...entries.values()].filter((entry) => entry.state === 'claimed'),
    close: async () => {
      await turns.idle();
      await file.close();
    },
  };
};
