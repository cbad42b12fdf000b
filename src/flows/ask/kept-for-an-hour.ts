/** What is remembered in memory only, for an hour at most and for so many at a time: it may name somebody. */
import type { Clock } from '../../base/clock.ts';

const keptMs = 60 * 60_000;
const most = 1_000;

export type KeptForAnHour<Value> = {
  readonly keep: (key: string, value: Value) => void;
  /** Null when it is too old or was never here. */
  readonly recall: (key: string) => Value | null;
};

export const keptForAnHour = <Value>(clock: Clock): KeptForAnHour<Value> => {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  const isOld = ({ until }: { readonly until: number }): boolean => until <= clock().getTime();
  return {
    keep: (key, value) => {
      kept.delete(key);
      kept.set(key, { value, until: clock().getTime() + keptMs });
      for (const [other, one] of kept) {
        if (!isOld(one) && kept.size <= most) return;
        kept.delete(other);
      }
    },
    recall: (key) => {
      const found = kept.get(key);
      if (found === undefined) return null;
      if (!isOld(found)) return found.value;
      kept.delete(key);
      return null;
    },
  };
};
