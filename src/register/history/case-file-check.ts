/** Checks the file of one case byte for byte; with the register's key, also that the register wrote it. */
import { type CaseDocument, documentFault, documentText, forgery } from './case-document.ts';
import type { RegisterKey } from './sealing.ts';
import type { RegisterVerdict } from './verdict.ts';

// A raw control character cannot stand in a name, any more than in a value.
const line = /^(?<indent> *)(?<name>"(?:[^"\\\p{Cc}]|\\.)*": )?(?<value>.*?),?$/u;
const opens = new Set(['{', '[']);
const empty = new Set(['{}', '[]']);

const readable = (value: string): boolean => {
  try {
    JSON.parse(value);
    return value === value.trim();
  } catch {
    return false;
  }
};

/** The first line that cannot stand in indented JSON, counted from 1: says where a file was hurt when it cannot be parsed. */
const firstBadLine = (lines: readonly string[]): number => {
  const open: string[] = [];
  for (const [index, text] of lines.entries()) {
    const { indent = '', name, value = '' } = line.exec(text)?.groups ?? {};
    const closes = value === '}' || value === ']';
    if (closes && open.pop() !== (value === '}' ? '{' : '[')) return index + 1;
    if (indent.length !== open.length * 2) return index + 1;
    if (!closes && (name !== undefined) !== (open.at(-1) === '{')) return index + 1;
    if (index === 0 && value !== '{') return 1;
    if (opens.has(value)) open.push(value);
    else if (!closes && !empty.has(value) && !readable(value)) return index + 1;
  }
  return lines.length;
};

const eventAt = (lines: readonly string[], lineNumber: number): number =>
  lines.slice(0, lineNumber).filter((text) => text === '    {').length;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const firstDifference = (found: Buffer, expected: Buffer): number => {
  const at = expected.findIndex((byte, index) => found[index] !== byte);
  const before = expected.subarray(0, at === -1 ? expected.length : at);
  return before.toString('latin1').split('\n').length;
};

const sound = (document: CaseDocument, vouched: boolean): RegisterVerdict => ({
  ok: true,
  caseId: document.id,
  events: document.events.length,
  head: document.events.at(-1)?.hash ?? '',
  vouched,
});

/** Whether the register wrote it. A file of the first release has no marks: nothing but the log can vouch for it. */
const written = (document: CaseDocument, key: RegisterKey | null): RegisterVerdict => {
  if (key === null || document.format === 1) return sound(document, false);
  const fault = forgery(document, key);
  return fault === null ? sound(document, true) : { ok: false, line: null, ...fault };
};

/** `bytes` is the whole file; `id` the case that it should hold, or null to believe the file. */
export const checkCaseFile = (
  id: string | null,
  bytes: Buffer,
  key: RegisterKey | null = null,
): RegisterVerdict => {
  const lines = bytes.toString('utf8').replace(/\n$/u, '').split('\n');
  const value = parse(bytes.toString('utf8'));
  if (value === undefined) {
    const bad = firstBadLine(lines);
    return { ok: false, line: bad, event: eventAt(lines, bad), why: 'it is not readable JSON' };
  }
  const { fault, document } = documentFault(id, value);
  if (document === null) return { ok: false, line: null, event: fault.event, why: fault.why };
  const expected = Buffer.from(documentText(document));
  if (expected.equals(bytes)) return written(document, key);
  const bad = firstDifference(bytes, expected);
  return { ok: false, line: bad, event: eventAt(lines, bad), why: 'it is not as the register wrote it' };
};
