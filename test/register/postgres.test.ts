import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupBytes } from '../../src/register/backup.ts';
import { RegisterNotEmpty, StaleHistory } from '../../src/register/errors.ts';
import { restoreInto } from '../../src/register/files/restore.ts';
import { anchorsIn } from '../../src/register/history/anchor.ts';
import { documentText } from '../../src/register/history/case-document.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { verification } from '../../src/register/history/verify.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresStore } from '../../src/register/postgres/postgres.ts';
import { emptyEngine } from '../support/postgres-engine.ts';
import { registerContract } from './contract.ts';
import { erasedTrace, keyText, plainKind, received, took } from './plain-kind.ts';

let engine: PGlite;
const database: Database = {
  query: async (text, values = []) => engine.query(text, [...values]),
  listen: (channel, heard) => {
    const unlisten = engine.listen(channel, heard);
    return async () => (await unlisten)();
  },
  close: async () => undefined,
};

const open = async () =>
  keepRegister(await openPostgresStore(database), parseRegisterKey(keyText), plainKind);

beforeAll(async () => {
  engine = await emptyEngine();
}, 60_000);
beforeEach(async () => {
  await engine.exec('DROP TABLE IF EXISTS privacy_case, privacy_erased, privacy_head');
});

describe('the register in PostgreSQL', () => {
  registerContract(async () => ({
    open,
    bytes: async () => {
      const { rows } = await engine.query('SELECT * FROM privacy_case');
      return JSON.stringify(rows);
    },
  }));

  it('shows one instance what another did, and lets one of two win', async () => {
    const [one, other] = [await open(), await open()];
    const order = (requestId: string) =>
      ({ prefix: 'DSR', year: 2026, requestId, events: () => [received()] }) satisfies Parameters<
        typeof one.create
      >[0];
    const [first, second] = await Promise.all([one.create(order('form-1')), other.create(order('form-1'))]);
    expect(first.id).toBe(second.id);
    expect([first.created, second.created].filter(Boolean)).toHaveLength(1);
    expect((await one.create(order('form-2'))).id).not.toBe((await other.create(order('form-3'))).id);
    expect(await other.list()).toHaveLength(3);
    const both = await Promise.allSettled([
      one.append(first.id, 1, took('U1')),
      other.append(first.id, 1, took('U2')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(other.append(first.id, 1, took())).rejects.toBeInstanceOf(StaleHistory);
    expect((await one.list())[0]?.length).toBe(2);
  });

  it('tells one instance that another has changed something, at once, and nobody of what they did themselves', async () => {
    const [one, other] = [await open(), await open()];
    const { id } = await one.create({
      prefix: 'DSR',
      year: 2026,
      requestId: 'form-1',
      events: () => [received()],
    });
    await one.list();
    let own = 0;
    one.onOthersChange(() => {
      own += 1;
    });
    const heard = new Promise<number>((resolve) => {
      other.onOthersChange(() => void other.list().then(([head]) => resolve(head?.length ?? 0)));
    });
    await one.append(id, 1, took());
    expect(await heard).toBe(2);
    expect(own).toBe(0);
    await Promise.all([one.close(), other.close()]);
  });

  it('keeps one log of all changes, however many instances write at the same moment', async () => {
    const instances = [await open(), await open(), await open()];
    await Promise.all(
      instances.flatMap((register, at) =>
        [1, 2, 3].map(async (n) => {
          const { id } = await register.create({
            prefix: 'DSR',
            year: 2026,
            requestId: `form-${at}-${n}`,
            events: () => [received()],
          });
          await register.append(id, 1, took());
        }),
      ),
    );
    const anchors = instances.flatMap((register) => anchorsIn(register.anchor() ?? ''));
    const store = await openPostgresStore(database);
    const check = verification({
      lines: await store.headLines(0),
      stones: [],
      key: parseRegisterKey(keyText),
      anchors,
    });
    for (const document of await store.changes())
      check.take({ id: document.id, bytes: Buffer.from(documentText(document)) });
    const { faults, whole, notes } = check.result();
    expect({ faults, whole, notes, anchors: anchors.length }).toEqual({
      faults: [],
      whole: 9,
      notes: [],
      anchors: 3,
    });
    const later = await open();
    expect(later.problems()).toEqual([]);
    expect((await later.list()).map(({ length }) => length)).toEqual(Array(9).fill(2));
  });

  it.each(['before it was done', 'after it was done'])(
    'makes one case of a form whose saving was cut off %s',
    async (when) => {
      let cut = true;
      const lossy: Database = {
        ...database,
        query: async (text, values) => {
          const lost = cut && text.includes('INSERT INTO privacy_case');
          if (lost) cut = false;
          if (lost && when === 'after it was done') await database.query(text, values);
          if (lost) throw new Error('Connection terminated unexpectedly');
          return database.query(text, values);
        },
      };
      const key = parseRegisterKey(keyText);
      const register = await keepRegister(await openPostgresStore(lossy), key, plainKind);
      const heard: string[] = [];
      register.onChange((id) => heard.push(id));
      const { id, created } = await register.create({
        prefix: 'DSR',
        year: 2026,
        requestId: 'form-1',
        events: () => [received()],
      });
      expect({ created, heard }).toEqual({ created: true, heard: [id] });
      expect(await register.history(id)).toEqual([received()]);
      expect((await (await openPostgresStore(database)).headLines(0)).length).toBe(2);
      const again = await open();
      expect((await again.list()).map((head) => head.id)).toEqual([id]);
      expect(again.problems()).toEqual([]);
    },
  );

  it('takes a backup in, once or interrupted and again, and refuses other cases beside it', async () => {
    const register = await open();
    const { id } = await register.create({
      prefix: 'DSR',
      year: 2026,
      requestId: 'form-1',
      events: () => [received()],
    });
    const store = await openPostgresStore(database);
    const backup = {
      made: '2026-11-22T12:00:00.000Z',
      documents: await store.changes(),
      erased: [],
      heads: await store.headLines(0),
    };
    const bytes = await backupBytes(backup);
    const key = parseRegisterKey(keyText);
    await register.erase(id, erasedTrace);
    await engine.exec('DELETE FROM privacy_case');
    for (const _ of ['first', 'again']) {
      expect(await restoreInto(await openPostgresStore(database), bytes, key)).toBe(1);
    }
    expect((await (await open()).list()).map(({ erased }) => erased)).toEqual([true]);
    await engine.exec('DELETE FROM privacy_case');
    await (await open()).create({
      prefix: 'DSR',
      year: 2026,
      requestId: 'form-2',
      events: () => [received()],
    });
    await expect(restoreInto(await openPostgresStore(database), bytes, key)).rejects.toBeInstanceOf(
      RegisterNotEmpty,
    );
  });
});
