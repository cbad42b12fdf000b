/** The register over any store: numbers, idempotency, sealing, one write at a time per case, heads in memory. */

import { tidyHeapDuring } from '../base/heap.ts';
import { CaseDamaged, NoSuchCase, otherKey, RegisterUnavailable, StaleHistory } from './errors.ts';
import { headIndex } from './head-index.ts';
import { keepHead } from './head-keeper.ts';
import { type CaseDocument, newDocument, withEvents, withoutPersonal } from './history/case-document.ts';
import { headOf } from './history/case-head.ts';
import { unsealedEvents } from './history/case-history.ts';
import type { RegisterKey } from './history/sealing.ts';
import { subjectKeys } from './history/subject-keys.ts';
import { disbelief, takeStock } from './history/vouching.ts';
import { inTurn } from './in-turn.ts';
import { indexOf, keepIndex } from './kept-index.ts';
import {
  type AnyEvent,
  type Created,
  type EventKind,
  type Head,
  type NewCase,
  type Register,
  type RegisterProblem,
  readEvent,
} from './register.ts';
import { sharedHeads } from './sharing.ts';
import { isOwnStone, type Store, vouchedStone } from './store.ts';

const problemOf = (id: string, cause: unknown): RegisterProblem => ({
  what: 'damaged-case',
  where: id,
  message: `${id} holds an event that this program does not understand: ${cause instanceof Error ? cause.message : ''}`,
});

type RegisterOpening = {
  /** Changes nothing that is stored. */
  readonly readOnly?: boolean;
  /** A sentence for the log. */
  readonly tell?: (sentence: string) => void;
};

/** Reads all heads; finishes erasures that a crash interrupted or that an older backup undid. */
export const keepRegister = async <E extends AnyEvent, S>(
  store: Store,
  key: RegisterKey,
  kind: EventKind<E, S>,
  { readOnly = false, tell = () => undefined }: RegisterOpening = {},
): Promise<Register<E, S>> => {
  const head = keepHead(store, key);
  const index = headIndex<S>();
  const share = kind.isSummary === undefined ? (made: Head<S>) => made : sharedHeads(kind.isSummary);
  const onDisk = keepIndex({ store, key, kind, head, index });
  const problems = new Map<string, RegisterProblem>();
  const listeners = new Set<(id: string) => void>();
  const outside = new Set<() => void>();
  const oneAtATime = inTurn();

  const remember = (document: CaseDocument): void => {
    try {
      index.put(document, share(headOf(document, kind)));
      problems.delete(document.id);
    } catch (cause) {
      index.reserve(document);
      problems.set(document.id, problemOf(document.id, cause));
    }
    if (document.key !== null && document.key.id !== key.id) {
      const message = `${document.id} was sealed with another key (${document.key.id}) than REGISTER_KEY (${key.id}).`;
      problems.set(document.id, { what: 'other-key', where: document.id, message });
    }
  };

  /** Throws before anything is saved when the history would not fold: such a case could not be shown again. */
  const foldable = (document: CaseDocument): CaseDocument => {
    headOf(document, kind);
    return document;
  };

  const refresh = async (): Promise<void> => {
    for (const document of await store.changes()) {
      const why = disbelief(document, key, head.standing(document));
      // What another instance erased must not lie in an index here either.
      const erasedElsewhere = document.key === null && index.find(document.id)?.erased === false;
      if (why === null && erasedElsewhere && !readOnly) await onDisk.without(async () => remember(document));
      else if (why === null) {
        remember(document);
        if (!readOnly) onDisk.changed(1);
      } else
        problems.set(document.id, {
          what: 'forged-case',
          where: document.id,
          message: `${document.id}: ${why}.`,
        });
    }
  };

  /** One look at a time; what is heard meanwhile is one look more. */
  let looking = false;
  let heardMore = false;
  const look = async (): Promise<void> => {
    do {
      heardMore = false;
      const before = index.heads();
      await refresh().catch(() => undefined);
      if (index.heads() !== before) for (const listener of outside) listener();
    } while (heardMore);
  };
  const heard = (): void => {
    heardMore = true;
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  };

  const mustRead = async (id: string): Promise<CaseDocument> => {
    const document = await store.read(id);
    if (document === null) throw new NoSuchCase(id);
    // A register of the first release that is only looked at has no log yet.
    const why =
      readOnly && head.anchor() === null ? null : disbelief(document, key, head.standing(document), true);
    if (why !== null) throw new CaseDamaged(id, why);
    return document;
  };

  /** Nothing is added to a history that this key cannot vouch for. */
  const mustOwn = async (id: string): Promise<CaseDocument> => {
    const document = await mustRead(id);
    if (document.key !== null && document.key.id !== key.id) throw otherKey(id, document.key.id, key.id);
    return document;
  };

  const keysOf = (events: readonly E[]): readonly string[] =>
    subjectKeys(key.lookup, events.flatMap(kind.identifiers));

  /** Saves and remembers; after a failure, what is really stored is looked up again. */
  const replace = async (before: CaseDocument, after: CaseDocument): Promise<void> => {
    try {
      if (!(await store.replace(before, after))) {
        const found = await mustRead(before.id);
        remember(found);
        throw new StaleHistory(before.id, before.events.length, found.events.length);
      }
    } catch (cause) {
      const stored = await store.read(before.id).catch(() => null);
      if (stored !== null) remember(stored);
      throw cause;
    }
    await head.note(after);
    remember(after);
    onDisk.changed(1);
    for (const listener of listeners) listener(after.id);
  };

  const insert = async ({ prefix, year, requestId, events }: NewCase<E>): Promise<Created> => {
    const series = `${prefix}-${year}-`;
    for (;;) {
      await refresh();
      const known = index.ofRequest(requestId);
      if (known !== null) return { id: known, created: false };
      // The number of a case that was taken away is never used again.
      const highest = Math.max(await store.highestNumber(series), head.read().highest.get(series) ?? 0);
      const id = `${series}${String(highest + 1).padStart(4, '0')}`;
      const checked = events(id).map((event) => kind.parse(event));
      const document = newDocument(id, requestId, checked, key, keysOf(checked));
      foldable(document);
      if (!(await store.insert(document))) continue;
      await head.note(document);
      remember(document);
      onDisk.changed(1);
      for (const listener of listeners) listener(id);
      return { id, created: true };
    }
  };

  /** Safe to do again: one form makes one case, and the first look finds the one that was saved after all. */
  const insertAgain = async (order: NewCase<E>): Promise<Created> => {
    const made = await insert(order);
    const document = await mustRead(made.id);
    if (made.created || head.standing(document) !== 'unknown') return made;
    await head.note(document);
    for (const listener of listeners) listener(made.id);
    return { id: made.id, created: true };
  };

  const eraseNow = async (id: string, trace: AnyEvent): Promise<void> => {
    const before = await mustOwn(id);
    if (before.key === null) return;
    const after = withoutPersonal(before, trace, key);
    // The tombstone first: a crash in between leaves an erasure that the next start finishes.
    const stone = {
      caseId: id,
      first: before.events[0]?.hash ?? '',
      trace: JSON.parse(JSON.stringify(trace)),
    };
    await store.bury(vouchedStone(key, stone));
    await onDisk.without(() => replace(before, after));
  };

  const { known, read, migrated, ...stock } = await tidyHeapDuring(async () =>
    takeStock<S>(store, key, head, {
      readOnly,
      tell,
      index: await indexOf(store, key, kind),
      agrees: (entry, document) => JSON.stringify(entry.head) === JSON.stringify(headOf(document, kind)),
      take: remember,
    }),
  );
  for (const { head: summed, requestId, subjects } of known)
    index.put({ id: summed.id, requestId, subjects }, summed);
  if (!readOnly) onDisk.changed(read);
  for (const stone of readOnly ? [] : await store.tombstones()) {
    // Before a register was taken over nobody vouched for a stone.
    if (!migrated && !isOwnStone(key, stone)) continue;
    if (migrated) await store.bury(vouchedStone(key, stone));
    const document = index.has(stone.caseId) ? await store.read(stone.caseId) : null;
    if (document?.events[0]?.hash === stone.first) await eraseNow(stone.caseId, stone.trace);
  }

  const stopHearing = readOnly ? undefined : store.onOthers?.(heard);

  const owing = (): readonly RegisterProblem[] => {
    const changes = head.owed();
    const message = `${changes} changes are saved and do not stand in the log of the register yet: it cannot be written. They go with the next.`;
    return changes === 0 ? [] : [{ what: 'head-log', where: 'heads.log', message }];
  };

  return {
    create: (order) =>
      oneAtATime('create', () =>
        insert(order).catch((cause: unknown) => {
          if (store.answersMayBeLost !== true || !(cause instanceof RegisterUnavailable)) throw cause;
          return insertAgain(order);
        }),
      ),
    history: async (id) => unsealedEvents(await mustRead(id), key).map((event) => readEvent(kind, event)),
    append: (id, expectedLength, ...events) =>
      oneAtATime(id, async () => {
        const before = await mustOwn(id);
        const found = before.events.length;
        if (found !== expectedLength) throw new StaleHistory(id, expectedLength, found);
        const checked = events.map((event) => kind.parse(event));
        await replace(before, foldable(withEvents(before, checked, key, keysOf(checked))));
      }),
    list: async () => {
      await refresh();
      return index.heads();
    },
    withSubject: async (identifiers) => {
      await refresh();
      return index.withSubject(subjectKeys(key.lookup, identifiers));
    },
    erase: (id, trace) => oneAtATime(id, () => eraseNow(id, kind.parse(trace))),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onOthersChange: (listener) => {
      outside.add(listener);
      return () => outside.delete(listener);
    },
    problems: () => [...store.problems(), ...stock.problems, ...problems.values(), ...owing()],
    anchor: head.anchor,
    close: async () => {
      await stopHearing?.();
      await oneAtATime.idle();
      await head.noteAll([]).catch(() => undefined);
      // Without it the next start reads every case, and is right all the same.
      if (!readOnly) await onDisk.last();
      await store.close();
    },
  };
};
