/** A ledger in memory: by key, by message, what is to be said again, what is claimed, and which claims somebody here works on. */
import type { LedgerChange, LedgerClaim, LedgerEntry } from './ledger.ts';

/** States in which a key may be claimed; `released` is as good as absent. */
export const claimable = { once: ['released'], again: ['released', 'failed', 'snoozed'] } as const;

export const ledgerIndex = () => {
  const entries = new Map<string, LedgerEntry>();
  const byMessage = new Map<string, Set<string>>();
  const unsaid = new Set<string>();
  const claimed = new Set<string>();
  const held = new Set<string>();

  const remember = (entry: LedgerEntry): void => {
    const before = entries.get(entry.key)?.message;
    if (before !== undefined) byMessage.get(before)?.delete(entry.key);
    for (const index of [unsaid, claimed]) index.delete(entry.key);
    if (entry.state === 'released') {
      entries.delete(entry.key);
      return;
    }
    entries.set(entry.key, entry);
    if (entry.state === 'failed' || entry.state === 'snoozed') unsaid.add(entry.key);
    if (entry.state === 'claimed') claimed.add(entry.key);
    if (entry.message === undefined) return;
    const carried = byMessage.get(entry.message) ?? new Set();
    byMessage.set(entry.message, carried.add(entry.key));
  };

  const known = (keys: Iterable<string>): readonly LedgerEntry[] =>
    [...keys].flatMap((key) => entries.get(key) ?? []);

  const claimedFor = (message: string): readonly LedgerEntry[] =>
    known(claimed).filter((entry) => entry.message === message);

  const carriedBy = (message: string): readonly LedgerEntry[] => known(byMessage.get(message) ?? []);

  return {
    entries,
    remember,
    known,
    carriedBy,
    carries: (message: string): number => byMessage.get(message)?.size ?? 0,
    claimedFor,
    unsaid: () => known(unsaid),
    find: (key: string) => entries.get(key) ?? null,
    hold: (keys: readonly string[]): void => {
      for (const key of keys) held.add(key);
    },
    leave: (keys: readonly string[]): void => {
      for (const key of keys) held.delete(key);
    },
    heldOf: (message: string): readonly LedgerEntry[] =>
      claimedFor(message).filter(({ key }) => held.has(key)),
    /** Claims that nobody here works on. */
    left: (): readonly LedgerEntry[] => known(claimed).filter(({ key }) => !held.has(key)),
    /** One entry a key, the last. */
    changed: (changes: readonly LedgerChange[], now: Date): readonly LedgerEntry[] => {
      const at = now.toISOString();
      const last = new Map(changes.map((change) => [change.key, change]));
      return [...last.values()].map((change) => ({ ...change, at, place: change.place ?? null }));
    },
    claims: (claims: readonly (LedgerClaim | { readonly key: string })[]): readonly LedgerChange[] =>
      claims.map((claim): LedgerChange => {
        const tries = entries.get(claim.key)?.tries;
        return { ...claim, state: 'claimed', ...(tries === undefined ? {} : { tries }) };
      }),
  };
};
