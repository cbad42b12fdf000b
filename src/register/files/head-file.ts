/** The register's head in a file among the cases, appended and flushed; a torn last line is what a crash leaves and counts for nothing. */
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { unavailable } from '../errors.ts';
import { bytesIfThere, type DiskCalls, readIfThere, writeDurably } from './durable-file.ts';

/** It lies among the cases so that a restore swaps both at once. */
export const headLogName = 'heads.log';

const newline = 10;
const linesAtOnce = 5_000;

export const headText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The lines of a log that were written whole. */
export const wholeLines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

export const headFile = (folder: string, disk: DiskCalls) => {
  const path = join(folder, headLogName);
  let open: { readonly file: FileHandle; size: number; count: number } | null = null;

  const read = async (): Promise<readonly string[]> => wholeLines((await readIfThere(path)) ?? '');

  const close = async (): Promise<void> => {
    await open?.file.close().catch(() => undefined);
    open = null;
  };

  /** Open for appending, cut after the last whole line. */
  const opened = async () => {
    if (open !== null) return open;
    const lines = await read();
    const size = Buffer.byteLength(headText(lines));
    const log = { file: await disk.open(path, 'r+', 0o600), size, count: lines.length };
    open = log;
    await log.file.truncate(size);
    return log;
  };

  const replace = async (lines: readonly string[]): Promise<void> => {
    await close();
    await writeDurably(path, headText(lines), disk);
  };

  /** Cut from the bytes, so that no line keeps the whole text. */
  const each = async (from: number, take: (lines: readonly string[]) => void): Promise<void> => {
    const bytes = (await bytesIfThere(path)) ?? Buffer.alloc(0);
    let some: string[] = [];
    for (let [start, count] = [0, 0]; ; count += 1) {
      const end = bytes.indexOf(newline, start);
      if (end < 0) break;
      if (count >= from) some.push(bytes.toString('utf8', start, end));
      start = end + 1;
      if (some.length < linesAtOnce) continue;
      take(some);
      some = [];
    }
    take(some);
  };

  return {
    each,
    lines: async (from: number): Promise<readonly string[]> => (await read()).slice(from),
    append: async (before: number, lines: readonly string[]): Promise<boolean> => {
      if (before === 0) {
        await replace(lines);
        return true;
      }
      try {
        const log = await opened();
        if (log.count !== before) return false;
        const bytes = Buffer.from(headText(lines));
        await log.file.write(bytes, 0, bytes.length, log.size);
        await log.file.datasync();
        log.size += bytes.length;
        log.count += lines.length;
        return true;
      } catch (cause) {
        // Opened anew at the next try, which cuts off what was written of this one.
        await close();
        throw unavailable('Writing the head of the register', cause);
      }
    },
    replace,
    close,
  };
};
