/** Puts a backup in the place of the cases: written and checked beside them, then swapped in at once. */
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../../base/error-code.ts';
import { type Backup, readBackup } from '../backup.ts';
import { BadBackup, RegisterNotEmpty, unavailable, WrongRegisterKey } from '../errors.ts';
import { headEntry } from '../head-keeper.ts';
import {
  type CaseDocument,
  documentText,
  forgery,
  vouchedBy,
  withoutPersonal,
} from '../history/case-document.ts';
import { headLines, logMark, openLog } from '../history/head-log.ts';
import type { RegisterKey } from '../history/sealing.ts';
import { isOwnStone, type Store, type Tombstone, tombstone, vouchedStone } from '../store.ts';
import { makeFolder, readIfThere, syncFolder, writeDurably } from './durable-file.ts';
import { headLogName, headText, wholeLines } from './head-file.ts';
import { takeLock } from './process-lock.ts';

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
    if (codeOf(cause) === 'ENOENT') return null;
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
  // What an interrupted restore leaves holds the keys of cases that may be erased later.
  for (const rest of [replaced, restoring]) await rm(rest, { recursive: true, force: true });
};

export const readTombstones = async (folder: string): Promise<readonly Tombstone[]> => {
  const text = await readIfThere(places(folder).erased);
  return text === null ? [] : z.array(tombstone).parse(JSON.parse(text));
};

/**
 * The stones to keep, vouched for: this register's own, and those of a backup of the first release, which nobody vouched for; a stone that
 * somebody else made is left out.
 */
const ownStones = (
  there: readonly Tombstone[],
  { erased, heads }: Backup,
  key: RegisterKey,
): readonly Tombstone[] => {
  const brought = heads.length === 0 ? erased : erased.filter((stone) => isOwnStone(key, stone));
  const all = [...there.filter((stone) => isOwnStone(key, stone)), ...brought];
  return [...new Map(all.map((stone) => [stone.first, vouchedStone(key, stone)])).values()];
};

/**
 * The cases as they are to stand: what was erased since the backup was made is erased in it too. What the first release backed up is taken over;
 * a case that this register did not write is refused.
 */
const restored = (
  { documents, heads }: Backup,
  stones: readonly Tombstone[],
  key: RegisterKey,
): readonly CaseDocument[] => {
  const byFirst = new Map(stones.map((stone) => [stone.first, stone]));
  return documents.map((document) => {
    const fault = heads.length === 0 && document.format === 1 ? null : forgery(document, key);
    if (fault !== null)
      throw new BadBackup(
        `The backup was altered: ${document.id} was not written by this register. Nothing was changed.`,
      );
    const stone = byFirst.get(document.events[0]?.hash ?? '');
    return stone === undefined ? vouchedBy(key, document) : withoutPersonal(document, stone.trace, key);
  });
};

/** A log that holds under this key, or nothing: a restore is the way out of a log that was tampered with. */
const sound = (lines: readonly string[], key: RegisterKey): readonly string[] => {
  const log = openLog(key.history);
  log.take(lines);
  return log.read().fault === null ? lines : [];
};

/** The lines that go on from `before`: anchors of what was there stay true, and the restore stands among the changes. */
const logAfter = (
  before: readonly string[],
  documents: readonly CaseDocument[],
  key: RegisterKey,
): readonly string[] => {
  const log = openLog(key.history);
  log.take(before);
  const begin = before.length === 0 ? [logMark('begins')] : [];
  const entries = [...begin, logMark('restored'), ...documents.map(headEntry)];
  return headLines(key.history, log.read().tip, entries).lines;
};

const longer = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.length >= other.length ? one : other;

const refuseOtherKey = (documents: readonly CaseDocument[], key: RegisterKey): void => {
  const other = documents.find((document) => document.key !== null && document.key.id !== key.id);
  if (other?.key === undefined || other.key === null) return;
  throw new WrongRegisterKey(
    `Set REGISTER_KEY to the key that sealed this backup (key ${other.key.id}); nothing was changed.`,
  );
};

/** Resolves with how many cases were restored. Rejects, with nothing changed, when the backup, the key or the place is not right. */
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
    const there = ((await listing(cases)) ?? []).filter((name) => name !== headLogName).length;
    if (there > 0 && !force) {
      throw new RegisterNotEmpty(
        `${folder} already holds ${there} cases. Back it up, then add --force to replace it, or set DATA_DIR to an empty folder.`,
      );
    }
    const stones = ownStones(await readTombstones(folder), backup, key);
    const documents = restored(backup, stones, key);
    const standing = wholeLines((await readIfThere(join(cases, headLogName))) ?? '');
    const before = longer(sound(standing, key), sound(backup.heads, key));
    await rm(restoring, { recursive: true, force: true });
    await makeFolder(restoring);
    for (const document of documents) {
      await writeDurably(join(restoring, `${document.id}.json`), documentText(document));
    }
    const log = [...before, ...logAfter(before, documents, key)];
    await writeDurably(join(restoring, headLogName), headText(log));
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

/** The same into an empty database. Interrupted, it is simply run again. Resolves with how many cases the backup holds. */
export const restoreInto = async (store: Store, bytes: Buffer, key: RegisterKey): Promise<number> => {
  const backup = await readBackup(bytes);
  refuseOtherKey(backup.documents, key);
  const stones = ownStones(await store.tombstones(), backup, key);
  const documents = restored(backup, stones, key);
  const known = new Set(backup.documents.map(({ events }) => events[0]?.hash));
  const strangers = (await store.changes()).filter(({ events }) => !known.has(events[0]?.hash));
  if (strangers.length > 0) {
    throw new RegisterNotEmpty('The database already holds other cases. Restore into an empty one.');
  }
  for (const stone of stones) await store.bury(stone);
  for (const document of documents) await store.insert(document);
  const standing = await store.headLines(0);
  const before = standing.length > 0 ? standing : sound(backup.heads, key);
  if (standing.length === 0 && before.length > 0) await store.appendHead(0, before);
  await store.appendHead(before.length, logAfter(before, documents, key));
  return backup.documents.length;
};
