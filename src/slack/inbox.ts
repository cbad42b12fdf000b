/** What Slack delivered and is not finished, sealed on disk. */
import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Seal } from '../base/seal.ts';
import type { Once } from './port.ts';

const entrySchema = z.object({
  key: z.string(),
  state: z.enum(['started', 'done']),
  /** The event, sealed, until it has been answered. */
  sealed: z.string().nullable(),
  replayed: z.boolean().default(false),
});

type InboxEntry = z.infer<typeof entrySchema>;

export type Unfinished = { readonly key: string; readonly content: string };

/**
 * Remembers for a day what has been taken on, on disk before Slack hears that we have it. Twice delivered is once done, also across a restart;
 * what was cut off by a crash is found again by `unfinished`, once. Content is sealed: no words lie in clear on the disk.
 */
export interface Inbox extends Once {
  /** False when this key is known. The content is kept until `finish`. */
  readonly take: (key: string, content: string) => Promise<boolean>;
  readonly finish: (key: string) => Promise<void>;
  readonly unfinished: () => Promise<readonly Unfinished[]>;
}

const keptMs = 24 * 60 * 60 * 1_000;

const fileOf = (dir: string, key: string): string =>
  join(dir, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`);

const read = async (path: string): Promise<InboxEntry | null> => {
  try {
    const entry = entrySchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return entry.success ? entry.data : null;
  } catch {
    return null;
  }
};

/** Whole or not at all: written beside, flushed, then put in place. */
const writeBeside = async (path: string, entry: InboxEntry, mark: string): Promise<string> => {
  const beside = `${path}.${mark}.part`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(entry));
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
};

/** Opens the inbox in `dir` (made when missing) and drops what is older than a day. `newMark` answers something not used before. */
export const openInbox = async (
  dir: string,
  seal: Seal,
  clock: Clock,
  newMark: () => string,
): Promise<Inbox> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });

  const prune = async (): Promise<void> => {
    for (const name of await readdir(dir)) {
      const { mtimeMs } = await stat(join(dir, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (clock().getTime() - mtimeMs > keptMs) await rm(join(dir, name), { force: true });
    }
  };

  const create = async (entry: InboxEntry): Promise<boolean> => {
    const path = fileOf(dir, entry.key);
    const beside = await writeBeside(path, entry, newMark());
    try {
      // A link fails when the name is taken: of two processes, one wins.
      await link(beside, path);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(beside, { force: true });
    }
  };

  const replace = async (entry: InboxEntry): Promise<void> => {
    const path = fileOf(dir, entry.key);
    await rename(await writeBeside(path, entry, newMark()), path);
  };

  let prunedAt = clock().getTime();
  await prune();

  const take = async (key: string, content: string): Promise<boolean> => {
    if (clock().getTime() - prunedAt > 60 * 60 * 1_000) {
      prunedAt = clock().getTime();
      await prune();
    }
    return create({
      key,
      state: 'started',
      sealed: content === '' ? null : seal.seal(content, key),
      replayed: false,
    });
  };

  return {
    take,
    claim: (key) => create({ key, state: 'done', sealed: null, replayed: false }),
    release: (key) => rm(fileOf(dir, key), { force: true }),
    finish: (key) => replace({ key, state: 'done', sealed: null, replayed: false }),
    unfinished: async () => {
      const found: Unfinished[] = [];
      for (const name of (await readdir(dir)).filter((file) => file.endsWith('.json'))) {
        const entry = await read(join(dir, name));
        if (entry === null || entry.state === 'done' || entry.sealed === null) continue;
        // Marked first, so that an event which brings the program down is not tried at every start.
        const content = entry.replayed ? null : seal.open(entry.sealed, entry.key);
        await replace({ ...entry, replayed: true });
        if (content !== null) found.push({ key: entry.key, content });
      }
      return found;
    },
  };
};
