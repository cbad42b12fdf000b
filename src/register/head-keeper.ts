/** Writes the register's head after each change, and holds cases against it. */

import { createHash } from 'node:crypto';
import { RegisterUnavailable } from './errors.ts';
import { headText } from './files/head-file.ts';
import type { IndexFile } from './files/index-file.ts';
import { anchorText } from './history/anchor.ts';
import type { CaseDocument } from './history/case-document.ts';
import { emptyTip, type HeadEntry, headLines, logMark, openLog, type ReadLog } from './history/head-log.ts';
import type { RegisterKey } from './history/sealing.ts';
import { inTurn } from './in-turn.ts';
import type { Store } from './store.ts';

export const headEntry = ({ id, events }: CaseDocument): HeadEntry => ({
  id,
  length: events.length,
  head: events.at(-1)?.hash ?? '',
});

/** What the log says about a case that is stored: `unknown` and `ahead` are what a crash leaves between the case and the log. */
export type Standing = 'as-logged' | 'ahead' | 'unknown' | 'set-back' | 'another-history';

export const standingIn = ({ state }: Pick<ReadLog, 'state'>, { id, events }: CaseDocument): Standing => {
  const known = state.get(id);
  if (known === undefined) return 'unknown';
  if (events.length < known.length) return 'set-back';
  if (events[known.length - 1]?.hash !== known.head) return 'another-history';
  return events.length === known.length ? 'as-logged' : 'ahead';
};

export const standingText = (standing: 'set-back' | 'another-history'): string =>
  standing === 'set-back'
    ? 'it was set back: its last events were taken away'
    : 'it is another history than the one that was recorded';

/** Other instances append too, each time one of them wins. */
const mostTries = 50;

/** SHA-256 over the first `count` lines of the log as they are stored. */
export const logHash = async (store: Pick<Store, 'eachHead'>, count: number): Promise<string> => {
  const hash = createHash('sha256');
  let left = count;
  await store.eachHead(0, (lines) => {
    hash.update(headText(lines.slice(0, left)));
    left = Math.max(0, left - lines.length);
  });
  return hash.digest('hex');
};

/** Where an index of an earlier run had come to, when the log still begins with the very lines that it had read. */
const resumed = async (store: Store, index: IndexFile<unknown> | null) => {
  if (index === null || (await logHash(store, index.tip.count)) !== index.log) return undefined;
  const state = new Map(index.others);
  for (const { head, hash } of index.entries) state.set(head.id, { length: head.length, head: hash });
  return { tip: index.tip, state };
};

export const keepHead = (store: Store, key: RegisterKey) => {
  let log = openLog(key.history);
  const turns = inTurn();
  /** Saved cases whose line could not be written yet. */
  let owed: readonly HeadEntry[] = [];

  const readOn = (): Promise<void> => store.eachHead(log.read().tip.count, (lines) => log.take(lines));

  const write = async (entries: readonly HeadEntry[]): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { tip } = log.read();
      const { lines } = headLines(key.history, tip, entries);
      if (await store.appendHead(tip.count, lines)) return log.take(lines);
      await readOn();
    }
    throw new RegisterUnavailable('The log of the register is not what it was when this program read it.');
  };

  /** Lines that came together travel together. */
  const settle = (): Promise<void> =>
    turns('head', async () => {
      const entries = owed;
      if (entries.length === 0) return;
      owed = [];
      await write(entries).catch((cause: unknown) => {
        owed = [...entries, ...owed];
        throw cause;
      });
    });

  return {
    /** The first reading; true when it could begin where the index ends. */
    begins: (index: IndexFile<unknown> | null): Promise<boolean> =>
      turns('head', async () => {
        const from = await resumed(store, index);
        log = openLog(key.history, [], from);
        await readOn();
        return from !== undefined;
      }),
    read: () => log.read(),
    /** Of several instances that start together on an empty log one begins it. */
    begin: (cases: readonly HeadEntry[], again: boolean): Promise<void> =>
      turns('head', async () => {
        const entries = [logMark(again ? 'begins-again' : 'begins'), ...cases];
        const { lines } = headLines(key.history, emptyTip, entries);
        if (await store.appendHead(0, lines)) log.take(lines);
        else await readOn();
      }),
    /** Changes that are durable and stand in no line yet. */
    owed: (): number => owed.length,
    /** The case is durable already; a line that cannot be written now is written with the next. */
    note: async (document: CaseDocument): Promise<void> => {
      owed = [...owed, headEntry(document)];
      await settle().catch(() => undefined);
    },
    noteAll: (entries: readonly HeadEntry[]): Promise<void> => {
      owed = [...owed, ...entries];
      return settle();
    },
    standing: (document: CaseDocument): Standing => standingIn(log.read(), document),
    anchor: (): string | null => {
      const { tip } = log.read();
      return tip.count === 0 ? null : anchorText(tip);
    },
  };
};
