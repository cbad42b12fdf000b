/** Which instances of the bot are alive on one database: each beats, and the database's clock counts. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Holders } from '../text-folder.ts';
import type { asking } from './connection.ts';

export const instanceTable = `CREATE TABLE IF NOT EXISTS privacy_instance (
     id text PRIMARY KEY, seen timestamptz NOT NULL DEFAULT clock_timestamp())`;

/** A process that has not been heard of for so long is gone; the machines' own clocks need not agree. */
export const silentForMs = 90_000;

const instance = z.object({ id: z.string() });

/** One beat of the instance that this parameter names. */
export const beatOf = (parameter: string): string =>
  `INSERT INTO privacy_instance (id) VALUES (${parameter}) ON CONFLICT (id) DO UPDATE SET seen = clock_timestamp()`;

/** Beats from now on, until `leave`. The table must be there. */
export const beating = async (
  ask: ReturnType<typeof asking>,
  silentMs = silentForMs,
): Promise<Holders & { readonly leave: () => Promise<void> }> => {
  const me = randomUUID();
  const beat = async (): Promise<void> => {
    await ask(z.unknown(), beatOf('$1'), [me]);
  };
  await ask(z.unknown(), "DELETE FROM privacy_instance WHERE seen < clock_timestamp() - interval '1 day'");
  await beat();
  // A beat that fails is made good by the next; without any, others take over what is held here.
  const timer = setInterval(() => void beat().catch(() => undefined), silentMs / 4);
  timer.unref();
  return {
    me,
    gone: async (holders) => {
      if (holders.length === 0) return new Set();
      const rows = await ask(
        instance,
        `SELECT id FROM unnest($1::text[]) AS asked (id) WHERE id NOT IN
           (SELECT id FROM privacy_instance WHERE seen > clock_timestamp() - make_interval(secs => $2))`,
        [holders, silentMs / 1_000],
      );
      return new Set(rows.map(({ id }) => id));
    },
    leave: async () => {
      clearInterval(timer);
      await ask(z.unknown(), 'DELETE FROM privacy_instance WHERE id = $1', [me]).catch(() => undefined);
    },
  };
};
