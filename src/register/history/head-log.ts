/**
 * The register's head: one line for every change of a case, chained, each vouched for by the register's key. It says how many changes there
 * were, which cases there are and how far each history has come, so that a case taken away or set back is missed. No personal data.
 */
import { macOf, sha256 } from './chain.ts';

/** What a line says: after this change the case had so many events, the last with this hash. */
export type HeadEntry = { readonly id: string; readonly length: number; readonly head: string };

/** Lines that are no change of a case: the first, the first after the log was gone, and the one after which a backup stands in the place of all cases. */
const marks = ['begins', 'begins-again', 'restored'] as const;
type LogMark = (typeof marks)[number];
const isMark = (id: string): id is LogMark => marks.some((mark) => mark === id);
const noHash = '0'.repeat(64);

export const logMark = (id: LogMark): HeadEntry => ({ id, length: 0, head: noHash });

const lineShape = /^(?<id>\S+) (?<length>\d+) (?<head>[0-9a-f]{64}) (?<mac>[0-9a-f]{32})$/u;

/** Where a log has come to: `link` is the hash over all its lines, `count` their number. */
export type LogTip = { readonly count: number; readonly link: string };

export const emptyTip: LogTip = { count: 0, link: sha256('privacy register head') };

const bodyOf = ({ id, length, head }: HeadEntry): string => `${id} ${length} ${head}`;

const nextTip = ({ count, link }: LogTip, body: string): LogTip => ({
  count: count + 1,
  link: sha256(`${link} ${count + 1} ${body}`),
});

const lineMac = (key: Uint8Array, { link }: LogTip): string => macOf(key, `head ${link}`);

/** The lines to append after `tip`, and the tip they lead to. `key` is the register's own for what was recorded. */
export const headLines = (
  key: Uint8Array,
  tip: LogTip,
  entries: readonly HeadEntry[],
): { readonly lines: readonly string[]; readonly tip: LogTip } => {
  let after = tip;
  const lines = entries.map((entry) => {
    after = nextTip(after, bodyOf(entry));
    return `${bodyOf(entry)} ${lineMac(key, after)}`;
  });
  return { lines, tip: after };
};

export type LogFault = { readonly line: number; readonly why: string };

/** What a log says: per case the longest history it was told of. */
export type HeadState = ReadonlyMap<string, Omit<HeadEntry, 'id'>>;

export type ReadLog = {
  readonly tip: LogTip;
  readonly state: HeadState;
  readonly fault: LogFault | null;
  /** The link after these many lines, where it was asked for. */
  readonly links: ReadonlyMap<number, string>;
  /** The highest number that was ever used, by series ("DSR-2026-"). */
  readonly highest: ReadonlyMap<string, number>;
};

const numbered = /^(?<series>.+-)(?<number>\d+)$/u;

/** A part of a line keeps the whole line in memory, a copy does not. */
const ownText = (part = ''): string => Buffer.from(part).toString();

/** A log that is read on from where it was read before; `from` is what a trusted reading came to, and becomes this log's own. */
export const openLog = (
  key: Uint8Array | null,
  asked: Iterable<number> = [],
  from: { readonly tip: LogTip; readonly state: Map<string, Omit<HeadEntry, 'id'>> } = {
    tip: emptyTip,
    state: new Map(),
  },
) => {
  const wanted = new Set(asked);
  const links = new Map<number, string>();
  const { state } = from;
  const highest = new Map<string, number>();
  let tip = from.tip;
  let fault: LogFault | null = null;

  const count = (id: string): void => {
    const { series = '', number = '0' } = numbered.exec(id)?.groups ?? {};
    highest.set(series, Math.max(highest.get(series) ?? 0, Number(number)));
  };
  for (const id of state.keys()) count(id);

  const take = (line: string): void => {
    const found = lineShape.exec(line)?.groups;
    const { length = '0', mac = '' } = found ?? {};
    const [id, head] = [ownText(found?.['id']), ownText(found?.['head'])];
    const entry = { id, length: Number(length), head };
    tip = nextTip(tip, found === undefined ? line : bodyOf(entry));
    if (wanted.has(tip.count)) links.set(tip.count, tip.link);
    if (found === undefined) fault ??= { line: tip.count, why: 'it cannot be read as it was written' };
    else if (key !== null && mac !== lineMac(key, tip))
      fault ??= { line: tip.count, why: 'it was not written by this register, or a line before it is gone' };
    else if (tip.count === 1 && id !== logMark('begins').id)
      fault ??= { line: 1, why: 'the log was gone once and begins anew here' };
    if (id === logMark('restored').id) state.clear();
    if (found === undefined || isMark(id)) return;
    if (!state.has(id)) count(id);
    if (entry.length >= (state.get(id)?.length ?? 0)) state.set(id, { length: entry.length, head });
  };

  return {
    take: (lines: readonly string[]): void => lines.forEach(take),
    read: (): ReadLog => ({ tip, state, fault, links, highest }),
  };
};

/** The same log vouched for by another key; the links, and with them every anchor, stay as they are. */
export const revouchedLines = (to: Uint8Array, lines: readonly string[]): readonly string[] => {
  let tip = emptyTip;
  return lines.map((line) => {
    const body = line.slice(0, line.lastIndexOf(' '));
    tip = nextTip(tip, body);
    return `${body} ${lineMac(to, tip)}`;
  });
};
