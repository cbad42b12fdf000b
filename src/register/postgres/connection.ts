/** A database as it is asked here: connections with limits, reads that are asked once more, tables that are made by one instance. The only file that knows pg. */
import pg from 'pg';
import { z } from 'zod';
import { unavailable } from '../errors.ts';

/** The little that is needed of a database; a test passes one that runs in the process. */
export interface Database {
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
  /** Calls back when another connection notifies this channel, and when some of it may have been missed. Returns what ends it. */
  listen?(channel: string, heard: () => void): () => Promise<void>;
  close(): Promise<void>;
}

/** A database that says nothing must not hold up reminders, people or the end of the program (milliseconds). */
const limits = { connect: 2_000, statement: 2_000, query: 2_500, idle: 30_000, again: 2_000 } as const;

/** A connection of its own that hears of changes, and is made anew when it breaks. */
const listening = (url: string, channel: string, heard: () => void): (() => Promise<void>) => {
  let ended = false;
  let client: pg.Client | null = null;
  const begin = async (): Promise<void> => {
    if (ended) return;
    const made = new pg.Client({
      connectionString: url,
      application_name: 'privacy-assistant listening',
      connectionTimeoutMillis: limits.connect,
      query_timeout: limits.query,
      keepAlive: true,
    });
    client = made;
    made.on('notification', heard);
    made.on('error', () => undefined);
    made.once('end', () => {
      if (!ended) setTimeout(() => void begin(), limits.again).unref();
    });
    try {
      await made.connect();
      await made.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      heard();
    } catch {
      await made.end().catch(() => undefined);
    }
  };
  void begin();
  return async () => {
    ended = true;
    await client?.end().catch(() => undefined);
  };
};

/** Connects to DATABASE_URL. The server ends a statement that takes too long; when it says nothing at all, the client does. */
export const connect = (url: string): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'privacy-assistant',
    connectionTimeoutMillis: limits.connect,
    statement_timeout: limits.statement,
    query_timeout: limits.query,
    idleTimeoutMillis: limits.idle,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; the next query tells whether the database is gone.
  pool.on('error', () => undefined);
  return {
    query: async (text, values = []) => pool.query(text, [...values]),
    listen: (channel, heard) => listening(url, channel, heard),
    close: () => pool.end(),
  };
};

const isRead = (text: string): boolean => /^\s*SELECT\b/u.test(text);

/**
 * Asks, and reads each row in the shape that is expected. A connection that broke is made anew and a read is asked once more; a write is not,
 * since nobody knows whether it was done: whoever wrote looks. Rejects with `RegisterUnavailable`.
 */
export const asking =
  (database: Database) =>
  async <T>(shape: z.ZodType<T>, text: string, values: readonly unknown[] = []): Promise<T[]> => {
    const ask = (): ReturnType<Database['query']> => database.query(text, values);
    try {
      const { rows } = await ask().catch((cause: unknown) => {
        if (isRead(text) && isBroken(cause)) return ask();
        throw cause;
      });
      return z.array(shape).parse(rows);
    } catch (cause) {
      throw unavailable('Asking the database', cause);
    }
  };

const coded = z.object({ code: z.string() });
/** The server went away, or is about to: class 08, and the administrator's commands of class 57. A silence is none of these: it was waited for. */
const brokenCode = /^(?:08...|57P0[123]|ECONNRESET|EPIPE)$/u;

const isBroken = (cause: unknown): boolean => {
  const code = coded.safeParse(cause).data?.code;
  if (code !== undefined) return brokenCode.test(code);
  return cause instanceof Error && /^Connection terminated/u.test(cause.message);
};

/** One number for all instances: whoever holds the lock makes the tables, the others wait for it. */
const tablesLock = 7_203_118;

/** All of them, or none; several instances may start together on an empty database. */
export const makeTables = async (
  ask: ReturnType<typeof asking>,
  tables: readonly string[],
): Promise<void> => {
  const making = tables.map((table) => `${table};`).join('\n');
  await ask(
    z.unknown(),
    `DO $tables$ BEGIN PERFORM pg_advisory_xact_lock(${tablesLock}); ${making} END $tables$`,
  );
};
