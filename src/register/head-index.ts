/** What is kept in memory of every case: its head, its request id, its subject keys. */
import type { CaseDocument } from './case-document.ts';
import type { Head } from './register.ts';

type HeadIndex<S> = {
  readonly put: (document: CaseDocument, head: Head<S>) => void;
  /** For a case that cannot be shown: its request id still counts as used. */
  readonly reserve: (document: CaseDocument) => void;
  readonly has: (id: string) => boolean;
  readonly heads: () => readonly Head<S>[];
  readonly ofRequest: (requestId: string) => string | null;
  readonly withSubject: (keys: readonly string[]) => readonly string[];
};

const byNumber = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

export const headIndex = <S>(): HeadIndex<S> => {
  const heads = new Map<string, Head<S>>();
  const requests = new Map<string, string>();
  const subjects = new Map<string, Set<string>>();
  const keysOf = new Map<string, readonly string[]>();
  let sorted: readonly Head<S>[] | null = null;

  const reserve = (document: CaseDocument): void => {
    requests.set(document.requestId, document.id);
  };

  return {
    put: (document, head) => {
      reserve(document);
      heads.set(head.id, head);
      for (const key of keysOf.get(head.id) ?? []) subjects.get(key)?.delete(head.id);
      for (const key of document.subjects) {
        const ids = subjects.get(key) ?? new Set();
        subjects.set(key, ids.add(head.id));
      }
      keysOf.set(head.id, document.subjects);
      sorted = null;
    },
    reserve,
    has: (id) => heads.has(id),
    heads: () => {
      sorted ??= [...heads.values()].sort((a, b) => byNumber(a.id, b.id));
      return sorted;
    },
    ofRequest: (requestId) => requests.get(requestId) ?? null,
    withSubject: (keys) => [...new Set(keys.flatMap((key) => [...(subjects.get(key) ?? [])]))].sort(byNumber),
  };
};
