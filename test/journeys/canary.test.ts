/**
 * Who a person is, typed wherever anything can be typed, and then looked for in everything that the bot leaves: messages, log, folder,
 * temporary files, every column of every table, the database's own files, a backup. Once with files, once with PostgreSQL.
 */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { allFeatures } from '../../src/handlers/index.ts';
import { backupBytes } from '../../src/register/backup.ts';
import { readBeside } from '../../src/register/beside.ts';
import { fileFolders } from '../../src/register/files/file-folder.ts';
import { openStore } from '../../src/register/open.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresStore } from '../../src/register/postgres/postgres.ts';
import { openPostgresTexts } from '../../src/register/postgres/postgres-folder.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { canary, caseDesk, date, select, text, ticks, time, today, written } from '../support/case-desk.ts';
import { actionsOf, comesIn } from '../support/payloads.ts';
import { emptyEngine } from '../support/postgres-engine.ts';

/** No two letters of these stand together in anything of ours. */
const marks = /quilla|zephyrine|canary\.example|marmalade|7700 ?900 ?461/iu;
const phone = '07700 900461';
const identity = `${canary.name}, ${canary.contact}, ${phone}`;

/** As it lies there, and what a curious hand makes of it: base64 opened, two bytes a letter. */
const readings = (bytes: Buffer): string => {
  const plain = bytes.toString('latin1');
  const opened = (plain.match(/[\w+/-]{24,}={0,2}/gu) ?? []).map((run) =>
    Buffer.from(run, 'base64').toString('latin1'),
  );
  return [plain, bytes.toString('utf16le'), ...opened].join('\n');
};

const everyFile = async (dir: string): Promise<readonly (readonly [string, Buffer])[]> => {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  return Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        // A draft goes when its form is sent.
        return [path, await readFile(path).catch(() => Buffer.alloc(0))] as const;
      }),
  );
};

const engineAs = (engine: PGlite): Database => ({
  query: async (words, values = []) => engine.query(words, [...values]),
  close: async () => undefined,
});

describe.each(['files', 'PostgreSQL'] as const)('who a person is, with %s', (kind) => {
  let at: BotAtDesk;
  let engine: PGlite | undefined;
  let temporary = '';
  const before = process.env['TMPDIR'];
  beforeAll(async () => {
    engine = kind === 'files' ? undefined : await emptyEngine();
    temporary = await mkdtemp(join(tmpdir(), 'privacy-canary-'));
    at = await startBotAtDesk(engine === undefined ? {} : { database: engineAs(engine) });
    process.env['TMPDIR'] = temporary;
  }, 120_000);
  afterAll(async () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await at.stop();
    await rm(temporary, { recursive: true, force: true });
  });

  /** Everything that left the bot but forms, which only the person in them sees; what people say themselves is theirs. */
  const said = (): string =>
    JSON.stringify(
      at.desk.changes.filter(
        (change) =>
          change.type !== 'views' && !('message' in change && change.message.user !== at.desk.botUser),
      ),
    );

  const tables = async (whole: boolean): Promise<readonly (readonly [string, Buffer])[]> => {
    if (engine === undefined) return [];
    const { rows } = await engine.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    const found = await Promise.all(
      rows.map(async ({ name }) => {
        const { rows: all } = (await engine?.query(`SELECT * FROM "${name}"`)) ?? { rows: [] };
        return [`table ${name}`, Buffer.from(JSON.stringify(all))] as const;
      }),
    );
    if (!whole) return found;
    const files = await engine.dumpDataDir('none');
    return [...found, ['the database’s own files', Buffer.from(await files.arrayBuffer())]];
  };

  const backup = async (): Promise<Buffer> => {
    const store =
      engine === undefined
        ? await openStore({ folder: at.dataDir, key: undefined, readOnly: true })
        : await openPostgresStore(engineAs(engine));
    const texts =
      engine === undefined
        ? fileFolders(at.dataDir)
        : await openPostgresTexts(engineAs(engine), () => new Date());
    return backupBytes({
      made: new Date().toISOString(),
      documents: await store.changes(),
      erased: await store.tombstones(),
      heads: await store.headLines(0),
      beside: await readBeside(texts),
    });
  };

  /** Where it can be read. */
  const readable = async (whole = false): Promise<readonly string[]> => {
    const places: (readonly [string, Buffer])[] = [
      ['messages', Buffer.from(said())],
      ['log', Buffer.from(at.logged())],
      ...(await everyFile(at.dataDir)),
      ...(await everyFile(temporary)),
      ...(await tables(whole)),
      ['backup', await backup()],
    ];
    expect(places.length).toBeGreaterThan(8);
    return places.filter(([, bytes]) => marks.test(readings(bytes))).map(([place]) => place);
  };

  it('stands in none of it while a case is worked, letters are written and questions asked', async () => {
    const desk = caseDesk(at);
    const day = (id: string) => ({ [id]: date(today()), [`${id}_time`]: time(null) });
    const number = await desk.logs('sam', 'access', {
      agent: text(`Agent ${canary.name}`),
      words: text(`${canary.words} Call ${phone}.`),
    });
    await desk.does('priya', number, 'take');
    await desk.asks('priya', number, 'askForIdentity', {
      fact_doubt_code: select('unknown_address'),
      fact_method_code: select('code_to_known_address'),
    });
    await desk.fills('priya', number, 'identityReceived', {
      ...day('received'),
      method: select('code_to_known_address'),
      weak: ticks(),
    });
    await desk.asks('priya', number, 'askForClarification', {
      fact_unclear: written(`${canary.name}, which account do you mean?`),
      fact_about_code: select('information'),
      fact_needs_code: select('yes'),
    });
    expect(await readable()).toEqual([]);
    await desk.fills('priya', number, 'clarificationReceived', {
      ...day('received'),
      answer: text(identity),
    });
    await desk.works('priya', number);
    await desk.fills('priya', number, 'logRedaction', {
      reason: select('third_party'),
      items: text('3'),
      note: text(identity),
    });
    await desk.fills('priya', number, 'sendForReview', {
      outcome: select('partial'),
      letter: text(`Dear ${identity}, here is everything we hold.`),
    });
    expect(await readable()).toEqual([]);
    await desk.fills('priya', number, 'addNote', { note: text(identity) });
    expect(await readable()).toEqual([]);

    for (const where of ['dm', 'support'] as const) {
      const sam = at.desk.person('sam');
      const mention = where === 'dm' ? '' : `<@${at.desk.botUser}> `;
      await sam.types(where, `${mention}who can see the data of ${canary.contact}, ${phone}?`);
      await sam.types(where, `/privacy may we call ${canary.contact} on ${phone}?`);
      await at.bot.idle();
    }
    expect(await readable()).toEqual([]);
  }, 120_000);

  it('stands in none of it when it is typed into every field of every form, by whoever may send it and who may not', async () => {
    const blocks = new Set<string>(['question', 'note', 'letter', 'name', 'contact', 'words']);
    for (const change of at.desk.changes)
      for (const [, id] of JSON.stringify(change).matchAll(/"block_id":"([\w:.-]+)"/gu)) blocks.add(id ?? '');
    const { number = '' } = { number: (await at.register.list())[0]?.id };
    const fields = Object.fromEntries([...blocks].map((id) => [id, identity]));
    const posted = await at.bot.app.client.chat.postMessage({
      channel: at.desk.person('sam').channelId('support'),
      text: 'here',
    });
    const actions = actionsOf(allFeatures(at.bot.parts), {
      number,
      channel: at.desk.person('sam').channelId('support'),
      posted: { ts: String(posted.ts) },
      direct: { channel: at.desk.person('sam').channelId('dm'), ts: String(posted.ts) },
      fields,
      value: (action) => (action === 'home_ask' ? identity : number),
      types: ['home_ask'],
      metadata: () => JSON.stringify({ requestId: 'canary', beneath: '', number, id: number }),
      questions: [['question', identity]],
    });
    for (const { body } of actions)
      for (const name of ['sam', 'priya', 'alex'] as const)
        await comesIn(at, body({ user: at.desk.person(name).id, team: 'T0DESK0001' }));
    expect(actions.length).toBeGreaterThan(80);
    await at.bot.eachMinute();
    await at.bot.idle();
    expect(await readable(true)).toEqual([]);
  }, 120_000);

  it('would be found if it stood anywhere', async () => {
    await mkdir(join(at.dataDir, 'inbox'), { recursive: true });
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(temporary, 'left'), Buffer.from(canary.contact).toString('base64'));
    await writeFile(join(at.dataDir, 'inbox', 'left'), canary.name);
    await engine?.query('CREATE TABLE left_over (words text)');
    await engine?.query('INSERT INTO left_over VALUES ($1)', [phone]);
    const found = await readable();
    expect(found).toContain(join(temporary, 'left'));
    expect(found).toContain(join(at.dataDir, 'inbox', 'left'));
    if (engine !== undefined) expect(found).toContain('table left_over');
  });
});

it('is in no dump that the program asks for, and the unit forbids the machine’s own', async () => {
  const started = ['package.json', 'Dockerfile', 'bin/start.mjs', 'deploy/privacy-assistant.service'];
  const texts = await Promise.all(started.map((file) => readFile(join(projectRoot, file), 'utf8')));
  expect(texts.join('\n')).not.toMatch(
    /--(?:report-on|heapsnapshot|heap-prof|cpu-prof|abort-on|diagnostic-dir|inspect)/u,
  );
  expect(texts.at(-1)).toMatch(/^LimitCORE=0$/mu);
  expect(await readFile(join(projectRoot, 'docs/operate.md'), 'utf8')).toMatch(
    /docker run [^`]*--ulimit core=0/u,
  );
});
