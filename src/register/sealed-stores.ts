/** Everything that lies sealed beside the cases, as one list: a new key and a new way of sealing reach all of it. */
import { z } from 'zod';
import { derivedKey, type Seal, sealFor, sealUnder } from '../base/seal.ts';
import type { RegisterKey } from './history/sealing.ts';
import type { FolderName, TextFolders } from './text-folder.ts';

type SealedStore = {
  readonly purpose: string;
  /** Its `.json` texts hold one object, its `.jsonl` texts one a line. */
  readonly folder: FolderName;
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
  { purpose: 'recent', folder: 'recent', fields: ['sealed'], id: 'key' },
  { purpose: 'workspace', folder: 'workspace', fields: ['sealed'] },
] as const satisfies readonly SealedStore[];

type Purpose = (typeof sealedStores)[number]['purpose'];

const sealsOf = ({ purpose, first }: Pick<SealedStore, 'purpose' | 'first'>, key: RegisterKey): Seal => {
  const seal = sealFor(key.sealing, purpose);
  const old = first === undefined ? null : sealUnder(first(key));
  return {
    seal: seal.seal,
    open: (sealed, id) => seal.open(sealed, id) ?? old?.open(sealed) ?? null,
  };
};

/** Seals as today, opens what the first release sealed too. */
export const sealOf = (purpose: Purpose, key: RegisterKey): Seal =>
  sealsOf(sealedStores.find((store) => store.purpose === purpose) ?? { purpose }, key);

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

/**
 * Seals everything that lies beside the cases under `to`; interrupted, it is simply run again with the same two keys. Resolves with how many
 * words were sealed anew and the folders in which neither key opens something; that is left as it is.
 */
export const resealStores = async (
  { folder }: Pick<TextFolders, 'folder'>,
  from: RegisterKey,
  to: RegisterKey,
): Promise<{ readonly sealed: number; readonly closed: readonly string[] }> => {
  const count: Counts = { sealed: 0, closed: new Set() };
  for (const store of sealedStores) {
    const texts = folder(store.folder);
    for (const [name, text] of await texts.all()) {
      const lines = name.endsWith('.jsonl') ? text.split('\n') : [text];
      const after = lines.map((line) => resealed(line, store, { from, to, count })).join('\n');
      // What another instance has finished meanwhile needs no new seal.
      if (after !== text) await texts.swap(name, text, after);
    }
  }
  return { sealed: count.sealed, closed: [...count.closed] };
};
