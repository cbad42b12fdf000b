/** A folder of small things that people may read: one JSON file each, whole or not there at all. */
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { makeFolder, writeDurably } from './durable-file.ts';
import { unavailable } from './errors.ts';

export interface Shelf<T extends { readonly id: string }> {
  readonly all: () => Promise<readonly T[]>;
  /** False when there is one of this id already: of two at the same moment, one is kept. */
  readonly add: (thing: T) => Promise<boolean>;
  readonly replace: (thing: T) => Promise<void>;
  /** Names of files that are not what they should be; they are left alone. */
  readonly unreadable: () => Promise<readonly string[]>;
}

/** Reads anew whenever the folder has changed, so that programs which share a folder see each other's things. */
export const openShelf = <T extends { readonly id: string }>(
  folder: string,
  schema: z.ZodType<T>,
): Shelf<T> => {
  const pathOf = (id: string): string => join(folder, `${id}.json`);
  const text = (thing: T): string => `${JSON.stringify(thing, null, 2)}\n`;
  const read = async (name: string): Promise<T | null> => {
    try {
      return schema.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8'))).data ?? null;
    } catch {
      return null;
    }
  };
  let known: { readonly at: number; readonly good: readonly T[]; readonly bad: readonly string[] } | null =
    null;
  const look = async () => {
    const at = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (at === 0) return { at, good: [], bad: [] };
    if (known?.at === at) return known;
    const names = (await readdir(folder)).filter((name) => /^[^.].*\.json$/u.test(name)).toSorted();
    const things = await Promise.all(names.map(read));
    known = {
      at,
      good: things.filter((thing) => thing !== null),
      bad: names.filter((_, index) => things[index] === null),
    };
    return known;
  };
  return {
    all: async () => (await look()).good,
    unreadable: async () => (await look()).bad,
    add: async (thing) => {
      await makeFolder(folder);
      const beside = join(folder, `.${thing.id}.${randomUUID()}.new`);
      await writeDurably(beside, text(thing));
      try {
        // A link fails when the name is taken: of two, one wins.
        await link(beside, pathOf(thing.id));
        return true;
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
        throw unavailable(`Saving ${thing.id}`, cause);
      } finally {
        await rm(beside, { force: true });
        known = null;
      }
    },
    replace: async (thing) => {
      await writeDurably(pathOf(thing.id), text(thing));
      known = null;
    },
  };
};
