/** The ledger in PostgreSQL: the database decides who of several instances has won a key, and whose claims are left over. */
import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { inTurn } from '../in-turn.ts';
import {
  type Ledger,
  type LedgerChange,
  type LedgerClaim,
  type LedgerEntries,
  type LedgerEntry,
  ledgerEntry,
} from '../ledger.ts';
import { claimable, ledgerIndex } from '../ledger-index.ts';
import { asking, type Database, makeTables } from './connection.ts';
import { beating, beatOf, instanceTable, silentForMs } from './postgres-instance.ts';

const tables = [
  // `changed` is the transaction that wrote the row: what a snapshot could not see yet is read at the next look.
  `CREATE TABLE IF NOT EXISTS privacy_ledger (
     key text PRIMARY KEY, state text NOT NULL, holder text NOT NULL, entry text NOT NULL,
     changed xid8 NOT NULL DEFAULT pg_current_xact_id())`,
  'CREATE INDEX IF NOT EXISTS privacy_ledger_changed ON privacy_ledger (changed)',
  instanceTable,
];

/** Rows are always locked in the order of their keys, so that two instances never wait for each other. Whoever claims is heard of by it: nobody takes over for as long as a silence lasts. */
const claiming = `
  WITH beat AS (${beatOf('$3')})
  INSERT INTO privacy_ledger AS known (key, state, holder, entry)
  SELECT key, 'claimed', $3, entry FROM unnest($1::text[], $2::text[]) AS wanted (key, entry) ORDER BY key
  ON CONFLICT (key) DO UPDATE
    SET state = 'claimed', holder = excluded.holder, entry = excluded.entry, changed = pg_current_xact_id()
    WHERE known.state = ANY ($4)
  RETURNING key`;

const settling = `
  INSERT INTO privacy_ledger AS known (key, state, holder, entry)
  SELECT key, state, $4, entry FROM unnest($1::text[], $2::text[], $3::text[]) AS given (key, state, entry) ORDER BY key
  ON CONFLICT (key) DO UPDATE
    SET state = excluded.state, holder = excluded.holder, entry = excluded.entry, changed = pg_current_xact_id()
    WHERE known.holder = excluded.holder
       OR (excluded.state <> 'failed' AND (excluded.state <> 'released' OR known.state <> 'claimed'))
  RETURNING key`;

const gone = `
  SELECT DISTINCT holder AS id FROM privacy_ledger WHERE state = 'claimed' AND key = ANY ($1) AND holder NOT IN
    (SELECT id FROM privacy_instance WHERE seen > clock_timestamp() - make_interval(secs => $2))`;

const adopting = `
  UPDATE privacy_ledger SET holder = $3, changed = pg_current_xact_id()
  WHERE key = ANY ($1) AND state = 'claimed' AND holder = ANY ($2) RETURNING key`;

const reading = `
  SELECT entry, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon
  FROM privacy_ledger WHERE changed >= $1::xid8`;

const keyed = z.object({ key: z.string() });
const instance = z.object({ id: z.string() });
const changed = z.object({ entry: z.string(), horizon: z.string() });

const readRow = ({ entry }: z.infer<typeof changed>): LedgerEntry => ledgerEntry.parse(JSON.parse(entry));

/** What the ledger holds, read beside running bots and changing nothing; empty where no bot has run yet. */
export const readPostgresLedger = async (database: Database): Promise<LedgerEntries> => {
  const ask = asking(database);
  const [made] = await ask(
    z.object({ there: z.boolean() }),
    "SELECT to_regclass('privacy_ledger') IS NOT NULL AS there",
  );
  const rows = made?.there === true ? await ask(changed, reading, ['0']) : [];
  const entries = rows.map(readRow).filter(({ state }) => state !== 'released');
  return new Map(entries.map((entry) => [entry.key, entry]));
};

/** Closes the database with it. */
export const openPostgresLedger = async (
  database: Database,
  clock: Clock,
  silentMs = silentForMs,
): Promise<Ledger> => {
  const ask = asking(database);
  await makeTables(ask, tables);
  const { me, leave } = await beating(ask, silentMs);
  const index = ledgerIndex();
  const turns = inTurn();
  let horizon = '0';

  const refresh = (): Promise<void> =>
    turns('ledger', async () => {
      const rows = await ask(changed, reading, [horizon]);
      for (const row of rows) index.remember(readRow(row));
      horizon = rows[0]?.horizon ?? horizon;
    });

  const settle = (changes: readonly LedgerChange[]): Promise<void> =>
    turns('ledger', async () => {
      const entries = index.changed(changes, clock());
      if (entries.length === 0) return;
      const taken = await ask(keyed, settling, [
        entries.map(({ key }) => key),
        entries.map(({ state }) => state),
        entries.map((entry) => JSON.stringify(entry)),
        me,
      ]);
      const keys = new Set(taken.map(({ key }) => key));
      for (const entry of entries) if (keys.has(entry.key)) index.remember(entry);
    }).finally(() => index.leave(changes.map(({ key }) => key)));

  const claims = (
    wanted: readonly (LedgerClaim | { readonly key: string })[],
    from: readonly LedgerEntry['state'][],
  ): Promise<readonly string[]> =>
    turns('ledger', async () => {
      const entries = index.changed(index.claims(wanted), clock());
      if (entries.length === 0) return [];
      const taken = await ask(keyed, claiming, [
        entries.map(({ key }) => key),
        entries.map((entry) => JSON.stringify(entry)),
        me,
        from,
      ]);
      const keys = new Set(taken.map(({ key }) => key));
      const won = entries.filter(({ key }) => keys.has(key));
      index.hold([...keys]);
      won.forEach(index.remember);
      return won.map(({ key }) => key);
    });

  await refresh();

  return {
    refresh,
    claim: async (key) => (await claims([{ key }], claimable.once)).length === 1,
    confirm: (key, at) => settle([{ key, state: 'confirmed', place: at }]),
    release: (key) => settle([{ key, state: 'released' }]),
    claimAll: (wanted) => claims(wanted, claimable.again),
    settle,
    leave: index.leave,
    adopt: async (which) => {
      const keys = index.left().flatMap((entry) => (which(entry) ? [entry.key] : []));
      if (keys.length === 0) return [];
      // Held before anything is asked, so that nobody else in this process adopts them meanwhile.
      index.hold(keys);
      const adopted = new Set<string>();
      try {
        const dead = (await ask(instance, gone, [keys, silentMs / 1_000])).map(({ id }) => id);
        for (const { key } of await ask(keyed, adopting, [keys, [...dead, me], me])) adopted.add(key);
      } finally {
        index.leave(keys.filter((key) => !adopted.has(key)));
      }
      return index.known(adopted);
    },
    held: async (message) => {
      const keys = index.heldOf(message).map(({ key }) => key);
      const mine = await ask(
        keyed,
        "SELECT key FROM privacy_ledger WHERE key = ANY ($1) AND state = 'claimed' AND holder = $2",
        [keys, me],
      );
      return index.known(mine.map(({ key }) => key));
    },
    carriedBy: index.carriedBy,
    carries: index.carries,
    claimedFor: index.claimedFor,
    unsaid: index.unsaid,
    find: index.find,
    close: async () => {
      await turns.idle();
      await leave();
      await database.close();
    },
  };
};
