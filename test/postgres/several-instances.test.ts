import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli.ts';
import { connect } from '../../src/register/postgres/connection.ts';
import { openPostgresLedger, readPostgresLedger } from '../../src/register/postgres/postgres-ledger.ts';
import { ledgerContract } from '../register/ledger-contract.ts';
import { keyText } from '../register/plain-kind.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { folder } from '../support/program.ts';
import { compareWithCalm, coveredIn, fillRegister, remindStorm } from '../support/remind-storm.ts';

/** More with REMINDER_KILLS=300. */
const kills = Number(process.env['REMINDER_KILLS'] ?? 4);
const seed = Number(process.env['REMINDER_SEED'] ?? 5);
const clock = () => new Date('2026-11-23T09:15:00Z');

let server: Awaited<ReturnType<typeof startPostgres>>;
const folders: string[] = [];
const newFolder = (): string => {
  const made = folder();
  folders.push(made);
  return made;
};
let databases = 0;
const newDatabase = (): string => {
  databases += 1;
  return server.database(`privacy_${databases}`);
};
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => {
  server.stop();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

describe('the ledger on a PostgreSQL server', () => {
  ledgerContract(async () => {
    const url = newDatabase();
    return {
      open: () => openPostgresLedger(connect(url), clock),
      kill: async () => {
        const database = connect(url);
        await database.query("UPDATE privacy_instance SET seen = clock_timestamp() - interval '2 minutes'");
        await database.close();
      },
      read: async () => {
        const database = connect(url);
        return readPostgresLedger(database).finally(() => database.close());
      },
    };
  });

  it('is made once by instances that start at the same moment, and gives each key to one of them', async () => {
    const url = newDatabase();
    const many = await Promise.all(Array.from({ length: 6 }, () => openPostgresLedger(connect(url), clock)));
    const wanted = Array.from({ length: 200 }, (_, n) => ({ key: `k${n}`, message: 'm' }));
    const won = await Promise.all(
      many.map((each, n) => each.claimAll(n % 2 === 0 ? wanted : [...wanted].reverse())),
    );
    expect(won.flat().sort()).toEqual(wanted.map(({ key }) => key).sort());
    for (const each of many) await each.close();
  });
});

describe('two processes on one database', () => {
  it(`say every reminder once between them, however they are killed (${kills} kills)`, {
    timeout: 7_200_000,
  }, async () => {
    const shared = { folder: newFolder(), key: keyText, databaseUrl: newDatabase() };
    await fillRegister(shared);
    const storm = await remindStorm({ place: shared, processes: 2, kills, seed, days: 2 });
    const alone = { folder: newFolder(), key: keyText };
    await fillRegister(alone);
    const calm = await remindStorm({ place: alone, processes: 1, kills: 0, seed, days: storm.days - 5 });
    const wrong = compareWithCalm(storm, calm.ledger);
    process.stdout.write(
      `${JSON.stringify({ killed: storm.killed, faults: storm.faults, days: storm.days, messages: storm.messages.length, told: calm.ledger.size, covered: coveredIn(storm.ledger), wrong })}\n`,
    );
    expect(storm.failures).toEqual([]);
    expect(Object.values(wrong).flat()).toEqual([]);
    expect(storm.killed).toBeGreaterThanOrEqual(kills);
  });
});

describe('the command line beside them', () => {
  const run = async (args: readonly string[], databaseUrl: string) => {
    const out: string[] = [];
    const code = await runCommand(args, {
      lines: async function* () {},
      out: (line) => out.push(line),
      err: () => undefined,
      terminal: false,
      env: { DATA_DIR: newFolder(), REGISTER_KEY: keyText, DATABASE_URL: databaseUrl },
      clock: () => new Date('2026-12-02T10:00:00Z'),
    });
    return { code, out: out.join('\n') };
  };

  it('leaves out of today’s reminders what the shared ledger has, and doctor counts it', async () => {
    const databaseUrl = newDatabase();
    await fillRegister({ folder: newFolder(), key: keyText, databaseUrl });
    const before = JSON.parse((await run(['remind', '--json'], databaseUrl)).out);
    expect(before.map(({ rung }: { rung: string }) => rung)).toContain('logged');
    const ledger = await openPostgresLedger(connect(databaseUrl), clock);
    await ledger.settle(before.map(({ key }: { key: string }) => ({ key, state: 'confirmed' })));
    expect(JSON.parse((await run(['remind', '--json'], databaseUrl)).out)).toEqual([]);
    await ledger.settle([
      { key: 'remind/DSR-2026-0001/T-5/2027-01-04>U1', state: 'failed', why: 'internal_error' },
    ]);
    await ledger.close();
    const { checks } = JSON.parse((await run(['doctor', '--json'], databaseUrl)).out);
    expect(checks).toContainEqual(
      expect.objectContaining({ name: 'reminders', message: expect.stringContaining('internal_error') }),
    );
  });
});
