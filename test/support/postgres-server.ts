import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './program.ts';

const installed = '/usr/lib/postgresql';

const binaries = (): string => {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  if (newest === undefined) throw new Error('PostgreSQL is missing. Run: apt-get install -y postgresql');
  return join(installed, newest, 'bin');
};

const idOf = (what: '-u' | '-g'): number => Number(spawnSync('id', [what, 'postgres']).stdout.toString());

/** A PostgreSQL server of its own on 127.0.0.1, thrown away afterwards. It refuses to run as root, so then it runs as its own user. */
export const startPostgres = async () => {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'privacy-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null;
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = (name: string, args: readonly string[]): void => {
    const { status, stderr } = spawnSync(join(bin, name), args, {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${name} failed: ${stderr?.toString()}`);
  };
  const port = await freePort();
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'privacy', '--no-sync', '-E', 'UTF8']);
  // Its log goes into a file: a pipe would be held open by the server and never end.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start']);
  return {
    /** A new, empty database. */
    database: (name: string): string => {
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'privacy', name]);
      return `postgres://privacy@127.0.0.1:${port}/${name}`;
    },
    stop: (): void => {
      run('pg_ctl', ['-D', data, '-m', 'fast', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
