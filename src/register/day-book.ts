/** Lines of JSON, a file a day; days that are too long ago are deleted. */
import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { makeFolder } from './durable-file.ts';
import { unavailable } from './errors.ts';

export interface DayBook<T> {
  readonly write: (line: T) => Promise<void>;
  /** Oldest first; what cannot be read is passed over. */
  readonly read: () => Promise<readonly T[]>;
}

const dayMs = 24 * 60 * 60 * 1_000;
const named = /^(\d{4}-\d{2}-\d{2})\.jsonl$/u;

/** Keeps `days` days. The day of a line is that of the clock, in UTC. */
export const openDayBook = <T>(
  folder: string,
  schema: z.ZodType<T>,
  days: number,
  clock: () => Date,
): DayBook<T> => {
  const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const names = async (): Promise<readonly string[]> =>
    (await readdir(folder).catch(() => [])).filter((name) => named.test(name)).toSorted();
  const forget = async (): Promise<readonly string[]> => {
    const first = `${dayOf(clock().getTime() - days * dayMs)}.jsonl`;
    const all = await names();
    for (const name of all.filter((one) => one < first)) await rm(join(folder, name), { force: true });
    return all.filter((one) => one >= first);
  };
  const lineOf = (text: string): readonly T[] => {
    try {
      const line = schema.safeParse(JSON.parse(text));
      return line.success ? [line.data] : [];
    } catch {
      return [];
    }
  };
  return {
    write: async (line) => {
      await makeFolder(folder);
      await forget();
      const file = join(folder, `${dayOf(clock().getTime())}.jsonl`);
      await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 }).catch((cause: unknown) => {
        throw unavailable('Keeping a note', cause);
      });
    },
    read: async () => {
      const texts = await Promise.all((await forget()).map((name) => readFile(join(folder, name), 'utf8')));
      return texts.flatMap((text) =>
        text
          .split('\n')
          .filter((line) => line !== '')
          .flatMap(lineOf),
      );
    },
  };
};
