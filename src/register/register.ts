/**
 * What the program remembers: one append-only history per case. The history is the truth, its length is its version.
 * The register knows nothing of the law: events are checked by the parser it is given, and it seals exactly `personal`.
 */
import type { Identifier } from './history/subject-keys.ts';

/** The least an event has. All else in it is plain, readable JSON; only `personal` is sealed at rest. */
export type AnyEvent = {
  readonly type: string;
  /** ISO instant. */
  readonly at: string;
  /** A Slack user id, or 'system'. */
  readonly by: string;
  readonly personal?: Readonly<Record<string, string>>;
};

/** What stands in a personal field where the register does not unseal (summaries). After erasure: `erasedMark`. */
export const sealedMark = '[sealed]';

/** What is known of a case without reading its history: kept in memory, holds no personal data. */
export type Head<S> = {
  readonly id: string;
  /** Number of events. */
  readonly length: number;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly lastType: string;
  readonly erased: boolean;
  readonly summary: S;
};

/** How the register is told what an event is. */
export type EventKind<E extends AnyEvent, S> = {
  /** For writing: throws when the value is no event of today's shape. */
  readonly parse: (value: unknown) => E;
  /** For reading what any release wrote; absent where `parse` does both. */
  readonly read?: (value: unknown) => E;
  /** Folds a history whose personal fields all read `sealedMark` (or `erasedMark`). */
  readonly summarise: (id: string, history: readonly E[]) => S;
  /** Says which program makes what summaries; where it is absent no index of them is kept. */
  readonly version?: string;
  readonly isSummary?: (value: unknown) => value is S;
  /** By what the data subject can be found again; kept as keyed hashes only. */
  readonly identifiers: (event: E) => readonly Identifier[];
};

export const readEvent = <E extends AnyEvent, S>(kind: EventKind<E, S>, value: unknown): E =>
  (kind.read ?? kind.parse)(value);

export const casePrefixes = ['DSR', 'CMP', 'CLT'] as const;
type CasePrefix = (typeof casePrefixes)[number];

export type NewCase<E> = {
  readonly prefix: CasePrefix;
  readonly year: number;
  /** Made when the form opened: a second submission of the same form gets the case of the first. */
  readonly requestId: string;
  /** The first events; they may name the number that the case was given. */
  readonly events: (id: string) => readonly [E, ...E[]];
};

export type Created = { readonly id: string; readonly created: boolean };

/** Something on the disk that the register could not use. It never stops the program. */
export type RegisterProblem = {
  readonly what:
    | 'foreign-file'
    | 'set-aside'
    | 'damaged-case'
    | 'newer-format'
    | 'other-key'
    /** Somebody without the key wrote, took away or set back a case, or the log that all of them stand in. */
    | 'forged-case'
    | 'missing-case'
    | 'head-log';
  /** File name or case id. */
  readonly where: string;
  /** One plain sentence, no personal data. */
  readonly message: string;
};

/** Every function rejects with `RegisterUnavailable` when the storage fails; nothing is half-written then. */
export interface Register<E extends AnyEvent, S> {
  /** Resolves when the case is durable. Numbers are unique and may have gaps. */
  create(order: NewCase<E>): Promise<Created>;
  /** All events, oldest first, unsealed. Rejects with `NoSuchCase` or `CaseDamaged`. */
  history(id: string): Promise<readonly E[]>;
  /** Resolves when durable; rejects with `StaleHistory` when the history is not of the expected length any more. */
  append(id: string, expectedLength: number, ...events: readonly [E, ...E[]]): Promise<void>;
  /** In order of case number. */
  list(): Promise<readonly Head<S>[]>;
  /** Cases of a data subject with one of these identifiers (a hint: people share names). */
  withSubject(identifiers: readonly Identifier[]): Promise<readonly string[]>;
  /** Destroys the case's key and everything it sealed; `trace` says in the history that it was done. Twice is once. */
  erase(id: string, trace: E): Promise<void>;
  /** Calls back after each change made here; answers the function that stops it. */
  onChange(listener: (id: string) => void): () => void;
  /** Calls back when another process has changed something, soon after; never where there is no other. Returns what stops it. */
  onOthersChange(listener: () => void): () => void;
  problems(): readonly RegisterProblem[];
  /** A few letters that stand for the whole register now; null for one that no program of today has opened for writing. */
  anchor(): string | null;
  close(): Promise<void>;
}
