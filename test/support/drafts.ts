/** A place for drafts in memory, for handlers that stand alone. */
import type { Drafts } from '../../src/flows/letters/drafts.ts';

export const draftsInMemory = (): Drafts => {
  const all = new Map<string, Readonly<Record<string, string>>>();
  return {
    read: async (id) => all.get(id) ?? {},
    update: async (id, change) => {
      const next = await change(all.get(id) ?? {});
      if (next !== null) all.set(id, next);
    },
    dropOlder: async () => undefined,
    drop: async (id) => void all.delete(id),
    idsOf: async (beginning) => [...all.keys()].filter((id) => id.startsWith(beginning)),
  };
};
