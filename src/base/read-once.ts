/** Files that are worked out once in a process, for as long as they stay as they are. */
import { statSync } from 'node:fs';

/**
 * The same as `work`, remembered by path until the file's time or size is another; what it returns is shared and must not be
 * written to. A file that could not be read is tried again.
 */
export const readOnce = <Value>(
  work: (path: string) => Promise<Value>,
): ((path: string) => Promise<Value>) => {
  const known = new Map<string, { readonly stamp: string; readonly value: Promise<Value> }>();
  return async (path) => {
    const { mtimeMs, size, ino } = statSync(path);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.value;
    const value = work(path);
    known.set(path, { stamp, value });
    value.catch(() => known.delete(path));
    return value;
  };
};
