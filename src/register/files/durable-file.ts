/** Files that are there whole, or not at all, after a crash or a power cut. */
import * as files from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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

/**
 * Writes a temporary file beside it, syncs it, renames it over the old one and syncs the folder. Readable by the owner alone.
 * Rejects with `RegisterUnavailable`; the old content is then still there.
 */
export const writeDurably = async (
  path: string,
  content: string | Uint8Array | readonly Uint8Array[],
  disk: DiskCalls = realDisk,
): Promise<void> => {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  try {
    const handle = await disk.open(temporary, 'w', 0o600);
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await disk.rename(temporary, path);
    await syncFolder(dirname(path), disk);
  } catch (cause) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw unavailable(`Saving ${basename(path)}`, cause);
  }
};

/** Null when there is no such file. */
export const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await files.readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
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
