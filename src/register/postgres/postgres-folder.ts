/** Texts in one table of PostgreSQL, where every instance of the bot finds them. */
import { z } from 'zod';
import type { FolderName, TextFolder, TextFolders } from '../text-folder.ts';
import { asking, type Database, makeTables } from './connection.ts';
import { beating, instanceTable, silentForMs } from './postgres-instance.ts';

const tables = [
  `CREATE TABLE IF NOT EXISTS privacy_text (
     folder text NOT NULL, name text NOT NULL, content text NOT NULL,
     changed xid8 NOT NULL DEFAULT pg_current_xact_id(),
     touched timestamptz NOT NULL, PRIMARY KEY (folder, name))`,
  instanceTable,
];

const text = z.object({ name: z.string(), content: z.string() });
const named = z.object({ name: z.string() });
const stamped = z.object({ stamp: z.string() });

/** Names in the order of their characters, as a folder of files has them, whatever the database's own order is. */
const inOrder = 'ORDER BY name COLLATE "C"';

const folderIn = (ask: ReturnType<typeof asking>, folder: FolderName, clock: () => Date): TextFolder => {
  const put = async (name: string, content: string, onConflict: string): Promise<boolean> => {
    const made = await ask(
      named,
      `INSERT INTO privacy_text AS known (folder, name, content, touched) VALUES ($1, $2, $3, $4)
       ON CONFLICT (folder, name) ${onConflict} RETURNING name`,
      [folder, name, content, clock()],
    );
    return made.length === 1;
  };
  const written = (content: string): string =>
    `DO UPDATE SET content = ${content}, changed = pg_current_xact_id(), touched = excluded.touched`;
  return {
    all: async (having = '') =>
      new Map(
        (
          await ask(
            text,
            `SELECT name, content FROM privacy_text
             WHERE folder = $1 AND ($2 = '' OR position($2 IN content) > 0) ${inOrder}`,
            [folder, having],
          )
        ).map(({ name, content }) => [name, content]),
      ),
    names: async (beginning) =>
      (
        await ask(
          named,
          `SELECT name FROM privacy_text WHERE folder = $1 AND starts_with(name, $2) ${inOrder}`,
          [folder, beginning],
        )
      ).map(({ name }) => name),
    read: async (name) => {
      const [found] = await ask(
        text,
        'SELECT name, content FROM privacy_text WHERE folder = $1 AND name = $2',
        [folder, name],
      );
      return found?.content ?? null;
    },
    put: async (name, content) => void (await put(name, content, written('excluded.content'))),
    append: async (name, content) =>
      void (await put(name, content, written('known.content || excluded.content'))),
    swap: async (name, before, after) => {
      if (before === null) return put(name, after, 'DO NOTHING');
      const changed = await ask(
        named,
        `UPDATE privacy_text SET content = $4, changed = pg_current_xact_id(), touched = $5
         WHERE folder = $1 AND name = $2 AND content = $3 RETURNING name`,
        [folder, name, before, after, clock()],
      );
      return changed.length === 1;
    },
    drop: async (name) => {
      await ask(z.unknown(), 'DELETE FROM privacy_text WHERE folder = $1 AND name = $2', [folder, name]);
    },
    dropOlder: async (than, beginning = '') => {
      await ask(
        z.unknown(),
        'DELETE FROM privacy_text WHERE folder = $1 AND touched < $2 AND starts_with(name, $3)',
        [folder, than, beginning],
      );
    },
    stamp: async () => {
      const [found] = await ask(
        stamped,
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(name || changed, 0)), 0) AS stamp
         FROM privacy_text WHERE folder = $1`,
        [folder],
      );
      return found?.stamp ?? '';
    },
  };
};

/** For a command, which holds nothing: it makes the table where there is none. Closing closes the database. */
export const openPostgresTexts = async (
  database: Database,
  clock: () => Date,
): Promise<Pick<TextFolders, 'folder' | 'close'>> => {
  const ask = asking(database);
  await makeTables(ask, tables);
  return { folder: (name) => folderIn(ask, name, clock), close: () => database.close() };
};

/** For a bot: it is one of the instances from now on, until it is closed, which closes the database too. */
export const openPostgresFolders = async (
  database: Database,
  clock: () => Date,
  silentMs = silentForMs,
): Promise<TextFolders> => {
  const texts = await openPostgresTexts(database, clock);
  const ask = asking(database);
  const { me, gone, leave } = await beating(ask, silentMs);
  return {
    folder: texts.folder,
    holders: { me, gone },
    shared: true,
    ask: async () => void (await ask(z.unknown(), 'SELECT 1')),
    close: () => leave().finally(texts.close),
  };
};
