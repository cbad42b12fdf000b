/** What is remembered for an hour at most and for so many at a time: it may name somebody. In memory, and where several instances share the work, sealed in their store. */
import type { z } from 'zod';
import type { Clock } from '../../base/clock.ts';

const keptMs = 60 * 60_000;
const most = 1_000;

/** Where other instances find it for an hour; neither call rejects or waits for long. */
export interface SharedHour {
  readonly keep: (key: string, value: unknown) => void;
  /** Null when it is too old, was never kept, or cannot be had now. */
  readonly recall: (key: string) => Promise<unknown>;
}

export type KeptForAnHour<Value> = {
  readonly keep: (key: string, value: Value) => void;
  /** Null when it is too old or was never here. */
  readonly recall: (key: string) => Promise<Value | null>;
};

/** `what` keeps the keys of one use apart from those of another in the shared store; `schema` reads what came from there. */
export const keptForAnHour = <Value>(
  clock: Clock,
  what: string,
  schema: z.ZodType<Value>,
  shared: SharedHour | null,
): KeptForAnHour<Value> => {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  const isOld = ({ until }: { readonly until: number }): boolean => until <= clock().getTime();
  return {
    keep: (key, value) => {
      shared?.keep(`${what} ${key}`, value);
      kept.delete(key);
      kept.set(key, { value, until: clock().getTime() + keptMs });
      for (const [other, one] of kept) {
        if (!isOld(one) && kept.size <= most) return;
        kept.delete(other);
      }
    },
    recall: async (key) => {
      // Another instance may know something newer; what only this one knows is better than nothing.
      const theirs = shared === null ? null : schema.safeParse(await shared.recall(`${what} ${key}`));
      if (theirs?.success === true) return theirs.data;
      const found = kept.get(key);
      if (found === undefined) return null;
      if (!isOld(found)) return found.value;
      kept.delete(key);
      return null;
    },
  };
};
