import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFolders } from '../../src/register/files/file-folder.ts';
import { newRegisterKeyText, parseRegisterKey } from '../../src/register/history/sealing.ts';
import { connect } from '../../src/register/postgres/connection.ts';
import { openPostgresFolders } from '../../src/register/postgres/postgres-folder.ts';
import { sealOf } from '../../src/register/sealed-stores.ts';
import { openInbox } from '../../src/register/text-inbox.ts';
import { besideContract } from '../register/beside-contract.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { built, folder, runPrivacy } from '../support/program.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
let databases = 0;
beforeAll(async () => {
  built();
  server = await startPostgres();
}, 240_000);
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

  it('a new key reaches the inbox of this machine as well', async () => {
    const databaseUrl = server.database('rekeyed');
    const dataDir = folder();
    const [from, to] = [newRegisterKeyText(), newRegisterKeyText()];
    const spare = async (key: string) =>
      openInbox(fileFolders(dataDir), sealOf('inbox', parseRegisterKey(key)), () => new Date());
    await (await spare(from)).take('EvSPARE', '{"text":"who can see client data?"}');
    const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, REGISTER_KEY: from, NEW_REGISTER_KEY: to };
    expect(await runPrivacy(['register', 'rekey'], null, env)).toMatchObject({ code: 0 });
    expect(await (await spare(from)).unfinished()).toEqual([]);
    expect((await (await spare(to)).unfinished()).map(({ key }) => key)).toEqual(['EvSPARE']);
  });
});
