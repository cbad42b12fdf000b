/** What a start and a list cost with 100, 10,000 and 100,000 open cases, on files and on PostgreSQL: a server of its own where one is installed, or the empty database of `BENCH_DATABASE_URL`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../src/base/root.ts';
import { newRegisterKeyText } from '../src/register/history/sealing.ts';
import { connect } from '../src/register/postgres/connection.ts';
import { type Line, line } from './figures.ts';
import { fillFiles, fillPostgres } from './fill.ts';
import { startServer } from './postgres-server.ts';

const sizes = (process.env['BENCH_SIZES'] ?? '100,10000,100000').split(',').map(Number);
const most = { startMs: 3_000, listMs: 300, peakMb: 300 } as const;
const opened = z.object({ startMs: z.number(), listMs: z.number(), peakMb: z.number() });

const opens = (folder: string, key: string, url: string): z.infer<typeof opened> => {
  const { stdout } = spawnSync(process.execPath, [
    join(projectRoot, 'dist/bench/open-register.js'),
    folder,
    key,
    url,
  ]);
  return opened.parse(JSON.parse(stdout.toString()));
};

/** Opened twice: the first start after an upgrade reads every case, every later one the index. */
const linesOf = (what: string, folder: string, key: string, url: string): readonly Line[] => {
  const first = opens(folder, key, url);
  const { startMs, listMs, peakMb } = opens(folder, key, url);
  return [
    line(`${what}: first start, every case read`, first.startMs, 'ms', null),
    line(`${what}: memory at most, first start`, first.peakMb, 'MB', most.peakMb),
    line(`${what}: start`, startMs, 'ms', most.startMs),
    line(`${what}: list`, listMs, 'ms', most.listMs),
    line(`${what}: memory at most`, peakMb, 'MB', most.peakMb),
  ];
};

const onFiles = (cases: number): readonly Line[] => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-size-'));
  const key = newRegisterKeyText();
  try {
    fillFiles(folder, key, cases);
    return linesOf(`${cases} cases in files`, folder, key, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const onPostgres = async (cases: number, url: string): Promise<readonly Line[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-size-'));
  const key = newRegisterKeyText();
  const database = connect(url);
  try {
    await database.query('DROP TABLE IF EXISTS privacy_case, privacy_erased, privacy_head');
    await fillPostgres(database, key, cases);
    return linesOf(`${cases} cases in PostgreSQL`, folder, key, url);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const none: Line = {
  what: 'PostgreSQL: not measured, no server is installed here',
  figure: '–',
  goal: null,
  met: null,
};

export const benchSizes = async (): Promise<readonly Line[]> => {
  const given = process.env['BENCH_DATABASE_URL'];
  const server = given === undefined ? await startServer(true) : null;
  const databaseUrl = given ?? server?.database('bench');
  const lines: Line[] = [];
  try {
    for (const cases of sizes) {
      lines.push(...onFiles(cases));
      if (databaseUrl !== undefined) lines.push(...(await onPostgres(cases, databaseUrl)));
    }
    return databaseUrl === undefined ? [...lines, none] : lines;
  } finally {
    server?.stop();
  }
};
