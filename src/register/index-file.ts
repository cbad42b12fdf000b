/**
 * The heads of all cases as one file, so that a start does not read every history: a cache, vouched for by the register's key, that holds no
 * personal data. What it says of a case counts only while the log says the same and the file of the case has not been touched.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { macOf } from './chain.ts';
import type { HeadState, LogTip } from './head-log.ts';
import type { Head } from './register.ts';

/** When and how large the file of a case was. */
export type FileStamp = { readonly size: number; readonly mtimeMs: number };

export type IndexEntry<S> = {
  readonly head: Head<S>;
  readonly requestId: string;
  readonly subjects: readonly string[];
  /** Hash of its last event. */
  readonly hash: string;
  readonly stamp: FileStamp;
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
/** Texts that many cases share are kept once; beyond so many, texts are taken to differ. */
const mostShared = 5_000;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A summary as a list of keys and a list of values; what is no plain text or number is named by its place in a dictionary. */
const packing = (say: (line: string) => void) => {
  const places = { k: new Map<string, number>(), d: new Map<string, number>() };
  const placeOf = (kind: 'k' | 'd', text: string): number => {
    const known = places[kind].get(text);
    if (known !== undefined) return known;
    const place = places[kind].size;
    places[kind].set(text, place);
    say(`${kind}${text}`);
    return place;
  };
  const packed = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? [placeOf('d', JSON.stringify(value))] : value;
  return (summary: unknown): readonly [keys: number | null, values: unknown] =>
    isPlain(summary)
      ? [placeOf('k', JSON.stringify(Object.keys(summary))), Object.values(summary).map(packed)]
      : [null, packed(summary ?? null)];
};

/** `tag` says which program makes what summaries: another one does not believe them. */
export const indexBytes = <S>(key: Uint8Array, tag: string, index: IndexFile<S>): Buffer => {
  const lines: string[] = [JSON.stringify({ tag, tip: index.tip, log: index.log })];
  const pack = packing((text) => lines.push(text));
  for (const { head, requestId, subjects, hash, stamp } of index.entries) {
    const { id, length, openedAt, changedAt, lastType, erased, summary } = head;
    const about = [id, length, openedAt, changedAt, lastType, erased];
    const rest = [requestId, subjects, hash, stamp.size, stamp.mtimeMs];
    const packed = pack(summary);
    lines.push(`e${JSON.stringify([about, rest, packed])}`);
  }
  for (const [id, { length, head }] of index.others) lines.push(`o${JSON.stringify([id, length, head])}`);
  const body = Buffer.from(`${lines.join('\n')}\n`);
  return Buffer.concat([Buffer.from(`${markOf(key, body)}\n`), body]);
};

const markOf = (key: Uint8Array, body: Uint8Array): string =>
  macOf(key, `index ${createHash('sha256').update(body).digest('hex')}`);

type IndexLine = readonly [
  about: readonly [
    id: string,
    length: number,
    openedAt: string,
    changedAt: string,
    lastType: string,
    erased: boolean,
  ],
  rest: readonly [
    requestId: string,
    subjects: readonly string[],
    hash: string,
    size: number,
    mtimeMs: number,
  ],
  packed: readonly [keys: number | null, values: unknown],
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
  if (first < 0 || bytes.toString('utf8', 0, first) !== markOf(key, bytes.subarray(first + 1))) return null;
  const shapes: { readonly names: readonly string[]; readonly empty: Readonly<Record<string, unknown>> }[] =
    [];
  const dictionary: unknown[] = [];
  const shared = new Map<string, string>();
  const entries: IndexEntry<S>[] = [];
  const others = new Map<string, { length: number; head: string }>();
  let about: z.infer<typeof header> | null = null;

  const share = (text: string): string => {
    const known = shared.get(text);
    if (known !== undefined) return known;
    if (shared.size < mostShared) shared.set(text, text);
    return text;
  };
  const unpacked = (value: unknown): unknown => {
    if (typeof value === 'string') return share(value);
    return Array.isArray(value) ? dictionary[Number(value[0])] : value;
  };
  const summaryOf = (names: number | null, values: unknown): unknown => {
    if (names === null || !Array.isArray(values)) return unpacked(values);
    const shape = shapes[names];
    if (shape === undefined) return null;
    // A copy of one object keeps its layout, which takes a third of the room of one that is built field by field.
    const made: Record<string, unknown> = { ...shape.empty };
    let at = 0;
    for (const name of shape.names) {
      made[name] = unpacked(values[at]);
      at += 1;
    }
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
      shapes.push({ names, empty: JSON.parse(`{${pairs.join(',')}}`) });
    } else if (text.startsWith('d')) dictionary.push(value);
    else if (text.startsWith('o')) {
      const [id, length, head] = other.parse(value);
      others.set(id, { length, head });
    } else {
      if (!isLine(value)) return null;
      const [[id, length, openedAt, changedAt, lastType, erased], more, [names, values]] = value;
      const [requestId, subjects, hash, size, mtimeMs] = more;
      const summary = summaryOf(names, values);
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
      entries.push({ head, requestId, subjects, hash, stamp: { size, mtimeMs } });
    }
  }
  return about === null ? null : { tip: about.tip, log: about.log, entries, others };
};
