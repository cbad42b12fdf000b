/** A case as it is stored: a small head, then the chained events. Pure: every function returns a new document. */
import { z } from 'zod';
import { CaseDamaged, NewerFormat } from '../errors.ts';
import { type AnyEvent, casePrefixes } from '../register.ts';
import { caseKeyOf } from './case-key.ts';
import {
  type ChainFault,
  chainFault,
  chainStart,
  type EventRecord,
  eventRecord,
  forgedEvent,
  linked,
  markHolds,
  markOf,
  sha256,
  vouched,
} from './chain.ts';
import { newCaseKey, type RegisterKey, seal, wrapCaseKey } from './sealing.ts';

/** Format 1, of the first release, has no `mac`: whoever could write the folder could write a history. */
const currentFormat = 2;
const formats = z.literal([1, currentFormat]);
export const caseIdPattern: RegExp = new RegExp(`^(${casePrefixes.join('|')})-(\\d{4})-(\\d{4,})$`, 'u');

const caseDocument = z.strictObject({
  /** Over all the text that follows it: finds flipped bits, and tells versions apart. */
  checksum: z.string(),
  /** Over the checksum, under the register's key: the head cannot be altered without it either. */
  mac: z.string().optional(),
  format: formats,
  id: z.string().regex(caseIdPattern),
  requestId: z.string().min(1),
  /** The key of this case, sealed by the REGISTER_KEY of that id; null once erased. */
  key: z.strictObject({ id: z.string(), wrapped: z.string() }).nullable(),
  /** Keyed hashes by which the data subject is found. */
  subjects: z.array(z.string()),
  events: z.array(eventRecord).min(1),
});
export type CaseDocument = z.infer<typeof caseDocument>;

type Unsigned = Omit<CaseDocument, 'checksum' | 'mac'>;

/** In the order of the file, whatever the order was in memory. */
const bodyOf = ({ format, id, requestId, key, subjects, events }: Unsigned): string =>
  JSON.stringify({ format, id, requestId, key, subjects, events }, null, 2).slice(2);

const opening = ({ checksum, mac }: Pick<CaseDocument, 'checksum' | 'mac'>): string =>
  `{\n  "checksum": "${checksum}",\n${mac === undefined ? '' : `  "mac": "${mac}",\n`}`;

const documentMac = (key: RegisterKey, id: string, checksum: string): string =>
  markOf(key.history, `document ${id}`, checksum);

const signed = (document: Unsigned, key: RegisterKey): CaseDocument => {
  const events = document.events.map((record) => vouched(key.history, document.id, record));
  const whole = { ...document, format: currentFormat, events } as const;
  const checksum = sha256(bodyOf(whole));
  return { ...whole, checksum, mac: documentMac(key, document.id, checksum) };
};

/** The same case, vouched for by this key: for what the first release wrote, and for a new key. */
export const vouchedBy = (key: RegisterKey, document: CaseDocument): CaseDocument => signed(document, key);

/** The bytes of a case file. */
export const documentText = (document: CaseDocument): string => `${opening(document)}${bodyOf(document)}\n`;

/** The first thing in a document that this key did not write, or null. `all` looks at each event too. */
export const forgery = (document: CaseDocument, key: RegisterKey, all = true): ChainFault | null => {
  const event = all ? forgedEvent(key.history, document.id, document.events) : null;
  if (event !== null) return event;
  return document.mac === documentMac(key, document.id, document.checksum)
    ? null
    : { event: 0, why: 'its head was not written by this register' };
};

const caseHead = z.object({ format: formats, id: z.string() });

/** True when the text is, byte for byte, what this program wrote: the checksum then vouches for the shape. */
const asWritten = (id: string, text: string, value: unknown): value is CaseDocument => {
  const [begin, checksum] =
    /^\{\n {2}"checksum": "([0-9a-f]{64})",\n(?: {2}"mac": "[0-9a-f]{40}",\n)?/u.exec(text) ?? [];
  if (begin === undefined || sha256(text.slice(begin.length, -1)) !== checksum) return false;
  return caseHead.safeParse(value).data?.id === id;
};

/**
 * Reads a case file for its head and summary, a third of the time of `parseDocument`: the chain is checked when the history is read.
 * Throws as `parseDocument` does.
 */
export const readDocument = (id: string, text: string): CaseDocument => {
  const value = readJson(id, text);
  return asWritten(id, text, value) ? value : parseDocument(id, value);
};

/** Throws `CaseDamaged` when the text is no JSON. */
export const readJson = (id: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CaseDamaged(id, 'it is not readable JSON', { cause });
  }
};

type Checked =
  | { readonly document: CaseDocument; readonly fault: null }
  | { readonly document: null; readonly fault: ChainFault };

const faulty = (event: number, why: string): Checked => ({ document: null, fault: { event, why } });

/** Checks the shape and all the hashes of a stored document; `id` is the case it should be, or null to believe it. */
export const documentFault = (id: string | null, value: unknown): Checked => {
  const parsed = caseDocument.safeParse(value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const place = path.length === 0 ? 'it' : path.join('.');
    return faulty(path[0] === 'events' ? Number(path[1] ?? -1) + 1 : 0, `${place} is not as it should be`);
  }
  const document = parsed.data;
  if (id !== null && document.id !== id) return faulty(0, `it holds the record of ${document.id}`);
  const fault = chainFault(document.id, document.events);
  if (fault !== null) return { document: null, fault };
  if (document.checksum !== sha256(bodyOf(document))) return faulty(0, 'its head was altered');
  if (document.mac !== undefined && !markHolds(document.checksum, document.mac))
    return faulty(0, 'its mark was altered');
  return { document, fault: null };
};

const formatted = z.object({ format: z.number() });

/** Reads a stored document and checks all its hashes; throws `CaseDamaged` or `NewerFormat`. */
export const parseDocument = (id: string, value: unknown): CaseDocument => {
  const format = formatted.safeParse(value);
  if (format.success && format.data.format > currentFormat) {
    throw new NewerFormat(
      `${id} was written by a newer version of this program (format ${format.data.format}, this one knows ${currentFormat}). Install that version to use it.`,
    );
  }
  const { document, fault } = documentFault(id, value);
  if (document === null) {
    throw new CaseDamaged(id, fault.event === 0 ? fault.why : `event ${fault.event}: ${fault.why}`);
  }
  return document;
};

const recordsOf = (
  id: string,
  before: readonly EventRecord[],
  events: readonly AnyEvent[],
  caseKey: () => Buffer,
): readonly EventRecord[] => {
  const records = [...before];
  for (const event of events) {
    const { type, at, by, personal, ...fields } = event;
    const n = records.length + 1;
    const data = personal === undefined ? undefined : seal(caseKey(), id, n, personal);
    const sealed =
      personal === undefined || data === undefined
        ? {}
        : { sealed: { fields: Object.keys(personal), hash: sha256(data), data } };
    const plain: unknown = JSON.parse(JSON.stringify(fields));
    const prev = records.at(-1)?.hash ?? chainStart(id);
    // Checked before it is written: what could not be read back would lose the case.
    records.push(
      eventRecord.parse(linked({ n, at, by, type, fields: plainFields.parse(plain), ...sealed, prev })),
    );
  }
  return records;
};

const plainFields = z.record(z.string(), z.json());

export const newDocument = (
  id: string,
  requestId: string,
  events: readonly AnyEvent[],
  key: RegisterKey,
  subjects: readonly string[],
): CaseDocument => {
  const caseKey = newCaseKey();
  return signed(
    {
      format: currentFormat,
      id,
      requestId,
      key: { id: key.id, wrapped: wrapCaseKey(key, id, caseKey) },
      subjects: [...subjects],
      events: [...recordsOf(id, [], events, () => caseKey)],
    },
    key,
  );
};

/** Throws `CaseErased` when personal data is to be added after erasure. */
export const withEvents = (
  document: CaseDocument,
  events: readonly AnyEvent[],
  key: RegisterKey,
  subjects: readonly string[],
): CaseDocument =>
  signed(
    {
      ...document,
      subjects: [...new Set([...document.subjects, ...subjects])],
      events: [...recordsOf(document.id, document.events, events, () => caseKeyOf(document, key))],
    },
    key,
  );

/** The same history without key, subject keys and ciphertext; `trace` is its last event. */
export const withoutPersonal = (document: CaseDocument, trace: AnyEvent, key: RegisterKey): CaseDocument =>
  document.key === null
    ? document
    : withEvents(
        {
          ...document,
          key: null,
          subjects: [],
          events: document.events.map((record) =>
            record.sealed === undefined
              ? record
              : { ...record, sealed: { fields: record.sealed.fields, hash: record.sealed.hash } },
          ),
        },
        [trace],
        key,
        [],
      );

/** The same case, its key sealed and its history vouched for by another REGISTER_KEY. */
export const rewrapped = (
  document: CaseDocument,
  from: RegisterKey,
  to: RegisterKey,
  subjects: readonly string[],
): CaseDocument =>
  document.key === null
    ? vouchedBy(to, document)
    : signed(
        {
          ...document,
          key: { id: to.id, wrapped: wrapCaseKey(to, document.id, caseKeyOf(document, from)) },
          subjects: [...subjects],
        },
        to,
      );
