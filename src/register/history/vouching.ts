/** Holds every stored case against the register's key and its head: what was altered, taken away or set back is named, never used. */

import type { IndexEntry, IndexFile } from '../files/index-file.ts';
import { headEntry, type keepHead, type Standing, standingText } from '../head-keeper.ts';
import type { RegisterProblem } from '../register.ts';
import type { Store } from '../store.ts';
import { type CaseDocument, forgery, vouchedBy } from './case-document.ts';
import type { HeadEntry } from './head-log.ts';
import type { RegisterKey } from './sealing.ts';

type HeadKeeper = ReturnType<typeof keepHead>;

const forged = (id: string, why: string): RegisterProblem => ({
  what: 'forged-case',
  where: id,
  message: `${id}: ${why}. It is not used; bring it back from a backup.`,
});

const strangerText = 'it was put there by somebody without the key of this register';

/** Why a stored case must not be believed, or null. A case under another key is judged by its key alone. */
export const disbelief = (
  document: CaseDocument,
  key: RegisterKey,
  standing: Standing,
  all = false,
): string | null => {
  if (standing === 'set-back' || standing === 'another-history') return standingText(standing);
  if (document.key !== null && document.key.id !== key.id) return null;
  // Without its own mark a history of the first release is vouched for by the log, which holds its last hash.
  if (document.format === 1) return standing === 'as-logged' ? null : strangerText;
  const fault = forgery(document, key, all);
  if (fault === null) return null;
  return fault.event === 0 ? fault.why : `event ${fault.event}: ${fault.why}`;
};

export type Stock<S> = {
  /** How many cases were read. */
  readonly read: number;
  /** What may be shown and worked on too: known from the index, and their files have not been touched since. */
  readonly known: readonly IndexEntry<S>[];
  readonly problems: readonly RegisterProblem[];
  /** True when a register of the first release was taken over just now. */
  readonly migrated: boolean;
};

/** So many cases of an index are read all the same, to see that this program would say the same of them. */
const samples = 8;

/** The entries that still count: the log says the same, and the file of the case has its size and its time. */
const stillKnown = async <S>(
  store: Store,
  head: HeadKeeper,
  entries: readonly IndexEntry<S>[],
  agrees: (entry: IndexEntry<S>, document: CaseDocument) => boolean,
): Promise<readonly IndexEntry<S>[]> => {
  const { state } = head.read();
  const known = entries.filter(({ head: { id, length }, hash, stamp }) => {
    const logged = state.get(id);
    return logged?.length === length && logged.head === hash && store.cache?.stamp(id) === stamp;
  });
  const step = Math.max(1, Math.floor(known.length / samples));
  for (const entry of known.filter((_, at) => at % step === 0)) {
    const document = await store.read(entry.head.id).catch(() => null);
    if (document === null || !agrees(entry, document)) return [];
  }
  return known;
};

/** Where there is no log yet: how far each case has come, and whether all of them are of the first release. */
const firstLook = async (
  store: Store,
  isSkipped: (id: string) => boolean,
): Promise<{ readonly entries: readonly HeadEntry[]; readonly old: boolean }> => {
  const entries: HeadEntry[] = [];
  let old = true;
  await store.each(isSkipped, async (document) => {
    entries.push(headEntry(document));
    old &&= document.format === 1;
  });
  return { entries, old };
};

/**
 * Looks at everything once, when a register is opened. A register of the first release is taken over: its log begins, then each case gets its
 * marks; a crash in between is made good at the next start, because the log holds the hash of every case by then.
 */
export const takeStock = async <S>(
  store: Store,
  key: RegisterKey,
  head: HeadKeeper,
  options: {
    readonly readOnly: boolean;
    readonly tell: (sentence: string) => void;
    readonly index: IndexFile<S> | null;
    /** Whether the index says of a case what this program makes of it. */
    readonly agrees: (entry: IndexEntry<S>, document: CaseDocument) => boolean;
    /** Is given each case that was read and may be shown and worked on, one at a time. */
    readonly take: (document: CaseDocument) => void;
  },
): Promise<Stock<S>> => {
  const { readOnly, tell, index, agrees, take } = options;
  const goesOn = await head.begins(index);
  const known = index !== null && goesOn ? await stillKnown(store, head, index.entries, agrees) : [];
  const skipped = new Set(known.map((entry) => entry.head.id));
  const isSkipped = (id: string): boolean => skipped.has(id);
  const problems: RegisterProblem[] = [];
  const named = (message: string): void => {
    problems.push({ what: 'head-log', where: 'heads.log', message });
  };
  const begun = head.read().tip.count > 0;
  const before = begun ? null : await firstLook(store, isSkipped);
  const first = before?.old === true;
  if (!begun && !first)
    named(
      'The log of the register is gone, and the cases are not: somebody took it away. Compare an anchor.',
    );
  if (before !== null && !readOnly) {
    await head.begin(before.entries, !first);
    if (first && before.entries.length > 0)
      tell(
        `${before.entries.length} cases of an earlier release were taken over: from now on each is vouched for by the register’s key.`,
      );
  }
  const { fault, state } = head.read();
  if (begun && fault !== null)
    named(`The log of the register does not hold, line ${fault.line}: ${fault.why}.`);
  const there = new Set(skipped);
  const late: HeadEntry[] = [];
  let read = 0;
  await store.each(isSkipped, async (document) => {
    there.add(document.id);
    const standing = first && readOnly ? 'as-logged' : head.standing(document);
    const why = disbelief(document, key, standing);
    if (why !== null) {
      problems.push(forged(document.id, why));
      return;
    }
    const old = document.format === 1 && (document.key === null || document.key.id === key.id);
    const after = old && !readOnly ? vouchedBy(key, document) : document;
    if (after !== document) await store.replace(document, after);
    read += 1;
    take(after);
    if (standing === 'ahead' || standing === 'unknown') late.push(headEntry(after));
  });
  if (late.length > 0 && !readOnly) {
    // What a crash leaves is the writes that were under way; many more would be a log that was cut.
    tell(
      `${late.length} changes of cases stood in no line of the register’s log; they were written into it.`,
    );
    await head.noteAll(late);
  }
  const unreadable = store.problems().map(({ where }) => where.replace(/\.json$/u, ''));
  for (const [id, { length }] of state) {
    if (there.has(id) || unreadable.includes(id)) continue;
    const message = `${id} is gone: the register recorded ${length} events of it. Bring it back from a backup.`;
    problems.push({ what: 'missing-case', where: id, message });
  }
  return { read, known, problems, migrated: first };
};
