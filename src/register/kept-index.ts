/** The index of all heads on disk: read at a start, written at the end; small registers need none. */
import type { headIndex } from './head-index.ts';
import { type keepHead, logHash } from './head-keeper.ts';
import { type IndexFile, indexBytes, readIndex } from './index-file.ts';
import type { AnyEvent, EventKind } from './register.ts';
import type { RegisterKey } from './sealing.ts';
import type { Store } from './store.ts';

/** Below so many cases reading them all is quick enough. */
const worthwhile = 1_000;

export const indexOf = async <E extends AnyEvent, S>(
  store: Store,
  key: RegisterKey,
  { version, isSummary }: EventKind<E, S>,
): Promise<IndexFile<S> | null> => {
  if (store.cache === undefined || version === undefined || isSummary === undefined) return null;
  const bytes = await store.cache.read();
  return bytes === null ? null : readIndex(key.history, version, bytes, isSummary);
};

/** What the log and the heads agree on; a case that is further than its line is read at the next start. */
export const writeIndex = async <E extends AnyEvent, S>(
  { cache, headLines }: Store,
  key: RegisterKey,
  { version, isSummary }: EventKind<E, S>,
  head: ReturnType<typeof keepHead>,
  all: ReturnType<ReturnType<typeof headIndex<S>>['all']>,
): Promise<void> => {
  if (cache === undefined || version === undefined || isSummary === undefined || all.length < worthwhile)
    return;
  const { tip, state, fault } = head.read();
  if (fault !== null) return;
  const entries = all.flatMap((one) => {
    const logged = state.get(one.head.id);
    const stamp = cache.stamp(one.head.id);
    return logged?.length === one.head.length && stamp !== null ? [{ ...one, hash: logged.head, stamp }] : [];
  });
  const indexed = new Set(entries.map((one) => one.head.id));
  const others = new Map([...state].filter(([id]) => !indexed.has(id)));
  const log = logHash((await headLines(0)).slice(0, tip.count));
  await cache.write(indexBytes(key.history, version, { tip, log, entries, others }));
};
