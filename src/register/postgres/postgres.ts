/** The register in PostgreSQL, for several instances of the bot. */
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../../base/error-code.ts';
import { makeFolder, writeDurably } from '../files/durable-file.ts';
import {
  type CaseDocument,
  caseIdPattern,
  documentText,
  parseDocument,
  readDocument,
  readJson,
} from '../history/case-document.ts';
import type { RegisterProblem } from '../register.ts';
import { type Store, tombstone } from '../store.ts';
import { asking, type Database, makeTables } from './connection.ts';

const tables = [
  `CREATE TABLE IF NOT EXISTS privacy_case (
     id text PRIMARY KEY, series text NOT NULL, number integer NOT NULL,
     request_id text NOT NULL UNIQUE, checksum text NOT NULL, document text NOT NULL)`,
  // The transaction that wrote the row: what a snapshot could not see yet is read at the next look.
  "ALTER TABLE privacy_case ADD COLUMN IF NOT EXISTS changed xid8 NOT NULL DEFAULT '0'",
  'ALTER TABLE privacy_case ALTER COLUMN changed SET DEFAULT pg_current_xact_id()',
  'CREATE INDEX IF NOT EXISTS privacy_case_changed ON privacy_case (changed)',
  'CREATE INDEX IF NOT EXISTS privacy_case_series ON privacy_case (series, number)',
  'CREATE TABLE IF NOT EXISTS privacy_erased (first text PRIMARY KEY, stone text NOT NULL)',
  'CREATE TABLE IF NOT EXISTS privacy_head (n integer PRIMARY KEY, line text NOT NULL)',
];

const version = z.object({ id: z.string(), checksum: z.string() });
const seen = z.object({ horizon: z.string() });
const changedRow = z.object({ id: z.string(), checksum: z.string(), horizon: z.string() });
const horizonNow = 'pg_snapshot_xmin(pg_current_snapshot())::text AS horizon';

/** Other instances hear on it that a case was written. */
const channel = 'privacy_case';
const stored = z.object({ id: z.string(), document: z.string() });
const highest = z.object({ highest: z.number().nullable() });
const stone = z.object({ stone: z.string() });
const headLine = z.object({ line: z.string() });
const uniqueViolation = '23505';

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && codeOf(cause.cause) === uniqueViolation;

/** Few: what is at hand for long outlives the quick tidying of the memory. */
const fetchedAtOnce = 100;
const linesAtOnce = 5_000;
const versionsAtOnce = 20_000;

/** The same write, of which the others hear when it is done. */
const told = (write: string): string =>
  `WITH done AS (${write}) SELECT id, pg_notify('${channel}', '') FROM done`;

/** The index of all heads, in a file of this machine. */
const cacheIn = (file: string, stamp: (id: string) => string | null): NonNullable<Store['cache']> => ({
  read: () => readFile(file).catch(() => null),
  write: async (pieces) => {
    await makeFolder(dirname(file));
    await writeDurably(file, pieces);
  },
  drop: () => rm(file, { force: true }),
  stamp,
});

/** `cacheFile` is where this machine keeps the index of all heads; without one every case is read at a start. Every write is one statement, so it is whole or not at all; two writers are told apart by the checksum that they read. */
export const openPostgresStore = async (database: Database, cacheFile?: string): Promise<Store> => {
  const problems = new Map<string, RegisterProblem>();
  /** Checksums, as they were read or written here. */
  const known = new Map<string, string>();
  let horizon: string | null = null;
  /** Whether every case has been given out once. */
  let begun = false;

  const rows = asking(database);

  const wholeDocument = (id: string, text: string): CaseDocument | null => {
    try {
      const document = readDocument(id, text);
      problems.delete(id);
      return document;
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : `${id} cannot be read.`;
      problems.set(id, { what: 'damaged-case', where: id, message });
      return null;
    }
  };

  const fetchEach = async (
    ids: readonly string[],
    take: (document: CaseDocument) => Promise<void>,
  ): Promise<void> => {
    for (let start = 0; start < ids.length; start += fetchedAtOnce) {
      const some = ids.slice(start, start + fetchedAtOnce);
      const found = await rows(stored, 'SELECT id, document FROM privacy_case WHERE id = ANY($1)', [some]);
      const own = new Map(some.map((id) => [id, id]));
      for (const { id, document: text } of found) {
        const document = wholeDocument(id, text);
        // Under the number that is kept here already: one text a case instead of two.
        if (document !== null) await take({ ...document, id: own.get(id) ?? id });
      }
    }
  };

  const fetchAll = async (ids: readonly string[]): Promise<readonly CaseDocument[]> => {
    const documents: CaseDocument[] = [];
    await fetchEach(ids, async (document) => void documents.push(document));
    return documents;
  };

  /** Which cases there are, and their checksums: a few pages, however many there are. */
  const look = async (): Promise<void> => {
    const [now] = await rows(seen, `SELECT ${horizonNow}`);
    for (let after: string | undefined = ''; after !== undefined; ) {
      const some: readonly z.infer<typeof version>[] = await rows(
        version,
        'SELECT id, checksum FROM privacy_case WHERE id > $1 ORDER BY id LIMIT $2',
        [after, versionsAtOnce],
      );
      for (const { id, checksum } of some) known.set(id, checksum);
      after = some.length < versionsAtOnce ? undefined : some.at(-1)?.id;
    }
    horizon = now?.horizon ?? '0';
  };

  const eachHead: Store['eachHead'] = async (from, take) => {
    for (let [at, some] = [from, linesAtOnce]; some === linesAtOnce; at += some) {
      const found = await rows(headLine, 'SELECT line FROM privacy_head WHERE n > $1 ORDER BY n LIMIT $2', [
        at,
        linesAtOnce,
      ]);
      take(found.map(({ line }) => line));
      some = found.length;
    }
  };

  await makeTables(rows, tables);
  if (cacheFile !== undefined) await look();

  return {
    ...(cacheFile === undefined ? {} : { cache: cacheIn(cacheFile, (id) => known.get(id) ?? null) }),
    changes: async (isKnown = () => false) => {
      if (horizon === null) await look();
      if (!begun) {
        begun = true;
        return fetchAll([...known.keys()].filter((id) => !isKnown(id)));
      }
      const current = await rows(
        changedRow,
        `SELECT id, checksum, ${horizonNow} FROM privacy_case WHERE changed >= $1::xid8`,
        [horizon],
      );
      const changed = current.filter(({ id, checksum }) => known.get(id) !== checksum);
      const documents = await fetchAll(changed.map(({ id }) => id));
      for (const { id, checksum } of changed) known.set(id, checksum);
      horizon = current[0]?.horizon ?? horizon;
      return documents;
    },
    each: async (isKnown, take) => {
      if (horizon === null) await look();
      begun = true;
      await fetchEach(
        [...known.keys()].filter((id) => !isKnown(id)),
        take,
      );
    },
    read: async (id) => {
      const [found] = await rows(stored, 'SELECT id, document FROM privacy_case WHERE id = $1', [id]);
      return found === undefined ? null : parseDocument(id, readJson(id, found.document));
    },
    insert: async (document) => {
      const [, prefix, year, number] = caseIdPattern.exec(document.id) ?? [];
      const made = await rows(
        z.unknown(),
        told(`INSERT INTO privacy_case (id, series, number, request_id, checksum, document)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`),
        [
          document.id,
          `${prefix}-${year}-`,
          Number(number),
          document.requestId,
          document.checksum,
          documentText(document),
        ],
      );
      if (made.length === 1) known.set(document.id, document.checksum);
      return made.length === 1;
    },
    replace: async (before, after) => {
      const changed = await rows(
        z.unknown(),
        told(`UPDATE privacy_case SET checksum = $3, document = $4, changed = pg_current_xact_id()
         WHERE id = $1 AND checksum = $2 RETURNING id`),
        [before.id, before.checksum, after.checksum, documentText(after)],
      );
      if (changed.length === 1) known.set(after.id, after.checksum);
      return changed.length === 1;
    },
    highestNumber: async (series) => {
      const [found] = await rows(
        highest,
        'SELECT max(number) AS highest FROM privacy_case WHERE series = $1',
        [series],
      );
      return found?.highest ?? 0;
    },
    headLines: async (from) => {
      const lines: string[] = [];
      await eachHead(from, (some) => void lines.push(...some));
      return lines;
    },
    eachHead,
    appendHead: async (before, lines) => {
      try {
        const made = await rows(
          z.unknown(),
          `INSERT INTO privacy_head (n, line)
           SELECT $1 + at, line FROM unnest($2::text[]) WITH ORDINALITY AS given (line, at)
           WHERE (SELECT coalesce(max(n), 0) FROM privacy_head) = $1 RETURNING n`,
          [before, lines],
        );
        return made.length === lines.length;
      } catch (cause) {
        if (isTaken(cause)) return false;
        throw cause;
      }
    },
    replaceHead: async (lines) => {
      await rows(
        z.unknown(),
        `UPDATE privacy_head AS known SET line = given.line
         FROM unnest($1::text[]) WITH ORDINALITY AS given (line, at) WHERE known.n = given.at RETURNING n`,
        [lines],
      );
    },
    bury: async (buried) => {
      await rows(
        z.unknown(),
        `INSERT INTO privacy_erased (first, stone) VALUES ($1, $2)
         ON CONFLICT (first) DO UPDATE SET stone = excluded.stone RETURNING first`,
        [buried.first, JSON.stringify(buried)],
      );
    },
    tombstones: async () =>
      (await rows(stone, 'SELECT stone FROM privacy_erased')).map((row) =>
        tombstone.parse(JSON.parse(row.stone)),
      ),
    answersMayBeLost: true,
    ...(database.listen === undefined
      ? {}
      : { onOthers: (heard: () => void) => database.listen?.(channel, heard) ?? (async () => undefined) }),
    problems: () => [...problems.values()],
    close: () => database.close(),
  };
};
