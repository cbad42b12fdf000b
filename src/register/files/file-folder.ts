/** Texts as files of one folder, each whole or not there at all. One process at a time writes here. */
import { randomUUID } from 'node:crypto';
import { appendFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../base/error-code.ts';
import { unavailable } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import type { TextFolder, TextFolders } from '../text-folder.ts';
import { makeDurably, makeFolder, readIfThere, writeDurably } from './durable-file.ts';

const readAtOnce = 100;
const named = /^[^.].*\.jsonl?$/u;
/** What a crash left of a text that was being written. */
const torn = /^\..+\.(?:new|tmp)$/u;

/** Made when something is first written. */
export const fileFolder = (folder: string): TextFolder => {
  const turns = inTurn();
  const pathOf = (name: string): string => join(folder, name);

  const names = async (beginning: string): Promise<readonly string[]> => {
    try {
      const all = await readdir(folder);
      return all.filter((name) => named.test(name) && name.startsWith(beginning)).toSorted();
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return [];
      throw unavailable(`Reading ${folder}`, cause);
    }
  };

  const write = async (name: string, text: string): Promise<void> => {
    await makeFolder(folder);
    await writeDurably(pathOf(name), text);
  };

  const make = async (name: string, text: string): Promise<boolean> => {
    await makeFolder(folder);
    return makeDurably(pathOf(name), pathOf(`.${name}.${randomUUID()}.new`), text);
  };

  const drop = (name: string): Promise<void> => turns(name, () => rm(pathOf(name), { force: true }));

  return {
    names,
    read: (name) => readIfThere(pathOf(name)),
    all: async (having = '') => {
      const found = await names('');
      const texts = new Map<string, string>();
      for (let start = 0; start < found.length; start += readAtOnce) {
        const some = found.slice(start, start + readAtOnce);
        const read = await Promise.all(some.map((name) => readIfThere(pathOf(name))));
        for (const [at, name] of some.entries()) {
          const text = read[at] ?? null;
          if (text?.includes(having) === true) texts.set(name, text);
        }
      }
      return texts;
    },
    put: (name, text) => turns(name, () => write(name, text)),
    swap: (name, before, after) =>
      turns(name, async () => {
        if (before === null) return make(name, after);
        if ((await readIfThere(pathOf(name))) !== before) return false;
        await write(name, after);
        return true;
      }),
    append: (name, text) =>
      turns(name, async () => {
        await makeFolder(folder);
        await appendFile(pathOf(name), text, { mode: 0o600 }).catch((cause: unknown) => {
          throw unavailable('Keeping a note', cause);
        });
      }),
    drop,
    dropOlder: async (than, beginning = '') => {
      for (const name of await readdir(folder).catch(() => [])) {
        if (!(named.test(name) && name.startsWith(beginning)) && !torn.test(name)) continue;
        const { mtimeMs } = await stat(pathOf(name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
        if (mtimeMs < than.getTime()) await drop(name);
      }
    },
    stamp: async () => String((await stat(folder).catch(() => ({ mtimeMs: 0 }))).mtimeMs),
  };
};

/** The folders in DATA_DIR. What another process began there was left by one that is gone. */
export const fileFolders = (dataDir: string): TextFolders => {
  const me = randomUUID();
  return {
    folder: (name) => fileFolder(join(dataDir, name)),
    holders: { me, gone: async (holders) => new Set(holders.filter((holder) => holder !== me)) },
    shared: false,
    ask: async () => undefined,
    close: async () => undefined,
  };
};
