/** What is kept in memory of every case: its head, its request id, its subject keys. */
import type { CaseDocument } from './history/case-document.ts';
import type { Head } from './register.ts';

type Indexed = Pick<CaseDocument, 'id' | 'requestId'> & { readonly subjects: readonly string[] };

type HeadIndex<S> = {
  readonly put: (document: Indexed, head: Head<S>) => void;
  /** For a case that cannot be shown: its request id still counts as used. */
  readonly reserve: (document: Indexed) => void;
  readonly has: (id: string) => boolean;
  readonly find: (id: string) => Head<S> | null;
  readonly size: () => number;
  readonly heads: () => readonly Head<S>[];
  readonly ofRequest: (requestId: string) => string | null;
  readonly withSubject: (keys: readonly string[]) => readonly string[];
  /** All that is kept, for an index on disk. */
  readonly all: () => Iterable<Omit<Indexed, 'id'> & { readonly head: Head<S> }>;
};

const byNumber = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

const listed = (ids: string | Iterable<string>): readonly string[] =>
  typeof ids === 'string' ? [ids] : [...ids];

/** The same list with this head in its place, as a new one: who was given the old one keeps it. Null: sort anew. */
const placed = <S>(sorted: readonly Head<S>[], head: Head<S>, known: boolean): readonly Head<S>[] | null => {
  const last = sorted.at(-1);
  if (!known) return last === undefined || byNumber(last.id, head.id) < 0 ? [...sorted, head] : null;
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byNumber(sorted[middle]?.id ?? '', head.id) < 0) from = middle + 1;
    else to = middle;
  }
  return sorted[from]?.id === head.id ? sorted.with(from, head) : null;
};

export const headIndex = <S>(): HeadIndex<S> => {
  const heads = new Map<string, Head<S>>();
  const requests = new Map<string, string>();
  /** Most people have one case: only those with more need a set. */
  const subjects = new Map<string, string | Set<string>>();
  const keysOf = new Map<string, readonly string[]>();
  let sorted: readonly Head<S>[] | null = null;

  const reserve = (document: Indexed): void => {
    requests.set(document.requestId, document.id);
  };

  const unlist = (key: string, id: string): void => {
    const ids = subjects.get(key);
    if (ids === id) subjects.delete(key);
    else if (ids instanceof Set) ids.delete(id);
  };

  return {
    put: (document, head) => {
      reserve(document);
      const known = heads.has(head.id);
      heads.set(head.id, head);
      for (const key of keysOf.get(head.id) ?? []) unlist(key, head.id);
      for (const key of document.subjects) {
        const ids = subjects.get(key);
        if (ids instanceof Set) ids.add(head.id);
        else subjects.set(key, ids === undefined || ids === head.id ? head.id : new Set([ids, head.id]));
      }
      keysOf.set(head.id, document.subjects);
      sorted = sorted === null ? null : placed(sorted, head, known);
    },
    reserve,
    has: (id) => heads.has(id),
    find: (id) => heads.get(id) ?? null,
    size: () => heads.size,
    heads: () => {
      sorted ??= [...heads.values()].sort((a, b) => byNumber(a.id, b.id));
      return sorted;
    },
    ofRequest: (requestId) => requests.get(requestId) ?? null,
    withSubject: (keys) =>
      [...new Set(keys.flatMap((key) => listed(subjects.get(key) ?? [])))].sort(byNumber),
    all: function* () {
      for (const [requestId, id] of requests) {
        const head = heads.get(id);
        if (head !== undefined) yield { head, requestId, subjects: keysOf.get(id) ?? [] };
      }
    },
  };
};
