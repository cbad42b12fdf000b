import { afterAll, beforeAll, describe } from 'vitest';
import { connect } from '../../src/register/postgres/postgres.ts';
import { openPostgresFolders } from '../../src/register/postgres/postgres-folder.ts';
import { besideContract } from '../register/beside-contract.ts';
import { startPostgres } from '../support/postgres-server.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
let databases = 0;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

describe('what lies beside the cases, on a PostgreSQL server', () => {
  besideContract(async () => {
    databases += 1;
    const url = server.database(`beside_${databases}`);
    const asking = async (text: string, values: readonly unknown[] = []) => {
      const database = connect(url);
      return database.query(text, values).finally(() => database.close());
    };
    return {
      open: () => openPostgresFolders(connect(url), () => new Date()),
      kill: async ({ holders: { me } }) => {
        await asking("UPDATE privacy_instance SET seen = seen - interval '2 minutes' WHERE id = $1", [me]);
      },
      bytes: async () => JSON.stringify((await asking('SELECT * FROM privacy_text')).rows),
    };
  }, true);
});
