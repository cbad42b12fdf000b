import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealUnder } from '../../src/base/seal.ts';
import { fileFolders } from '../../src/register/files/file-folder.ts';
import { inboxWithSpare } from '../../src/register/files/spare-inbox.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresFolders } from '../../src/register/postgres/postgres-folder.ts';
import { openInbox } from '../../src/register/text-inbox.ts';
import { emptyEngine } from '../support/postgres-engine.ts';
import { besideContract } from './beside-contract.ts';
import { temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const clock = () => new Date();

const allBytes = (dir: string): string =>
  readdirSync(dir, { recursive: true })
    .map((name) => join(dir, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

describe('what lies beside the cases, in files', () => {
  besideContract(async () => {
    const dir = join(folder(), 'data');
    return {
      open: async () => fileFolders(dir),
      kill: async () => undefined,
      bytes: async () => allBytes(dir),
    };
  }, false);
});

describe('what lies beside the cases, in PostgreSQL', () => {
  let engine: PGlite;
  const database: Database = {
    query: async (text, values = []) => engine.query(text, [...values]),
    close: async () => undefined,
  };
  const open = () => openPostgresFolders(database, clock);
  beforeAll(async () => {
    engine = await emptyEngine();
  }, 60_000);

  besideContract(async () => {
    await engine.exec('DROP TABLE IF EXISTS privacy_text, privacy_instance');
    return {
      open,
      kill: async ({ holders: { me } }) => {
        await engine.query("UPDATE privacy_instance SET seen = seen - interval '2 minutes' WHERE id = $1", [
          me,
        ]);
      },
      bytes: async () => JSON.stringify((await engine.query('SELECT * FROM privacy_text')).rows),
    };
  }, true);

  it('while the database says nothing, is taken on here, answered, and noted there when it speaks again', async () => {
    await engine.exec('DROP TABLE IF EXISTS privacy_text, privacy_instance');
    let heard: (() => void)[] | null = null;
    const speak = (): void => {
      for (const go of heard ?? []) go();
      heard = null;
    };
    const silent: Database = {
      ...database,
      query: async (...asked) => {
        if (heard !== null) await new Promise<void>((resolve) => heard?.push(resolve));
        return database.query(...asked);
      },
    };
    const seal = sealUnder(new Uint8Array(32));
    const dir = join(folder(), 'data');
    const spare = () => openInbox(fileFolders(dir), seal, clock);
    const shared = await openInbox(await openPostgresFolders(silent, clock), seal, clock);
    const other = await openInbox(await open(), seal, clock);
    const mine = inboxWithSpare(shared, await spare(), async () => undefined);
    heard = [];
    expect([await mine.take('Ev1', 'words'), await mine.take('Ev1', 'words')]).toEqual([true, false]);
    expect(await mine.first('12.34')).toBe(true);
    await expect(mine.claim('share 1')).rejects.toThrow('does not answer');
    await mine.finish('Ev1');
    speak();
    await mine.unfinished();
    expect(await other.take('Ev1', 'words')).toBe(false);
    expect(await other.claim('share 1')).toBe(true);
    expect(await (await spare()).unfinished()).toEqual([]);
  });

  it('what another had taken on meanwhile is left to it, as soon as the database says so', async () => {
    await engine.exec('DROP TABLE IF EXISTS privacy_text, privacy_instance');
    const seal = sealUnder(new Uint8Array(32));
    let speak: () => void = () => undefined;
    let silent: Promise<void> | null = null;
    const slow: Database = {
      ...database,
      query: async (...asked) => {
        await silent;
        return database.query(...asked);
      },
    };
    const other = await openInbox(await open(), seal, clock);
    const shared = await openInbox(await openPostgresFolders(slow, clock), seal, clock);
    const spare = await openInbox(fileFolders(join(folder(), 'data')), seal, clock);
    let patience = 0;
    const mine = inboxWithSpare(shared, spare, (ms) =>
      ms <= 1_500 && patience === 0 ? Promise.resolve() : new Promise(() => undefined),
    );
    silent = new Promise((resolve) => {
      speak = resolve;
    });
    // Nobody here knows yet whose they are.
    expect([await mine.take('Ev1', 'words'), await mine.first('1.2')]).toEqual([true, true]);
    expect(await mine.saying('Ev1')).toBe('look');
    expect([await other.take('Ev1', 'words'), await other.first('1.2')]).toEqual([true, true]);
    patience = 1;
    speak();
    expect(await mine.mine('1.2')).toBe(false);
    expect(await mine.saying('Ev1')).toBe('others');
    await mine.finish('Ev1');
    expect(await other.saying('Ev1')).toBe('ours');
    expect(await mine.take('Ev1', 'words')).toBe(false);
  });

  it('what the database had heard of after all is finished once, by whoever finds it there', async () => {
    await engine.exec('DROP TABLE IF EXISTS privacy_text, privacy_instance');
    const seal = sealUnder(new Uint8Array(32));
    const dir = join(folder(), 'data');
    const spare = () => openInbox(fileFolders(dir), seal, clock);
    const killed = await open();
    await (await openInbox(killed, seal, clock)).take('Ev1', 'words');
    for (const key of ['Ev1', 'Ev2']) await (await spare()).take(key, 'words');
    await engine.query("UPDATE privacy_instance SET seen = seen - interval '2 minutes' WHERE id = $1", [
      killed.holders.me,
    ]);
    const other = await openInbox(await open(), seal, clock);
    const again = inboxWithSpare(
      await openInbox(await open(), seal, clock),
      await spare(),
      () => new Promise(() => {}),
    );
    expect((await other.unfinished()).map(({ key }) => key)).toEqual(['Ev1']);
    expect((await again.unfinished()).map(({ key }) => key)).toEqual(['Ev2']);
    expect(await again.unfinished()).toEqual([]);
  });

  it('what was said beside the silent database, and found to be another’s after a kill, is given out to be counted', async () => {
    await engine.exec('DROP TABLE IF EXISTS privacy_text, privacy_instance');
    const seal = sealUnder(new Uint8Array(32));
    const dir = join(folder(), 'data');
    const spare = () => openInbox(fileFolders(dir), seal, clock);
    const killed = await spare();
    for (const key of ['Ev1', 'Ev2']) await killed.take(key, 'words');
    expect(await killed.saying('Ev1')).toBe('ours');
    const other = await openInbox(await open(), seal, clock);
    for (const key of ['Ev1', 'Ev2']) await other.take(key, 'words');
    const again = inboxWithSpare(
      await openInbox(await open(), seal, clock),
      await spare(),
      () => new Promise(() => {}),
    );
    expect((await again.unfinished()).map(({ key }) => key)).toEqual(['Ev1']);
    expect(await again.saying('Ev1')).toBe('count');
    await again.finish('Ev1');
    expect(await again.unfinished()).toEqual([]);
    expect(await other.saying('Ev1')).toBe('ours');
  });
});
