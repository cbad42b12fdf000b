/** The inbox as sealed texts, one a delivery. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Seal } from '../base/seal.ts';
import type { TextFolders } from './text-folder.ts';

const entrySchema = z.object({
  key: z.string(),
  state: z.enum(['started', 'done']),
  /** The event, sealed, until it has been answered. */
  sealed: z.string().nullable(),
  /** Of the first releases: it has been given out once. */
  replayed: z.boolean().default(false),
  /** How often it has been given out again. */
  tries: z.int().optional(),
  /** The process that works on it; absent in the first releases. */
  holder: z.string().optional(),
});

type InboxEntry = z.infer<typeof entrySchema>;

const keptMs = 24 * 60 * 60 * 1_000;
const pruneMs = 60 * 60 * 1_000;
/** An event that brings the program down is not tried at every start; one that was only there when it was killed is no such event. */
const mostTries = 10;

const nameOf = (key: string): string => `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`;

const parse = (text: string): InboxEntry | null => {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const done = (key: string): string =>
  JSON.stringify({ key, state: 'done', sealed: null } satisfies Partial<InboxEntry>);

/** Opens the inbox and drops what is older than a day. */
export const openInbox = async (
  { folder, holders, shared }: Pick<TextFolders, 'folder' | 'holders' | 'shared'>,
  seal: Seal,
  clock: Clock,
) => {
  const texts = folder('inbox');
  /** What runs here: nobody else's business. */
  const running = new Set<string>();
  let prunedAt = clock().getTime();
  const prune = (): Promise<void> => texts.dropOlder(new Date(clock().getTime() - keptMs));
  await prune();
  let looked = false;

  const take = async (key: string, content: string): Promise<boolean> => {
    if (clock().getTime() - prunedAt > pruneMs) {
      prunedAt = clock().getTime();
      await prune();
    }
    const sealed = content === '' ? null : seal.seal(content, key);
    running.add(key);
    const entry: InboxEntry = { key, state: 'started', sealed, replayed: false, holder: holders.me };
    const won = await texts.swap(nameOf(key), null, JSON.stringify(entry)).catch((cause: unknown) => {
      running.delete(key);
      throw cause;
    });
    if (!won) running.delete(key);
    return won;
  };

  const claim = (key: string): Promise<boolean> => texts.swap(nameOf(key), null, done(key));

  return {
    take,
    claim,
    release: (key: string): Promise<void> => texts.drop(nameOf(key)),
    first: async (trigger: string): Promise<boolean> => !shared || claim(`trigger ${trigger}`),
    finish: async (key: string): Promise<void> => {
      await texts.put(nameOf(key), done(key));
      running.delete(key);
    },
    unfinished: async (): Promise<readonly { readonly key: string; readonly content: string }[]> => {
      // Where nobody else writes, nothing can be left behind after the start.
      if (looked && !shared) return [];
      looked = true;
      const open = [...(await texts.all('"state":"started"'))].flatMap(([name, text]) => {
        const entry = parse(text);
        return entry === null || entry.sealed === null || running.has(entry.key)
          ? []
          : [{ name, text, entry, sealed: entry.sealed, holder: entry.holder ?? '' }];
      });
      const gone = await holders.gone([...new Set(open.map(({ holder }) => holder))]);
      const found: { key: string; content: string }[] = [];
      for (const { name, text, entry, sealed, holder } of open) {
        // Ours and not under way: we had taken it over, and never heard that we had.
        const ours = holder === holders.me;
        if (!gone.has(holder) && !ours) continue;
        const tries = (entry.tries ?? (entry.replayed ? mostTries : 0)) + (ours ? 0 : 1);
        const content = tries > mostTries ? null : seal.open(sealed, entry.key);
        // Sealed with another key: it is not ours to finish.
        if (content === null && tries <= mostTries) continue;
        // Ours from now on, and counted first; of two instances that look, one gets it.
        const after =
          content === null ? done(entry.key) : JSON.stringify({ ...entry, tries, holder: holders.me });
        if (content !== null) running.add(entry.key);
        // One that cannot be written now must not keep back those that are ours already.
        const won = text === after || (await texts.swap(name, text, after).catch(() => false));
        if (won) {
          if (content !== null) found.push({ key: entry.key, content });
        } else {
          running.delete(entry.key);
          looked = false;
        }
      }
      return found;
    },
  };
};
