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
  /** `failed` and `snoozed` are said again; `covered` was never said, because a later word stood for it. */
  state: z.enum(['claimed', 'confirmed', 'released', 'failed', 'snoozed', 'covered']),
  at: z.string(),
  place: place.nullable(),
  /** The message that carries it: several keys travel in one message. */
  message: z.string().optional(),
  /** When it is tried or said again, ISO instant. */
  again: z.string().optional(),
  tries: z.number().int().optional(),
  /** Slack's word for why it failed. */
  why: z.string().optional(),
});

/** Where a message stands in Slack, and which version of the case it shows. */
export type LedgerPlace = z.infer<typeof place>;
export type LedgerEntry = z.infer<typeof entrySchema>;

/** What changes about one key; what is left out is empty. */
export type LedgerChange = Omit<LedgerEntry, 'at' | 'place'> & { readonly place?: LedgerPlace };

export interface Ledger {
  /** False when the key is claimed or confirmed already: of two, one posts. Resolves when durable. */
  readonly claim: (key: string) => Promise<boolean>;
  /** It was posted there. May be confirmed again with a newer version. */
  readonly confirm: (key: string, at: LedgerPlace) => Promise<void>;
  /** It was not posted: the next one may try. */
  readonly release: (key: string) => Promise<void>;
  /**
   * Many keys for one message or several, in one durable write, in this order: a crash leaves the first of them or all. Answers the keys
   * that were won; what failed or was snoozed may be claimed again.
   */
  readonly claimAll: (
    claims: readonly { readonly key: string; readonly message: string }[],
  ) => Promise<readonly string[]>;
  /** In one durable write. */
  readonly settle: (changes: readonly LedgerChange[]) => Promise<void>;
  /** Every key that this message carries. */
  readonly carriedBy: (message: string) => readonly LedgerEntry[];
  /** What is to be tried or said again. */
  readonly unsaid: () => readonly LedgerEntry[];
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

/** What a ledger holds, read beside a running bot and changing nothing; empty where there is none. */
export const readLedger = async (folder: string): Promise<ReadonlyMap<string, LedgerEntry>> => {
  const entries = new Map<string, LedgerEntry>();
  for (const entry of readLines((await readIfThere(join(folder, 'ledger.jsonl'))) ?? '')) {
    if (entry.state === 'released') entries.delete(entry.key);
    else entries.set(entry.key, entry);
  }
  return entries;
};

/** Opens `ledger.jsonl` in the register's folder; what is settled is written together at each start, so that the file stays small. */
export const openLedger = async (folder: string, clock: Clock): Promise<Ledger> => {
  await makeFolder(folder);
  const path = join(folder, 'ledger.jsonl');
  const entries = new Map(await readLedger(folder));
  await writeDurably(path, [...entries.values()].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  const file: FileHandle = await open(path, 'a', 0o600);
  await syncFolder(dirname(path));
  const turns = inTurn();

  const byMessage = new Map<string, Set<string>>();
  const unsaid = new Set<string>();
  const unconfirmed = new Set<string>();
  const remember = (entry: LedgerEntry): void => {
    const before = entries.get(entry.key)?.message;
    if (before !== undefined) byMessage.get(before)?.delete(entry.key);
    for (const index of [unsaid, unconfirmed]) index.delete(entry.key);
    if (entry.state === 'released') {
      entries.delete(entry.key);
      return;
    }
    entries.set(entry.key, entry);
    if (entry.state === 'failed' || entry.state === 'snoozed') unsaid.add(entry.key);
    if (entry.state === 'claimed') unconfirmed.add(entry.key);
    if (entry.message === undefined) return;
    const carried = byMessage.get(entry.message) ?? new Set();
    byMessage.set(entry.message, carried.add(entry.key));
  };
  for (const entry of [...entries.values()]) remember(entry);

  const settle = (changes: readonly LedgerChange[]): Promise<void> =>
    turns('write', async () => {
      if (changes.length === 0) return;
      const at = clock().toISOString();
      const written = changes.map((change): LedgerEntry => ({ ...change, at, place: change.place ?? null }));
      try {
        await file.appendFile(written.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        await file.datasync();
      } catch (cause) {
        throw unavailable('Writing the ledger', cause);
      }
      written.forEach(remember);
    });

  const known = (keys: Iterable<string>): readonly LedgerEntry[] =>
    [...keys].flatMap((key) => entries.get(key) ?? []);

  const claimAll: Ledger['claimAll'] = (claims) =>
    turns('claims', async () => {
      const won = claims.filter(({ key }) => {
        const state = entries.get(key)?.state;
        return state === undefined || state === 'failed' || state === 'snoozed';
      });
      await settle(
        won.map(({ key, message }): LedgerChange => {
          const tries = entries.get(key)?.tries;
          return { key, message, state: 'claimed', ...(tries === undefined ? {} : { tries }) };
        }),
      );
      return won.map(({ key }) => key);
    });

  return {
    claim: (key) =>
      turns('claims', async () => {
        if (entries.has(key)) return false;
        await settle([{ key, state: 'claimed' }]);
        return true;
      }),
    confirm: (key, at) => settle([{ key, state: 'confirmed', place: at }]),
    release: (key) => settle([{ key, state: 'released' }]),
    claimAll,
    settle,
    carriedBy: (message) => known(byMessage.get(message) ?? []),
    unsaid: () => known(unsaid),
    find: (key) => entries.get(key) ?? null,
    unconfirmed: () => known(unconfirmed),
    close: async () => {
      await turns.idle();
      await file.close();
    },
  };
};
