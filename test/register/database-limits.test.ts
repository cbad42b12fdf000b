import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RegisterUnavailable } from '../../src/register/errors.ts';
import { asking, connect, type Database } from '../../src/register/postgres/connection.ts';

const number = z.object({ n: z.number() });
const failing = (...errors: readonly unknown[]) => {
  const left = [...errors];
  const asked: string[] = [];
  const database: Database = {
    query: async (text) => {
      asked.push(text);
      const error = left.shift();
      if (error !== undefined) throw error;
      return { rows: [{ n: 1 }] };
    },
    close: async () => undefined,
  };
  return { asked, ask: asking(database) };
};
const broken = Object.assign(new Error('terminating connection due to administrator command'), {
  code: '57P01',
});

describe('a database', () => {
  it('whose connection broke is asked once more, when it was only read', async () => {
    const { asked, ask } = failing(broken);
    expect(await ask(number, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(asked.length).toBe(2);
  });

  it('is not asked again to write, since nobody knows whether it did', async () => {
    const { asked, ask } = failing(new Error('Connection terminated unexpectedly'));
    await expect(ask(number, 'UPDATE x SET n = 1')).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(asked.length).toBe(1);
  });

  it('that is broken for good is given up after the second try', async () => {
    const { asked, ask } = failing(broken, broken, broken);
    await expect(ask(number, 'SELECT 1 AS n')).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(asked.length).toBe(2);
  });

  it('that refuses a statement is not asked the same again', async () => {
    const { asked, ask } = failing(Object.assign(new Error('no such table'), { code: '42P01' }));
    await expect(ask(number, 'SELECT 1 AS n')).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(asked.length).toBe(1);
  });
});

let server: Server | undefined;
afterEach(() => server?.close());

it('a database that takes the connection and says nothing is given up within five seconds', async () => {
  const held: { destroy: () => void }[] = [];
  const port = await new Promise<number>((resolve) => {
    server = createServer((socket) => held.push(socket)).listen(0, '127.0.0.1', () => {
      const address = server?.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const database = connect(`postgres://u:p@127.0.0.1:${port}/x`);
  const began = performance.now();
  await expect(asking(database)(number, 'SELECT 1 AS n')).rejects.toBeInstanceOf(RegisterUnavailable);
  expect(performance.now() - began).toBeLessThan(5_000);
  for (const socket of held) socket.destroy();
  await database.close();
});
