/** What several instances remember together for an hour: sealed texts, of which an answer never waits for long. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Seal } from '../base/seal.ts';
import type { TextFolder } from './text-folder.ts';

const stored = z.object({ key: z.string(), sealed: z.string() });
const keptMs = 60 * 60_000;
/** A database that says nothing must not hold up an answer. */
const patienceMs = 500;

/** The key is hashed: it may hold a person's id. */
const placeOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);

const content = z.object({ until: z.number(), value: z.unknown() });

/** Drops what is older than an hour, also where nobody asks any more. */
export const forgetRecent = (folder: TextFolder, clock: Clock): Promise<void> =>
  folder.dropOlder(new Date(clock().getTime() - keptMs));

/** Neither call rejects; what cannot be kept or read is as good as forgotten. */
export const recentTexts = (
  folder: TextFolder,
  seal: Seal,
  clock: Clock,
  after: (ms: number) => Promise<void>,
) => {
  const write = async (key: string, value: unknown): Promise<void> => {
    const place = placeOf(key);
    const sealed = seal.seal(JSON.stringify({ until: clock().getTime() + keptMs, value }), place);
    await folder.put(`${place}.json`, JSON.stringify({ key: place, sealed }));
  };
  /** Still on its way: read back from here, so that nobody sees an older word than their own. */
  const writing = new Map<string, Promise<void>>();
  const read = async (key: string): Promise<unknown> => {
    const place = placeOf(key);
    await writing.get(key);
    const text = await folder.read(`${place}.json`);
    if (text === null) return null;
    const opened = seal.open(stored.parse(JSON.parse(text)).sealed, place);
    const kept = opened === null ? null : content.parse(JSON.parse(opened));
    return kept !== null && kept.until > clock().getTime() ? kept.value : null;
  };
  return {
    keep: (key: string, value: unknown): void => {
      const work = (writing.get(key) ?? Promise.resolve())
        .then(() => write(key, value))
        .catch(() => undefined);
      writing.set(key, work);
      void work.then(() => {
        if (writing.get(key) === work) writing.delete(key);
      });
    },
    recall: (key: string): Promise<unknown> =>
      Promise.race([read(key).catch(() => null), after(patienceMs).then(() => null)]),
  };
};
