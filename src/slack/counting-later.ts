/** An inbox in which what was answered in doubt stays open until its answers have been counted once more: a twin may come after the first count. */
import type { Inbox } from './inbox.ts';
import { underWayMs } from './port.ts';

/** Killed meanwhile, it is left behind like all that is open: whoever takes it over looks, and counts. */
export const countingLater = (
  inbox: Omit<Inbox, 'countLater'> & {
    /** It is answered, though not finished: nobody else is to take it on. Never rejects. */
    readonly answered: (key: string) => Promise<void>;
  },
  after: (ms: number) => Promise<void>,
): Inbox => {
  const counts = new Map<string, () => Promise<boolean>>();
  const countThenFinish = async (key: string, count: () => Promise<boolean>): Promise<void> => {
    await after(underWayMs);
    if (await count()) await inbox.finish(key);
    else inbox.again(key);
  };
  return {
    ...inbox,
    countLater: (key, count) => void counts.set(key, count),
    again: (key) => {
      counts.delete(key);
      inbox.again(key);
    },
    finish: async (key) => {
      const count = counts.get(key);
      if (count === undefined) return inbox.finish(key);
      counts.delete(key);
      await inbox.answered(key);
      void countThenFinish(key, count).catch(() => inbox.again(key));
    },
  };
};
