/** Each event record carries the hash of itself and of the one before, so that no past event can be altered unseen. */
import { createHmac, hash as digest } from 'node:crypto';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** One event as it is stored. `sealed.data` is gone after erasure, and left out of evidence; its hash stays. */
export const eventRecord = z.strictObject({
  n: z.int().positive(),
  at: z.iso.datetime({ offset: true }),
  by: z.string().min(1),
  type: z.string().min(1),
  fields: z.record(z.string(), z.json()),
  sealed: z.strictObject({ fields: z.array(z.string()), hash, data: z.string().optional() }).optional(),
  prev: hash,
  hash,
  /** Vouches for the hash, and through it for every event before, under the register's key; absent in the first release. */
  mac: z.string().optional(),
});
export type EventRecord = z.infer<typeof eventRecord>;

/** A fault in a history: the number of the first bad event (0: what stands before the events) and why it is bad. */
export type ChainFault = { readonly event: number; readonly why: string };

export const sha256 = (text: string): string => digest('sha256', text, 'hex');

/** JSON with sorted keys: the same value always gives the same text. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${pairs.join(',')}}`;
};

/** What the first event's `prev` must be: it binds the history to its case. */
export const chainStart = (caseId: string): string => sha256(`privacy register case ${caseId}`);

/** The hash of a record: over all of it but the ciphertext, whose own hash stands in for it. */
const hashOf = (record: Omit<EventRecord, 'hash'>): string => {
  const { n, at, by, type, fields, sealed, prev } = record;
  const kept = sealed === undefined ? undefined : { fields: sealed.fields, hash: sealed.hash };
  return sha256(canonical({ n, at, by, type, fields, sealed: kept, prev }));
};

const macLength = 32;

/** The first half of an HMAC-SHA256, in hex: only who has the key can make it. */
export const macOf = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, macLength);

/** A mark made with the key, and after it what ties the mark to its hash: that the mark itself was hurt shows without a key too. */
export const markOf = (key: Uint8Array, about: string, hash: string): string => {
  const mac = macOf(key, `${about} ${hash}`);
  return mac + tieOf(hash, mac);
};

const tieOf = (hash: string, mac: string): string => sha256(`${hash} ${mac}`).slice(0, 8);

export const markHolds = (hash: string, mark: string): boolean =>
  mark.slice(macLength) === tieOf(hash, mark.slice(0, macLength));

/** `key` is the register's own for what was recorded. */
export const vouched = (key: Uint8Array, caseId: string, record: EventRecord): EventRecord => ({
  ...record,
  mac: markOf(key, `event ${caseId} ${record.n}`, record.hash),
});

/** The first event of a sound chain that this key did not write, or null. */
export const forgedEvent = (
  key: Uint8Array,
  caseId: string,
  records: readonly EventRecord[],
): ChainFault | null => {
  const strange = records.find((record) => record.mac !== vouched(key, caseId, record).mac);
  return strange === undefined ? null : { event: strange.n, why: 'it was not written by this register' };
};

export const linked = (record: Omit<EventRecord, 'hash'>): EventRecord => ({
  ...record,
  hash: hashOf(record),
});

/** Checks one record against the one before it. */
export const recordFault = (record: EventRecord, n: number, prev: string): ChainFault | null => {
  if (record.n !== n) return { event: n, why: `it says that it is event ${record.n}` };
  if (record.prev !== prev) return { event: n, why: 'it does not follow from the event before' };
  if (record.hash !== hashOf(record)) return { event: n, why: 'it was altered: its hash does not fit' };
  const data = record.sealed?.data;
  if (data !== undefined && sha256(data) !== record.sealed?.hash) {
    return { event: n, why: 'its sealed data was altered' };
  }
  if (record.mac !== undefined && !markHolds(record.hash, record.mac))
    return { event: n, why: 'its mark was altered' };
  return null;
};

/** The first fault of a history, or null. */
export const chainFault = (caseId: string, records: readonly EventRecord[]): ChainFault | null => {
  let prev = chainStart(caseId);
  for (const [index, record] of records.entries()) {
    const fault = recordFault(record, index + 1, prev);
    if (fault !== null) return fault;
    prev = record.hash;
  }
  return null;
};
