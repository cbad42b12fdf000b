import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseDocument,
  documentText,
  newDocument,
  withEvents,
  withoutPersonal,
} from '../../src/register/history/case-document.ts';
import { checkCaseFile } from '../../src/register/history/case-file-check.ts';
import { checkEvidence, evidenceText } from '../../src/register/history/evidence.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import type { RegisterVerdict } from '../../src/register/history/verdict.ts';
import { erasedTrace, keyText, otherKeyText, received, took } from './plain-kind.ts';

const key = parseRegisterKey(keyText);
const id = 'DSR-2026-0001';
const made = '2026-11-22T12:00:00.000Z';

const history = (): CaseDocument =>
  withEvents(
    newDocument(id, 'form-1', [received()], key, ['aa']),
    [took(), received('Ünïcode Näme'), took()],
    key,
    ['bb'],
  );

const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

const lineOf = (bytes: Buffer, at: number): number =>
  bytes.subarray(0, at).toString('latin1').split('\n').length;

/** The event whose lines hold this byte; 0 for the head. */
const eventOf = (bytes: Buffer, at: number): number =>
  bytes
    .subarray(0, at + 1)
    .toString('latin1')
    .split('\n    {').length - 1;

const located = (verdict: RegisterVerdict, line: number, event: number): boolean =>
  !verdict.ok &&
  ((verdict.line !== null && Math.abs(verdict.line - line) <= 1) ||
    (verdict.event !== null && Math.abs(verdict.event - event) <= 1));

describe('a case file', () => {
  let bytes = Buffer.alloc(0);
  beforeAll(() => {
    bytes = Buffer.from(documentText(history()));
  });

  it('that nobody touched is whole', () => {
    expect(checkCaseFile(id, bytes)).toMatchObject({ ok: true, caseId: id, events: 4 });
  });

  it('with one flipped bit, wherever, is found out and the place is named', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const verdict = checkCaseFile(id, flipped(bytes, at, bit));
        expect(verdict.ok).toBe(false);
        expect({ at, found: located(verdict, lineOf(bytes, at), eventOf(bytes, at)), verdict }).toMatchObject(
          {
            found: true,
          },
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('with a letter of a name turned into a control character is found out at its line', () => {
    const at = bytes.indexOf('requestId') + 'request'.length;
    const verdict = checkCaseFile(id, flipped(bytes, at, 6));
    expect(verdict).toMatchObject({ ok: false, line: lineOf(bytes, at) });
  });

  it('with an event taken out, put in or exchanged is found out', () => {
    const document = history();
    const { events } = document;
    const changed = [
      events.toSpliced(1, 1),
      events.toSpliced(1, 0, ...events.slice(1, 2)),
      events.toReversed(),
    ];
    for (const events of changed) {
      expect(checkCaseFile(id, Buffer.from(documentText({ ...document, events }))).ok).toBe(false);
    }
  });

  it('that was erased still verifies, with the same hashes', () => {
    const before = history();
    const after = withoutPersonal(before, erasedTrace, key);
    expect(checkCaseFile(id, Buffer.from(documentText(after)))).toMatchObject({ ok: true, events: 5 });
    expect(after.events.slice(0, 4).map(({ hash }) => hash)).toEqual(before.events.map(({ hash }) => hash));
  });
});

describe('an evidence file', () => {
  const text = (): Buffer => Buffer.from(evidenceText(history(), made));

  it('verifies without key or register, also of an erased case', () => {
    expect(checkEvidence(text())).toMatchObject({ ok: true, caseId: id, events: 4 });
    const erased = withoutPersonal(history(), erasedTrace, parseRegisterKey(otherKeyText));
    expect(checkEvidence(Buffer.from(evidenceText(erased, made)))).toMatchObject({ ok: true, events: 5 });
  });

  it('holds neither personal data nor its ciphertext', () => {
    const document = history();
    const all = text().toString('utf8');
    for (const { sealed } of document.events) if (sealed?.data) expect(all).not.toContain(sealed.data);
    expect(all).not.toContain('canary');
  });

  it('with one flipped bit, wherever, fails at its line', () => {
    const bytes = text();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const verdict = checkEvidence(flipped(bytes, at, bit));
        expect(verdict).toMatchObject({ ok: false, line: lineOf(bytes, at) });
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['cut at the end', (lines: readonly string[]) => lines.slice(0, -2)],
    ['with a line added', (lines: readonly string[]) => [...lines.slice(0, -1), '{}', '']],
    ['with two lines exchanged', ([a, b, c, ...rest]: readonly string[]) => [a, c, b, ...rest]],
    ['of nothing', () => []],
  ])('%s is found out', (_, change) => {
    expect(checkEvidence(Buffer.from(change(text().toString('utf8').split('\n')).join('\n'))).ok).toBe(false);
  });
});

describe('sealing', () => {
  it('ties the sealed data to its case and its place', async () => {
    const { seal, unseal, newCaseKey } = await import('../../src/register/history/sealing.ts');
    const caseKey = newCaseKey();
    const sealed = seal(caseKey, id, 1, { name: 'Ada' });
    expect(unseal(caseKey, id, 1, sealed)).toEqual({ name: 'Ada' });
    expect(() => unseal(caseKey, id, 2, sealed)).toThrow();
    expect(() => unseal(caseKey, 'DSR-2026-0002', 1, sealed)).toThrow();
    expect(() => unseal(newCaseKey(), id, 1, sealed)).toThrow();
  });
});
