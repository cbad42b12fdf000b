/** The index of all heads on disk: read at a start, written when much has changed; small registers need none. */

import { tidyHeapDuring } from '../base/heap.ts';
import { type IndexFile, indexBytes, readIndex } from './files/index-file.ts';
import type { headIndex } from './head-index.ts';
import { type keepHead, logHash } from './head-keeper.ts';
import type { RegisterKey } from './history/sealing.ts';
import type { AnyEvent, EventKind } from './register.ts';
import type { Store } from './store.ts';

/** Below so many cases reading them all is quick enough. */
const worthwhile = 1_000;
/** Up to so many cases writing it takes no time. */
const quick = 20_000;

export const indexOf = async <E extends AnyEvent, S>(
  store: Store,
  key: RegisterKey,
  { version, isSummary }: EventKind<E, S>,
): Promise<IndexFile<S> | null> => {
  if (store.cache === undefined || version === undefined || isSummary === undefined) return null;
  const bytes = await store.cache.read();
  return bytes === null ? null : readIndex(key.history, version, bytes, isSummary);
};

type KeptHeads<E extends AnyEvent, S> = {
  readonly store: Store;
  readonly key: RegisterKey;
  readonly kind: EventKind<E, S>;
  readonly head: ReturnType<typeof keepHead>;
  readonly index: ReturnType<typeof headIndex<S>>;
};

/** What the log and the heads agree on; a case that is further than its line is read at the next start. */
const write = async <E extends AnyEvent, S>({
  store,
  key,
  kind,
  head,
  index,
}: KeptHeads<E, S>): Promise<void> => {
  const { cache } = store;
  const { version, isSummary } = kind;
  if (cache === undefined || version === undefined || isSummary === undefined) return;
  const { tip, state, fault } = head.read();
  if (index.size() < worthwhile || fault !== null) return;
  const log = await logHash(store, tip.count);
  const further = new Set<string>();
  function* entries() {
    for (const one of index.all()) {
      const { id, length } = one.head;
      const logged = state.get(id);
      const stamp = cache?.stamp(id) ?? null;
      if (logged?.length === length && stamp !== null) yield { ...one, hash: logged.head, stamp };
      else further.add(id);
    }
  }
  function* others() {
    for (const [id, logged] of state) if (further.has(id) || !index.has(id)) yield [id, logged] as const;
  }
  const bytes = await indexBytes(key.history, version, { tip, log, entries: entries(), others: others() });
  await cache.write(bytes);
};

/**
 * Keeps the index on disk near enough to what is known: a case that changed since is read at the next start, and a thousand of them take no
 * second. Nothing here rejects: without an index the next start reads every case, and is right all the same.
 */
export const keepIndex = <E extends AnyEvent, S>(kept: KeptHeads<E, S>) => {
  let changes = 0;
  let barred = 0;
  let writing: Promise<void> | null = null;
  const soon = (): void => {
    if (barred > 0 || writing !== null) return;
    changes = 0;
    writing = tidyHeapDuring(() => write(kept))
      .catch(() => undefined)
      .finally(() => {
        writing = null;
      });
  };
  return {
    /** So many cases are not as the index has them. */
    changed: (cases: number): void => {
      changes += cases;
      if (changes >= worthwhile) soon();
    },
    /** While `work` takes out by what a person is found: the index holds that too, so it goes first, and a new one is made without it. */
    without: async (work: () => Promise<void>): Promise<void> => {
      barred += 1;
      await writing;
      try {
        await kept.store.cache?.drop();
        await work();
      } finally {
        barred -= 1;
        changes += worthwhile;
        soon();
      }
    },
    /** For the end: a small register writes whatever has changed, a large one what would make the next start slow. */
    last: async (): Promise<void> => {
      await writing;
      if (changes >= worthwhile || (changes > 0 && kept.index.size() <= quick)) soon();
      await writing;
    },
  };
};
