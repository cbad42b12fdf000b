/**
 * The heads of all cases as one file, so that a start does not read every history: a cache, vouched for by the register's key, that holds no
 * personal data. What it says of a case counts only while the log says the same and the file of the case has not been touched.
 */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { macOf } from '../history/chain.ts';
import type { HeadEntry, HeadState, LogTip } from '../history/head-log.ts';
import type { Head } from '../register.ts';
import { isPlain, sharedTexts } from '../sharing.ts';

export type IndexEntry<S> = {
  readonly head: Head<S>;
  readonly requestId: string;
  readonly subjects: readonly string[];
  /** Hash of its last event. */
  readonly hash: string;
  /** Of the stored case: another one whenever somebody wrote it. */
  readonly stamp: string;
};

export type IndexFile<S> = {
  readonly tip: LogTip;
  /** SHA-256 of the log up to there. */
  readonly log: string;
  readonly entries: readonly IndexEntry<S>[];
  /** What the log knows of cases that have no head: damaged or gone. */
  readonly others: HeadState;
};

const header = z.object({
  tag: z.string(),
  tip: z.object({ count: z.int(), link: z.string() }),
  log: z.string(),
});
const newline = 10;

/**
 * A summary as its keys and what differs from the last one with the same keys, as places and values in turn; a value that is no plain text or
 * number is named by its place in a dictionary, as a list of one.
 */
const packing = (say: (line: string) => void) => {
  const places = { k: new Map<string, number>(), d: new Map<string, number>() };
  /** Summaries that came from an index share their parts. */
  const known = new WeakMap<object, number>();
  const before = new Map<number, readonly unknown[]>();
  const placeOf = (kind: 'k' | 'd', text: string): number => {
    const there = places[kind].get(text);
    if (there !== undefined) return there;
    const place = places[kind].size;
    places[kind].set(text, place);
    say(`${kind}${text}`);
    return place;
  };
  const placed = (value: object): number => {
    const place = known.get(value) ?? placeOf('d', JSON.stringify(value));
    known.set(value, place);
    return place;
  };
  const text = (value: unknown): string =>
    typeof value === 'object' && value !== null ? `[${placed(value)}]` : JSON.stringify(value ?? null);
  return (summary: unknown): string => {
    if (!isPlain(summary)) return `null,${text(summary)}`;
    const shape = placeOf('k', JSON.stringify(Object.keys(summary)));
    const values = Object.values(summary).map(text);
    const last = before.get(shape) ?? [];
    before.set(shape, values);
    const changes = values.flatMap((value, at) => (value === last[at] ? [] : [`${at},${value}`]));
    return `${shape},[${changes.join(',')}]`;
  };
};

const linesAtOnce = 1_000;

/**
 * The file in pieces, made a thousand cases at a time so that other work gets its turn. `tag` says which program makes what summaries: another
 * one does not believe them.
 */
export const indexBytes = async <S>(
  key: Uint8Array,
  tag: string,
  index: Pick<IndexFile<S>, 'tip' | 'log'> & {
    readonly entries: Iterable<IndexEntry<S>>;
    /** Asked for when the entries are through. */
    readonly others: Iterable<readonly [id: string, Omit<HeadEntry, 'id'>]>;
  },
): Promise<readonly Uint8Array[]> => {
  const pieces: Buffer[] = [];
  const hash = createHash('sha256');
  let lines: string[] = [JSON.stringify({ tag, tip: index.tip, log: index.log })];
  const flush = (): void => {
    if (lines.length === 0) return;
    const piece = Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
    hash.update(piece);
    pieces.push(piece);
  };
  const pack = packing((text) => lines.push(text));
  for (const { head, requestId, subjects, hash: last, stamp } of index.entries) {
    const { id, length, openedAt, changedAt, lastType, erased, summary } = head;
    const about = JSON.stringify([id, length, openedAt, changedAt, lastType, erased]);
    const packed = pack(summary);
    lines.push(`e[${about},${JSON.stringify([requestId, subjects, last, stamp])},[${packed}]]`);
    if (lines.length < linesAtOnce) continue;
    flush();
    await breathe();
  }
  for (const [id, { length, head }] of index.others) lines.push(`o${JSON.stringify([id, length, head])}`);
  flush();
  return [Buffer.from(`${markOf(key, hash.digest('hex'))}\n`), ...pieces];
};

const markOf = (key: Uint8Array, hash: string): string => macOf(key, `index ${hash}`);

type IndexLine = readonly [
  about: readonly [
    id: string,
    length: number,
    openedAt: string,
    changedAt: string,
    lastType: string,
    erased: boolean,
  ],
  rest: readonly [requestId: string, subjects: readonly string[], hash: string, stamp: string],
  packed: readonly [keys: number | null, changes: unknown],
];

/** The mark vouches for the shape; this only sees that it is an entry. */
const isLine = (value: unknown): value is IndexLine =>
  Array.isArray(value) && value.length === 3 && value.every(Array.isArray);

const other = z.tuple([z.string(), z.int(), z.string()]);

/** The lines of the file, one at a time: it is too large for one text. */
function* linesOf(bytes: Buffer, from: number): Generator<string> {
  for (let start = from; start < bytes.length; ) {
    const end = bytes.indexOf(newline, start);
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

/**
 * Null when there is anything about it that this key, or this program, did not write: everything is read from the cases then. The shape of what
 * is vouched for needs no second look; `summary` is believed to be what this program's own `summarise` made.
 */
export const readIndex = <S>(
  key: Uint8Array,
  tag: string,
  bytes: Buffer,
  isSummary: (value: unknown) => value is S,
): IndexFile<S> | null => {
  const first = bytes.indexOf(newline);
  if (first < 0) return null;
  const hash = createHash('sha256')
    .update(bytes.subarray(first + 1))
    .digest('hex');
  if (bytes.toString('utf8', 0, first) !== markOf(key, hash)) return null;
  const shapes: { readonly names: readonly string[]; last: Readonly<Record<string, unknown>> }[] = [];
  const dictionary: unknown[] = [];
  const entries: IndexEntry<S>[] = [];
  const others = new Map<string, { length: number; head: string }>();
  let about: z.infer<typeof header> | null = null;

  const share = sharedTexts();
  const unpacked = (value: unknown, id: string): unknown => {
    if (typeof value === 'string') return value === id ? id : share(value);
    return Array.isArray(value) ? dictionary[Number(value[0])] : value;
  };
  const summaryOf = (id: string, keys: number | null, changes: unknown): unknown => {
    if (keys === null || !Array.isArray(changes)) return unpacked(changes, id);
    const shape = shapes[keys];
    if (shape === undefined) return null;
    // A copy of one object keeps its layout and shares its parts, which takes a third of the room of one that is built field by field.
    const made: Record<string, unknown> = { ...shape.last };
    for (let at = 0; at < changes.length; at += 2) {
      const name = shape.names[Number(changes[at])];
      if (name !== undefined) made[name] = unpacked(changes[at + 1], id);
    }
    shape.last = made;
    return made;
  };

  for (const text of linesOf(bytes, first + 1)) {
    const value: unknown = JSON.parse(about === null ? text : text.slice(1));
    if (about === null) {
      about = header.parse(value);
      if (about.tag !== tag) return null;
    } else if (text.startsWith('k')) {
      const names = z.array(z.string()).parse(value);
      const pairs = names.map((name) => `${JSON.stringify(name)}:null`);
      shapes.push({ names, last: JSON.parse(`{${pairs.join(',')}}`) });
    } else if (text.startsWith('d')) dictionary.push(value);
    else if (text.startsWith('o')) {
      const [id, length, head] = other.parse(value);
      others.set(id, { length, head });
    } else {
      if (!isLine(value)) return null;
      const [[id, length, openedAt, changedAt, lastType, erased], more, [keys, changes]] = value;
      const [requestId, subjects, last, stamp] = more;
      const summary = summaryOf(id, keys, changes);
      if (!isSummary(summary)) return null;
      const head = {
        id,
        length,
        openedAt: share(openedAt),
        changedAt: share(changedAt),
        lastType: share(lastType),
        erased,
        summary,
      };
      entries.push({ head, requestId, subjects, hash: last, stamp });
    }
  }
  return about === null ? null : { tip: about.tip, log: about.log, entries, others };
};
