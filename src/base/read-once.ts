/** Files that are worked out once in a process, for as long as they stay as they are. */
import { statSync } from 'node:fs';

const stampOf = (path: string): string | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.mtimeMs} ${found.size} ${found.ino}`;
};

/**
 * The same as `work`, remembered by path until the file's time or size is another; what it returns is shared and must not be
 * written to. What failed is tried again.
 */
export const readOnce = <Value>(work: (path: string) => Value): ((path: string) => Value) => {
  const known = new Map<string, { readonly stamp: string; readonly value: Value }>();
  return (path) => {
    const stamp = stampOf(path);
    const before = known.get(path);
    if (before !== undefined && before.stamp === stamp) return before.value;
    const value = work(path);
    if (stamp === null) return value;
    known.set(path, { stamp, value });
    if (value instanceof Promise) value.catch(() => known.delete(path));
    return value;
  };
};
