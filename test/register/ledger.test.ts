import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/register/ledger.ts';

const clock = () => new Date('2026-11-23T09:15:00Z');
const where = { channel: 'C1', ts: '1.000001', version: 3 };
let folder: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  ledger = await openLedger(folder, clock);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});
const again = async (): Promise<void> => {
  await ledger.close();
  ledger = await openLedger(folder, clock);
};

describe('the ledger', () => {
  it('lets one of many claims win, now and after a restart', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => ledger.claim('card DSR-2026-0001')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await again();
    expect(await ledger.claim('card DSR-2026-0001')).toBe(false);
  });

  it('tells after a restart what was claimed and never confirmed', async () => {
    await ledger.claim('a');
    await ledger.claim('b');
    await ledger.confirm('b', where);
    await again();
    expect(ledger.unconfirmed().map(({ key }) => key)).toEqual(['a']);
    expect(ledger.find('b')?.place).toEqual(where);
  });

  it('gives back what could not be posted', async () => {
    await ledger.claim('a');
    await ledger.release('a');
    await again();
    expect(await ledger.claim('a')).toBe(true);
  });

  it('passes over a torn last line and keeps everything before it', async () => {
    await ledger.claim('a');
    appendFileSync(join(folder, 'ledger.jsonl'), '{"key":"b","state":"clai');
    await again();
    expect(ledger.find('a')?.state).toBe('claimed');
    expect(ledger.find('b')).toBeNull();
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).not.toContain('clai"');
  });
});
