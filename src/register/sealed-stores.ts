/** Everything that lies sealed beside the cases, as one list: a new key and a new way of sealing reach all of it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { derivedKey, type Seal, sealFor, sealUnder } from '../base/seal.ts';
import { writeDurably } from './durable-file.ts';
import { unavailable } from './errors.ts';
import type { RegisterKey } from './sealing.ts';

type SealedStore = {
  readonly purpose: string;
  /** In DATA_DIR; its `.json` files hold one object, its `.jsonl` files one a line. */
  readonly folder: string;
  /** The fields that hold sealed words; null or absent where there are none. */
  readonly fields: readonly string[];
  /** The field whose value the words are bound to. */
  readonly id?: string;
  /** The key under which the first release sealed here. */
  readonly first?: (key: RegisterKey) => Uint8Array;
};

const sealedStores = [
  { purpose: 'gap note', folder: 'gaps', fields: ['question', 'note'], first: ({ wrapping }) => wrapping },
  {
    purpose: 'inbox',
    folder: 'inbox',
    fields: ['sealed'],
    id: 'key',
    first: ({ wrapping }) => derivedKey(wrapping, 'inbox'),
  },
  { purpose: 'draft', folder: 'drafts', fields: ['sealed'], id: 'id' },
] as const satisfies readonly SealedStore[];

type Purpose = (typeof sealedStores)[number]['purpose'];

const sealsOf = ({ purpose, first }: SealedStore, key: RegisterKey): Seal => {
  const seal = sealFor(key.sealing, purpose);
  const old = first === undefined ? null : sealUnder(first(key));
  return {
    seal: seal.seal,
    open: (sealed, id) => seal.open(sealed, id) ?? old?.open(sealed) ?? null,
  };
};

/** Seals as today, opens what the first release sealed too. */
export const sealOf = (purpose: Purpose, key: RegisterKey): Seal =>
  sealsOf(
    sealedStores.find((store) => store.purpose === purpose) ?? { purpose, folder: '', fields: [] },
    key,
  );

const record = z.record(z.string(), z.unknown());

type Counts = { sealed: number; readonly closed: Set<string> };

/** The line with its sealed fields under the new key; itself when nothing had to change. */
const resealed = (
  line: string,
  store: SealedStore,
  { from, to, count }: { readonly from: RegisterKey; readonly to: RegisterKey; readonly count: Counts },
): string => {
  if (line.trim() === '') return line;
  const parsed = record.safeParse(parse(line));
  if (!parsed.success) return line;
  const given = store.id === undefined ? undefined : parsed.data[store.id];
  const id = typeof given === 'string' ? given : undefined;
  const now = sealFor(to.sealing, store.purpose);
  const changed: Record<string, string> = {};
  for (const name of store.fields) {
    const value = parsed.data[name];
    if (typeof value !== 'string' || now.open(value, id) !== null) continue;
    const words = sealsOf(store, from).open(value, id) ?? sealsOf(store, to).open(value, id);
    if (words === null) count.closed.add(store.folder);
    else changed[name] = now.seal(words, id);
  }
  count.sealed += Object.keys(changed).length;
  return Object.keys(changed).length === 0 ? line : JSON.stringify({ ...parsed.data, ...changed });
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => /^[^.].*\.jsonl?$/u.test(name)).sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw unavailable(`Reading ${folder}`, cause);
  }
};

/**
 * Seals everything in DATA_DIR that lies beside the cases under `to`; interrupted, it is simply run again with the same two keys. Resolves with
 * how many words were sealed anew and the folders in which neither key opens something; that is left as it is.
 */
export const resealStores = async (
  dataDir: string,
  from: RegisterKey,
  to: RegisterKey,
): Promise<{ readonly sealed: number; readonly closed: readonly string[] }> => {
  const count: Counts = { sealed: 0, closed: new Set() };
  for (const store of sealedStores) {
    const folder = join(dataDir, store.folder);
    for (const name of await filesIn(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      const lines = name.endsWith('.jsonl') ? text.split('\n') : [text];
      const after = lines.map((line) => resealed(line, store, { from, to, count })).join('\n');
      if (after !== text) await writeDurably(join(folder, name), after);
    }
  }
  return { sealed: count.sealed, closed: [...count.closed] };
};
