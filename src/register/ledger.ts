/** What was promised to be said once: claimed before it is posted, confirmed with where it stands. A port; files and PostgreSQL are behind it. */
import { z } from 'zod';

const place = z.object({ channel: z.string(), ts: z.string(), version: z.number().int() });
export const ledgerEntry = z.object({
  key: z.string().min(1),
  /** `failed` and `snoozed` are said again; `covered` was never said, because a later word stood for it. */
  state: z.enum(['claimed', 'confirmed', 'released', 'failed', 'snoozed', 'covered']),
  at: z.string(),
  place: place.nullable(),
  /** The message that carries it: several keys travel in one message. */
  message: z.string().optional(),
  /** When it is tried or said again, ISO instant. */
  again: z.string().optional(),
  tries: z.number().int().optional(),
  /** Slack's word for why it failed. */
  why: z.string().optional(),
});

/** Where a message stands in Slack, and which version of the case it shows. */
export type LedgerPlace = z.infer<typeof place>;
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** What changes about one key; what is left out is empty. */
export type LedgerChange = Omit<LedgerEntry, 'at' | 'place'> & { readonly place?: LedgerPlace };

/** A key, and the message that is to carry it. */
export type LedgerClaim = { readonly key: string; readonly message: string };

/** Writes resolve when durable and reject with `RegisterUnavailable`. Whoever claims a key holds it until it is settled or left. */
export interface Ledger {
  /** Takes in what other processes wrote: `find`, `carriedBy` and `unsaid` answer as of then, and own writes. */
  readonly refresh: () => Promise<void>;
  /** False when the key is claimed or confirmed already: of two, one posts. */
  readonly claim: (key: string) => Promise<boolean>;
  /** It was posted there. May be confirmed again with a newer version. */
  readonly confirm: (key: string, at: LedgerPlace) => Promise<void>;
  /** It was not posted: the next one may try. Of a claim only its holder can say so. */
  readonly release: (key: string) => Promise<void>;
  /**
   * Many keys in one durable write, in this order: a crash leaves none, the first of them, or all. Answers the keys that were won; what
   * failed or was snoozed may be claimed again.
   */
  readonly claimAll: (claims: readonly LedgerClaim[]) => Promise<readonly string[]>;
  /** In one durable write; of two changes of one key the last counts. Only who holds a key can say that it failed. */
  readonly settle: (changes: readonly LedgerChange[]) => Promise<void>;
  /** These claims stay, but nobody works on them any more: whether they were posted has to be looked up. */
  readonly leave: (keys: readonly string[]) => void;
  /** Claims that nobody works on, left here or by a process that is gone. They are held by the caller now: of two that ask, one gets each. */
  readonly adopt: (which: (entry: LedgerEntry) => boolean) => Promise<readonly LedgerEntry[]>;
  /** The claims of this message that are still held here, asked anew: the last look before it is posted. */
  readonly held: (message: string) => Promise<readonly LedgerEntry[]>;
  /** Every key that this message carries. */
  readonly carriedBy: (message: string) => readonly LedgerEntry[];
  /** How many that are; a message of the day carries thousands. */
  readonly carries: (message: string) => number;
  /** Those of them that are claimed. */
  readonly claimedFor: (message: string) => readonly LedgerEntry[];
  /** What is to be tried or said again. */
  readonly unsaid: () => readonly LedgerEntry[];
  readonly find: (key: string) => LedgerEntry | null;
  readonly close: () => Promise<void>;
}

/** Entries by key, as a ledger holds them. */
export type LedgerEntries = ReadonlyMap<string, LedgerEntry>;
