/** One small JSON file per case, through lowdb. The only file that knows lowdb. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Adapter, Low } from 'lowdb';
import { codeOf } from '../../base/error-code.ts';
import { NewerFormat, unavailable } from '../errors.ts';
import {
  type CaseDocument,
  caseIdPattern,
  documentText,
  parseDocument,
  readDocument,
  readJson,
} from '../history/case-document.ts';
import type { RegisterProblem } from '../register.ts';
import type { Store } from '../store.ts';
import {
  type DiskCalls,
  makeFolder,
  readIfThere,
  realDisk,
  temporaryName,
  writeDurably,
} from './durable-file.ts';
import { headFile, headLogName } from './head-file.ts';
import { takeLock } from './process-lock.ts';
import { finishRestore, readTombstones } from './restore.ts';

export type FileStoreOptions = {
  /** Reads only: takes no lock and changes nothing, so it works while the bot runs. */
  readonly readOnly?: boolean;
  readonly disk?: DiskCalls;
};

/** How many histories are kept at hand. */
const kept = 200;
const readAtOnce = 250;
export const indexName = 'heads.index';

const caseAdapter = (path: string, id: string, disk: DiskCalls): Adapter<CaseDocument | null> => ({
  read: async () => {
    const text = await readIfThere(path);
    return text === null ? null : parseDocument(id, readJson(id, text));
  },
  write: async (document) => {
    if (document !== null) await writeDurably(path, documentText(document), disk);
  },
});

const problemOf = (name: string, cause: unknown): RegisterProblem => {
  if (cause instanceof NewerFormat) return { what: 'newer-format', where: name, message: cause.message };
  return {
    what: 'damaged-case',
    where: name,
    message: cause instanceof Error ? cause.message : `${name} cannot be read.`,
  };
};

/** Which numbers are in use. A number whose saving failed is never used again. */
const takenNames = () => {
  const names = new Set<string>();
  const highest = new Map<string, number>();
  return {
    has: (name: string): boolean => names.has(name),
    add: (name: string): void => {
      names.add(name);
      const [, series, number] = /^(.+-)(\d+)\.json$/u.exec(name) ?? [];
      if (series !== undefined) highest.set(series, Math.max(highest.get(series) ?? 0, Number(number)));
    },
    highest: (series: string): number => highest.get(series) ?? 0,
  };
};

/** Opens the folder (made if missing); rejects with `RegisterLocked` or `RegisterUnavailable`. */
export const openFileStore = async (folder: string, options: FileStoreOptions = {}): Promise<Store> => {
  const { readOnly = false, disk = realDisk } = options;
  const cases = join(folder, 'cases');
  const erasedPath = join(folder, 'erased.json');
  if (!readOnly) await makeFolder(folder);
  const unlock = readOnly ? async () => undefined : await takeLock(folder);
  if (!readOnly) await finishRestore(folder);
  // Earlier releases kept what a crash had left here, with the keys of cases in it.
  if (!readOnly) await disk.rm(join(folder, 'set-aside'), { recursive: true, force: true });
  const problems = new Map<string, RegisterProblem>();
  const names = takenNames();
  const recent = new Map<string, Low<CaseDocument | null>>();
  const head = headFile(cases, disk);
  let loaded = false;

  const fileOf = (id: string): Low<CaseDocument | null> => {
    const low = recent.get(id) ?? new Low(caseAdapter(join(cases, `${id}.json`), id, disk), null);
    recent.delete(id);
    recent.set(id, low);
    const [oldest] = recent.keys();
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
    return low;
  };

  const read = async (id: string): Promise<CaseDocument | null> => {
    if (!caseIdPattern.test(id)) return null;
    const low = fileOf(id);
    if (low.data === null || readOnly) await low.read();
    return low.data;
  };

  const save = async (document: CaseDocument): Promise<void> => {
    const low = fileOf(document.id);
    low.data = document;
    try {
      await low.write();
    } catch (cause) {
      recent.delete(document.id);
      throw unavailable(`Saving ${document.id}`, cause);
    }
  };

  /** What a crash left of a write that was never acknowledged goes at once: it may hold the key of a case that is erased later. */
  const clearAway = async (name: string): Promise<void> => {
    if (readOnly) return;
    await disk.rm(join(cases, name), { force: true });
    const message = `${name} was the rest of a write that was interrupted, and never acknowledged; it was deleted.`;
    problems.set(name, { what: 'set-aside', where: name, message });
  };

  const sort = (name: string): string | null => {
    if (name === headLogName) return null;
    names.add(name);
    const id = name.replace(/\.json$/u, '');
    if (name.endsWith('.json') && caseIdPattern.test(id)) return id;
    const message = `${name} in ${cases} is no case file; it was left alone. Move it elsewhere.`;
    problems.set(name, { what: 'foreign-file', where: name, message });
    return null;
  };

  const readNow = (id: string, name: string): CaseDocument | null => {
    try {
      // Synchronous on purpose: ten thousand small reads take a third of the time.
      return readDocument(id, readFileSync(join(cases, name), 'utf8'));
    } catch (cause) {
      problems.set(name, problemOf(name, cause));
      return null;
    }
  };

  const each: Store['each'] = async (known, take) => {
    loaded = true;
    const found = listFolder(cases);
    for (const [index, name] of found.entries()) {
      if (index % readAtOnce === 0) await breathe();
      if (temporaryName.test(name)) {
        await clearAway(name);
        continue;
      }
      const id = sort(name);
      if (id === null || known(id)) continue;
      const document = readNow(id, name);
      if (document !== null) await take(document);
    }
  };

  const tombstones = () => readTombstones(folder);

  return {
    changes: async (known = () => false) => {
      const documents: CaseDocument[] = [];
      if (!loaded) await each(known, async (document) => void documents.push(document));
      return documents;
    },
    each,
    cache: {
      read: async () => readFile(join(folder, indexName)).catch(() => null),
      write: (pieces) => writeDurably(join(folder, indexName), pieces, disk),
      drop: () => disk.rm(join(folder, indexName), { force: true }),
      stamp: (id) => {
        const found = statSync(join(cases, `${id}.json`), { throwIfNoEntry: false });
        return found === undefined ? null : `${found.size} ${found.mtimeMs}`;
      },
    },
    read,
    insert: async (document) => {
      const name = `${document.id}.json`;
      if (names.has(name)) return false;
      names.add(name);
      await save(document);
      return true;
    },
    replace: async (before, after) => {
      if ((await read(before.id))?.checksum !== before.checksum) return false;
      await save(after);
      return true;
    },
    highestNumber: async (series) => names.highest(series),
    headLines: head.lines,
    eachHead: head.each,
    appendHead: head.append,
    replaceHead: head.replace,
    bury: async (stone) => {
      const stones = (await tombstones()).filter(({ first }) => first !== stone.first);
      await writeDurably(erasedPath, `${JSON.stringify([...stones, stone], null, 2)}\n`, disk);
    },
    tombstones,
    problems: () => [...problems.values()],
    close: async () => {
      await head.close();
      await unlock();
    },
  };
};

const listFolder = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw unavailable(`Reading ${folder}`, cause);
  }
};
