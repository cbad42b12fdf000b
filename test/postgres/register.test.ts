import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import { connect } from '../../src/register/postgres/connection.ts';
import { openPostgresStore } from '../../src/register/postgres/postgres.ts';
import { registerContract } from '../register/contract.ts';
import { keyText, plainKind, received, took } from '../register/plain-kind.ts';
import { startPostgres } from '../support/postgres-server.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
let databases = 0;
const newDatabase = (): string => {
  databases += 1;
  return server.database(`register_${databases}`);
};
const open = async (url: string) =>
  keepRegister(await openPostgresStore(connect(url)), parseRegisterKey(keyText), plainKind);

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

describe('the register on a PostgreSQL server', () => {
  registerContract(async () => {
    const url = newDatabase();
    return {
      open: () => open(url),
      bytes: async () => {
        const database = connect(url);
        const { rows } = await database.query('SELECT * FROM privacy_case');
        await database.close();
        return JSON.stringify(rows);
      },
    };
  });

  it('tells one instance that another has changed something, at once', async () => {
    const url = newDatabase();
    const [one, other] = [await open(url), await open(url)];
    const lengths = new Promise<number>((resolve) => {
      other.onOthersChange(() => {
        void other.list().then(
          ([head]) => {
            if (head?.length === 2) resolve(head.length);
          },
          () => undefined,
        );
      });
    });
    const { id } = await one.create({
      prefix: 'DSR',
      year: 2026,
      requestId: 'f1',
      events: () => [received()],
    });
    await one.append(id, 1, took());
    const began = performance.now();
    expect(await lengths).toBe(2);
    expect(performance.now() - began).toBeLessThan(5_000);
    await Promise.all([one.close(), other.close()]);
  });
});
