/** Files that are there whole, or not at all, after a crash or a power cut. */
import * as files from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../../base/error-code.ts';
import { unavailable } from '../errors.ts';

/** The calls that can fail when the disk is full or forbidden; tests pass failing ones. */
export type DiskCalls = Pick<typeof files, 'open' | 'rename' | 'rm'>;
export const realDisk: DiskCalls = files;

export const temporaryName = /^\..+\.tmp$/u;

/** Makes renames in a folder durable. */
export const syncFolder = async (folder: string, disk: DiskCalls = realDisk): Promise<void> => {
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

type Content = string | Uint8Array | readonly Uint8Array[];

/** What is in the file is durable, its name is not yet. Readable by the owner alone. */
const writeSynced = async (path: string, content: Content, disk: DiskCalls): Promise<void> => {
  const handle = await disk.open(path, 'w', 0o600);
  try {
    const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * A file that must not be there yet, written under another name first (one that a crash may leave) and linked: false when the name is taken,
 * of two one wins. Two waits for the disk, where writing and renaming and linking would be three.
 */
export const makeDurably = async (path: string, aside: string, content: Content): Promise<boolean> => {
  try {
    await writeSynced(aside, content, realDisk);
    await files.link(aside, path);
    await syncFolder(dirname(path));
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw unavailable(`Saving ${basename(path)}`, cause);
  } finally {
    await files.rm(aside, { force: true });
  }
};

/**
 * Writes a temporary file beside it, syncs it, renames it over the old one and syncs the folder. Readable by the owner alone.
 * Rejects with `RegisterUnavailable`; the old content is then still there.
 */
export const writeDurably = async (
  path: string,
  content: Content,
  disk: DiskCalls = realDisk,
): Promise<void> => {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  try {
    await writeSynced(temporary, content, disk);
    await disk.rename(temporary, path);
    await syncFolder(dirname(path), disk);
  } catch (cause) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw unavailable(`Saving ${basename(path)}`, cause);
  }
};

/** Null when there is no such file. */
export const readIfThere = async (path: string): Promise<string | null> =>
  (await bytesIfThere(path))?.toString('utf8') ?? null;

/** The same as bytes. */
export const bytesIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await files.readFile(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw unavailable(`Reading ${basename(path)}`, cause);
  }
};

export const makeFolder = async (path: string): Promise<void> => {
  try {
    await files.mkdir(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unavailable(`Making the folder ${path}`, cause);
  }
};
