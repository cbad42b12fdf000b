/** The inbox as sealed texts, one a delivery. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Seal } from '../base/seal.ts';
import type { TextFolders } from './text-folder.ts';

const entrySchema = z.object({
  key: z.string(),
  /** `lost`: given up, and nobody was answered. */
  state: z.enum(['started', 'done', 'lost']),
  /** The event, sealed, until it has been answered. */
  sealed: z.string().nullable(),
  /** Of the first releases: it has been given out once. */
  replayed: z.boolean().default(false),
  /** How often it has been given out again. */
  tries: z.int().optional(),
  /** How often whoever had it gave it back. */
  failed: z.int().optional(),
  /** Its answer was about to be said: it may stand. */
  saying: z.boolean().optional(),
  /** The process that works on it; absent in the first releases. */
  holder: z.string().optional(),
});

type InboxEntry = z.infer<typeof entrySchema>;

/**
 * Whether an answer may be said: by us; by another, who has taken it over; by us, when we have looked that it does not stand; and the same
 * where somebody had begun to say it; by another, and one of ours may stand beside it.
 */
export type Turn = 'ours' | 'others' | 'look' | 'said' | 'count';

/** What was taken on and not finished; `last`: it is given up, and all that is left is to say so; `said`: its answer may stand. */
export type LeftBehind = {
  readonly key: string;
  readonly content: string;
  readonly last: boolean;
  readonly said: boolean;
};

const keptMs = 24 * 60 * 60 * 1_000;
const pruneMs = 60 * 60 * 1_000;
/** An event that brings the program down is not tried at every start; one that was only there when it was killed is no such event. */
const mostTries = 10;
/** An interaction is claimed so often before nobody knows whose it is. */
const mostClaims = 3;
/** One a minute, so for an hour: as long as somebody may wait for an answer. */
const mostFailed = 60;

const nameOf = (key: string): string => `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`;

const parse = (text: string): InboxEntry | null => {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const ended = (key: string, state: 'done' | 'lost', by: Pick<InboxEntry, 'holder'> = {}): string =>
  JSON.stringify({ key, state, sealed: null, ...by } satisfies Partial<InboxEntry>);

/** Of the last day: how many deliveries were given up, and how many wait that this key does not open. Changes nothing. */
export const neverAnswered = async (
  { folder }: Pick<TextFolders, 'folder'>,
  seal: Seal,
): Promise<{ readonly lost: number; readonly closed: number }> => {
  const texts = folder('inbox');
  const waiting = [...(await texts.all('"state":"started"')).values()].map(parse);
  return {
    lost: (await texts.all('"state":"lost"')).size,
    closed: waiting.filter(
      (entry) => entry !== null && entry.sealed !== null && seal.open(entry.sealed, entry.key) === null,
    ).length,
  };
};

/** Opens the inbox and drops what is older than a day. */
export const openInbox = async (
  { folder, holders, shared }: Pick<TextFolders, 'folder' | 'holders' | 'shared'>,
  seal: Seal,
  clock: Clock,
) => {
  const texts = folder('inbox');
  /** What runs here, nobody else's business, with its text as we last wrote it. */
  const running = new Map<string, string>();
  /** What an answer may stand to already. */
  const doubted = new Map<string, 'look' | 'said'>();
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
    const entry: InboxEntry = { key, state: 'started', sealed, replayed: false, holder: holders.me };
    const text = JSON.stringify(entry);
    running.set(key, text);
    const won = await texts.swap(nameOf(key), null, text).catch((cause: unknown) => {
      running.delete(key);
      throw cause;
    });
    if (!won) running.delete(key);
    return won;
  };

  const drop = (key: string): void => {
    running.delete(key);
    doubted.delete(key);
  };

  /** Writes what becomes of what runs here; false when another has taken it over. */
  const change = async (key: string, before: string, alter: (text: string) => string): Promise<boolean> => {
    const write = async (text: string): Promise<boolean> => {
      const after = alter(text);
      const stands = text === after && (await texts.read(nameOf(key))) === text;
      if (!stands && !(await texts.swap(nameOf(key), text, after))) return false;
      running.set(key, after);
      return true;
    };
    if (await write(before)) return true;
    // A change of ours that we never heard of is no change of another's.
    const now = await texts.read(nameOf(key));
    const entry = now === null ? null : parse(now);
    return now !== null && entry?.state === 'started' && entry.holder === holders.me && write(now);
  };

  const claim = (key: string): Promise<boolean> => texts.swap(nameOf(key), null, ended(key, 'done'));

  return {
    take,
    claim,
    release: (key: string): Promise<void> => texts.drop(nameOf(key)),
    first: async (trigger: string): Promise<boolean> => {
      if (!shared) return true;
      const key = `trigger ${trigger}`;
      const text = ended(key, 'done', { holder: holders.me });
      for (let tries = 1; ; tries += 1) {
        try {
          // One that failed may have arrived: then it is ours that stands there.
          return (
            (await texts.swap(nameOf(key), null, text)) ||
            (tries > 1 && (await texts.read(nameOf(key))) === text)
          );
        } catch (cause) {
          if (tries === mostClaims) throw cause;
        }
      }
    },
    mine: async (_trigger: string): Promise<boolean> => true,
    /** Whoever has taken it on has said so where all see it. */
    answered: async (_key: string): Promise<void> => undefined,
    /** What is not ours any more, or was given back, is left alone. */
    finish: async (key: string): Promise<void> => {
      const before = running.get(key);
      if (before === undefined) return;
      await change(key, before, () => ended(key, 'done'));
      drop(key);
    },
    /** Whatever is known of it, and whoever has it. */
    writeOff: async (key: string): Promise<void> => {
      await texts.put(nameOf(key), ended(key, 'done'));
      drop(key);
    },
    /** An answer may stand already. */
    doubt: (key: string): void => void doubted.set(key, 'look'),
    doubted: (key: string): boolean => doubted.has(key),
    saying: async (key: string): Promise<Turn> => {
      const before = running.get(key);
      if (before === undefined) return 'look';
      const ours = await change(key, before, (text) => JSON.stringify({ ...parse(text), saying: true }));
      if (ours) return doubted.get(key) ?? 'ours';
      drop(key);
      return 'others';
    },
    again: (key: string): void => {
      drop(key);
      looked = false;
    },
    unfinished: async (): Promise<readonly LeftBehind[]> => {
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
      const found: LeftBehind[] = [];
      for (const { name, text, entry, sealed, holder } of open) {
        // Ours and not under way: it was given back, or we had taken it over and never heard that we had.
        const ours = holder === holders.me;
        if (!gone.has(holder) && !ours) continue;
        const tries = (entry.tries ?? (entry.replayed ? mostTries : 0)) + (ours ? 0 : 1);
        const failed = (entry.failed ?? 0) + (ours ? 1 : 0);
        const last = tries > mostTries || failed > mostFailed;
        const content = seal.open(sealed, entry.key);
        // Sealed with another key: it is not ours to finish.
        if (content === null) continue;
        // Ours from now on, and counted first; of two instances that look, one gets it.
        const after = last
          ? ended(entry.key, 'lost')
          : JSON.stringify({ ...entry, tries, failed, holder: holders.me });
        if (!last) {
          running.set(entry.key, after);
          doubted.set(entry.key, entry.saying === true ? 'said' : 'look');
        }
        // One that cannot be written now must not keep back those that are ours already.
        const won = await texts.swap(name, text, after).catch(() => false);
        if (won) found.push({ key: entry.key, content, last, said: entry.saying === true });
        else {
          drop(entry.key);
          looked = false;
        }
      }
      return found;
    },
  };
};
