import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFileLedger, readFileLedger } from '../../src/register/files/file-ledger.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresLedger, readPostgresLedger } from '../../src/register/postgres/postgres-ledger.ts';
import { emptyEngine } from '../support/postgres-engine.ts';
import { ledgerContract } from './ledger-contract.ts';

const clock = () => new Date('2026-11-23T09:15:00Z');

describe('the ledger in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  ledgerContract(async () => ({
    open: () => openFileLedger(folder, clock),
    kill: (ledger) => ledger.close(),
    read: () => readFileLedger(folder),
  }));

  it('passes over a torn last line and keeps everything before it', async () => {
    const ledger = await openFileLedger(folder, clock);
    await ledger.claim('a');
    await ledger.close();
    appendFileSync(join(folder, 'ledger.jsonl'), '{"key":"b","state":"clai');
    const again = await openFileLedger(folder, clock);
    expect(again.find('a')?.state).toBe('claimed');
    expect(again.find('b')).toBeNull();
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).not.toContain('clai"');
    await again.close();
  });
});

describe('the ledger in PostgreSQL', () => {
  let engine: PGlite;
  const database: Database = {
    query: async (text, values = []) => engine.query(text, [...values]),
    close: async () => undefined,
  };
  const open = () => openPostgresLedger(database, clock);
  const silence = () =>
    engine.exec("UPDATE privacy_instance SET seen = clock_timestamp() - interval '2 minutes'");
  beforeAll(async () => {
    engine = await emptyEngine();
  }, 60_000);
  beforeEach(async () => {
    await engine.exec('DROP TABLE IF EXISTS privacy_ledger, privacy_instance');
  });

  ledgerContract(async () => ({
    open,
    kill: async () => void (await silence()),
    read: () => readPostgresLedger(database),
  }));

  it('is empty for whoever reads it before a bot has run', async () => {
    expect((await readPostgresLedger(database)).size).toBe(0);
  });

  it('lets one of two instances win each key, and shows each what the other did', async () => {
    const [one, other] = [await open(), await open()];
    const wanted = Array.from({ length: 50 }, (_, n) => ({ key: `k${n}`, message: 'm' }));
    const [here, there] = await Promise.all([one.claimAll(wanted), other.claimAll([...wanted].reverse())]);
    expect([...here, ...there].sort()).toEqual(wanted.map(({ key }) => key).sort());
    await one.confirm('k0', { channel: 'C1', ts: '1.1', version: 0 });
    expect(other.find('k0')?.state).not.toBe('confirmed');
    await other.refresh();
    expect(other.find('k0')?.state).toBe('confirmed');
    await one.release('k1');
    await other.refresh();
    expect(other.find('k1')).toBeNull();
    expect(await other.claim('k1')).toBe(true);
  });

  it('leaves a living instance its claims, and gives those of a dead one to one of two', async () => {
    const [dead, one, other] = [await open(), await open(), await open()];
    await dead.claimAll([
      { key: 'a', message: 'm' },
      { key: 'b', message: 'm' },
    ]);
    await Promise.all([one.refresh(), other.refresh()]);
    expect(await one.adopt(() => true)).toEqual([]);
    await engine.exec('DELETE FROM privacy_instance');
    const [here, there] = await Promise.all([one.adopt(() => true), other.adopt(() => true)]);
    expect([...here, ...there].map(({ key }) => key).sort()).toEqual(['a', 'b']);
    // The one that was thought dead and wakes up holds nothing any more, and cannot make anybody say it again.
    expect(await dead.held('m')).toEqual([]);
    const winner = here.length > 0 ? one : other;
    await winner.settle([{ key: 'a', state: 'confirmed', message: 'm' }]);
    await dead.settle([{ key: 'a', state: 'failed' }]);
    await dead.release('b');
    await one.refresh();
    expect(one.find('a')?.state).toBe('confirmed');
    expect(one.find('b')?.state).toBe('claimed');
  });

  it('takes whoever claims for alive, however long nothing was heard before', async () => {
    const [one, other] = [await open(), await open()];
    await silence();
    await one.claim('a');
    await other.refresh();
    expect(await other.adopt(() => true)).toEqual([]);
  });
});
