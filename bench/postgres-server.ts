/** A PostgreSQL server of its own, where the machine has one installed; tests and the bench start it. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = '/usr/lib/postgresql';

/** Null where there is none. */
const binaries = (): string | null => {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? null : join(installed, newest, 'bin');
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const idOf = (what: '-u' | '-g'): number => Number(spawnSync('id', [what, 'postgres']).stdout.toString());

/**
 * On 127.0.0.1, thrown away afterwards; null where none is installed. It refuses to run as root, so then it runs as its own user. Only a
 * `durable` one waits for the disk, as a real one does.
 */
export const startServer = async (durable: boolean) => {
  const bin = binaries();
  if (bin === null) return null;
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
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= ${durable ? '' : '-c fsync=off'}`;
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
