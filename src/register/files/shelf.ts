/** Small things that people may read: one JSON text each, whole or not there at all. */
import type { z } from 'zod';
import type { TextFolder } from '../text-folder.ts';

export interface Shelf<T extends { readonly id: string }> {
  readonly all: () => Promise<readonly T[]>;
  /** False when there is one of this id already: of two at the same moment, one is kept. */
  readonly add: (thing: T) => Promise<boolean>;
  readonly replace: (thing: T) => Promise<void>;
  /** Names of texts that are not what they should be; they are left alone. */
  readonly unreadable: () => Promise<readonly string[]>;
}

/** Reads anew whenever something has changed, so that programs which share a folder see each other's things. */
export const openShelf = <T extends { readonly id: string }>(
  folder: TextFolder,
  schema: z.ZodType<T>,
): Shelf<T> => {
  const nameOf = ({ id }: T): string => `${id}.json`;
  const text = (thing: T): string => `${JSON.stringify(thing, null, 2)}\n`;
  const parse = (written: string): T | null => {
    try {
      return schema.safeParse(JSON.parse(written)).data ?? null;
    } catch {
      return null;
    }
  };
  let known: {
    readonly stamp: string;
    readonly good: readonly T[];
    readonly bad: readonly string[];
  } | null = null;
  const look = async () => {
    const stamp = await folder.stamp();
    if (known?.stamp === stamp) return known;
    const names = [...(await folder.all())]
      .filter(([name]) => name.endsWith('.json'))
      .map(([name, written]) => ({ name, thing: parse(written) }));
    known = {
      stamp,
      good: names.flatMap(({ thing }) => thing ?? []),
      bad: names.flatMap(({ name, thing }) => (thing === null ? [name] : [])),
    };
    return known;
  };
  return {
    all: async () => (await look()).good,
    unreadable: async () => (await look()).bad,
    add: (thing) =>
      folder.swap(nameOf(thing), null, text(thing)).finally(() => {
        known = null;
      }),
    replace: (thing) =>
      folder.put(nameOf(thing), text(thing)).finally(() => {
        known = null;
      }),
  };
};
