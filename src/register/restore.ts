/** Puts a backup in the place of the cases: written and checked beside them, then swapped in at once. */
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Backup, readBackup } from './backup.ts';
import { type CaseDocument, documentText, withoutPersonal } from './case-document.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from './durable-file.ts';
import { RegisterNotEmpty, unavailable, WrongRegisterKey } from './errors.ts';
import { takeLock } from './process-lock.ts';
import type { RegisterKey } from './sealing.ts';
import { type Store, type Tombstone, tombstone } from './store.ts';

const places = (folder: string) => ({
  cases: join(folder, 'cases'),
  restoring: join(folder, 'restoring'),
  replaced: join(folder, 'replaced'),
  erased: join(folder, 'erased.json'),
});

const listing = async (folder: string): Promise<readonly string[] | null> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw unavailable(`Reading ${folder}`, cause);
  }
};

/**
 * Makes sure that the cases are there and whole after a crash in the middle of a restore. Without `cases`, `restoring` is complete:
 * the old cases are moved away only then.
 */
export const finishRestore = async (folder: string): Promise<void> => {
  const { cases, restoring, replaced } = places(folder);
  if ((await listing(cases)) === null && (await listing(restoring)) !== null) await rename(restoring, cases);
  await makeFolder(cases);
  await rm(replaced, { recursive: true, force: true });
};

export const readTombstones = async (folder: string): Promise<readonly Tombstone[]> => {
  const text = await readIfThere(places(folder).erased);
  return text === null ? [] : z.array(tombstone).parse(JSON.parse(text));
};

const union = (one: readonly Tombstone[], other: readonly Tombstone[]): readonly Tombstone[] => [
  ...new Map([...one, ...other].map((stone) => [stone.first, stone])).values(),
];

/** What was erased since the backup was made is erased in it too. */
const erasedAgain = (
  { documents }: Backup,
  stones: readonly Tombstone[],
  key: RegisterKey,
): readonly CaseDocument[] => {
  const byFirst = new Map(stones.map((stone) => [stone.first, stone]));
  return documents.map((document) => {
    const stone = byFirst.get(document.events[0]?.hash ?? '');
    return stone === undefined ? document : withoutPersonal(document, stone.trace, key);
  });
};

const refuseOtherKey = (documents: readonly CaseDocument[], key: RegisterKey): void => {
  const other = documents.find((document) => document.key !== null && document.key.id !== key.id);
  if (other?.key === undefined || other.key === null) return;
  throw new WrongRegisterKey(
    `Set REGISTER_KEY to the key that sealed this backup (key ${other.key.id}); nothing was changed.`,
  );
};

/** Answers how many cases were restored. Rejects, with nothing changed, when the backup, the key or the place is not right. */
export const restoreBackup = async (
  folder: string,
  bytes: Buffer,
  key: RegisterKey,
  force: boolean,
): Promise<number> => {
  const backup = await readBackup(bytes);
  refuseOtherKey(backup.documents, key);
  await makeFolder(folder);
  const unlock = await takeLock(folder);
  try {
    await finishRestore(folder);
    const { cases, restoring, replaced, erased } = places(folder);
    const there = (await listing(cases))?.length ?? 0;
    if (there > 0 && !force) {
      throw new RegisterNotEmpty(
        `${folder} already holds ${there} cases. Back it up, then add --force to replace it, or set DATA_DIR to an empty folder.`,
      );
    }
    const stones = union(await readTombstones(folder), backup.erased);
    await rm(restoring, { recursive: true, force: true });
    await makeFolder(restoring);
    for (const document of erasedAgain(backup, stones, key)) {
      await writeDurably(join(restoring, `${document.id}.json`), documentText(document));
    }
    await writeDurably(erased, `${JSON.stringify(stones, null, 2)}\n`);
    await rename(cases, replaced);
    await rename(restoring, cases);
    await syncFolder(folder);
    await rm(replaced, { recursive: true, force: true });
    return backup.documents.length;
  } finally {
    await unlock();
  }
};

/** The same into an empty database. Interrupted, it is simply run again. Answers how many cases the backup holds. */
export const restoreInto = async (store: Store, bytes: Buffer, key: RegisterKey): Promise<number> => {
  const backup = await readBackup(bytes);
  refuseOtherKey(backup.documents, key);
  const stones = union(await store.tombstones(), backup.erased);
  const known = new Set(backup.documents.map(({ events }) => events[0]?.hash));
  const strangers = (await store.changes()).filter(({ events }) => !known.has(events[0]?.hash));
  if (strangers.length > 0) {
    throw new RegisterNotEmpty('The database already holds other cases. Restore into an empty one.');
  }
  for (const stone of stones) await store.bury(stone);
  for (const document of erasedAgain(backup, stones, key)) await store.insert(document);
  return backup.documents.length;
};
