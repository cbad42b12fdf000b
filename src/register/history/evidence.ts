/**
 * The history of one case as a file that stands alone: JSON Lines, a header, one line per event, a closing line.
 * It holds the plain fields and, in the place of sealed ones, their names and the hash of the ciphertext: no personal data of the
 * data subject and nothing to unseal. Checking it needs neither key nor register, and works after erasure too: it shows that the file is whole.
 * That the register wrote it, and left nothing out at the end, shows from the marks in it, to whoever has the register's key.
 */
import { z } from 'zod';
import type { CaseDocument } from './case-document.ts';
import {
  canonical,
  chainStart,
  type EventRecord,
  eventRecord,
  markOf,
  recordFault,
  sha256,
  vouched,
} from './chain.ts';
import type { RegisterKey } from './sealing.ts';
import type { RegisterVerdict } from './verdict.ts';

const header = z.strictObject({
  evidence: z.union([z.literal(1), z.literal(2)]),
  case: z.string(),
  about: z.string(),
  made: z.string(),
  events: z.int().positive(),
  hash: z.string(),
});
const closing = z.strictObject({
  end: z.literal(true),
  events: z.int(),
  head: z.string(),
  header: z.string(),
  mac: z.string().optional(),
  hash: z.string(),
});
type Closing = z.infer<typeof closing>;

const closingMark = (
  key: RegisterKey,
  caseId: string,
  { events, head, header: first }: Pick<Closing, 'events' | 'head' | 'header'>,
): string => markOf(key.history, `evidence ${caseId} ${events} ${head}`, first);

const signed = <T extends Record<string, unknown>>(line: T): T & { readonly hash: string } => ({
  ...line,
  hash: sha256(canonical(line)),
});

const withoutData = ({ n, at, by, type, fields, sealed, prev, hash, mac }: EventRecord): EventRecord => ({
  n,
  at,
  by,
  type,
  fields,
  ...(sealed === undefined ? {} : { sealed: { fields: sealed.fields, hash: sealed.hash } }),
  prev,
  hash,
  ...(mac === undefined ? {} : { mac }),
});

/** The text of the evidence file; `made` is an ISO instant, `key` the register's own where there is one. */
export const evidenceText = (
  document: CaseDocument,
  made: string,
  key: RegisterKey | null = null,
): string => {
  const events = document.events.length;
  const first = signed({
    evidence: 2,
    case: document.id,
    about: `What was recorded about case ${document.id}, one event per line. Personal data is left out; its hash is kept. Check this file with: npx privacy register verify FILE`,
    made,
    events,
  });
  const head = document.events.at(-1)?.hash ?? '';
  const end = { events, head, header: first.hash };
  const mac = key === null ? {} : { mac: closingMark(key, document.id, end) };
  const last = signed({ end: true, ...end, ...mac });
  return [first, ...document.events.map(withoutData), last]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
};

/** Null when the line is not the text that this value is written as: every single byte counts. */
const readLine = <T>(schema: z.ZodType<T>, text: string | undefined): T | null => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const parsed = schema.parse(value);
    return JSON.stringify(value) === text ? parsed : null;
  } catch {
    return null;
  }
};

const bad = (line: number, event: number | null, why: string): RegisterVerdict => ({
  ok: false,
  line,
  event,
  why,
});
const unreadable = 'it cannot be read as it was written';

const signedWell = ({ hash, ...rest }: { readonly hash: string }): boolean =>
  hash === sha256(canonical(rest));

/** `bytes` is the whole file. The first bad line is named, counted from 1. With `key` also what the register did not write. */
export const checkEvidence = (bytes: Buffer, key: RegisterKey | null = null): RegisterVerdict => {
  const text = bytes.toString('utf8');
  const lines = text.split('\n');
  const first = readLine(header, lines[0]);
  if (first === null) return bad(1, null, unreadable);
  if (!signedWell(first)) return bad(1, null, 'it was altered: its hash does not fit');
  let prev = chainStart(first.case);
  for (let n = 1; n <= first.events; n += 1) {
    const record = readLine(eventRecord, lines[n]);
    if (record === null) return bad(n + 1, n, unreadable);
    const fault = recordFault(record, n, prev);
    if (fault !== null) return bad(n + 1, n, fault.why);
    if (key !== null && first.evidence > 1 && record.mac !== vouched(key.history, first.case, record).mac)
      return bad(n + 1, n, 'it was not written by this register');
    prev = record.hash;
  }
  const end = first.events + 2;
  const last = readLine(closing, lines[end - 1]);
  if (last === null) return bad(end, null, unreadable);
  if (!signedWell(last) || last.events !== first.events || last.head !== prev || last.header !== first.hash) {
    return bad(end, null, 'it does not fit the lines before it');
  }
  const marked = key !== null && first.evidence > 1;
  if (marked && last.mac !== closingMark(key, first.case, last))
    return bad(end, null, 'it was not written by this register');
  if (lines.length !== end + 1 || lines[end] !== '')
    return bad(end + 1, null, 'the file should end before it');
  // Bytes that are no UTF-8 all read as one replacement character, so the text alone does not tell.
  if (!Buffer.from(text).equals(bytes)) return bad(1, null, 'it holds bytes that are no text');
  return { ok: true, caseId: first.case, events: first.events, head: prev, vouched: marked };
};
