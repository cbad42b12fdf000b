/** One process at a time may write to a folder. The lock of a process that is gone is taken over. */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf } from '../../base/error-code.ts';
import { RegisterLocked, unavailable } from '../errors.ts';

const holder = z.object({
  pid: z.int(),
  started: z.string().nullable(),
  host: z.string(),
  token: z.string(),
});
type Holder = z.infer<typeof holder>;

/** A holder on another machine is taken for dead when it has not touched its lock for so long. */
const silentForMs = 60_000;
const touchEveryMs = 10_000;
const attempts = 10;

const processRuns = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
};

/** Boot and start time of a process, so that a reused process id is not taken for the old one. Null where there is no /proc. */
const startOf = async (pid: number): Promise<string | null> => {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot.trim()} ${ticks}`;
  } catch {
    return null;
  }
};

const readHolder = async (path: string): Promise<Holder | null> => {
  try {
    return holder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
};

/** Both times come from the disk that holds the lock, so the clocks of two machines need not agree. */
const silentFor = async (path: string, probe: string): Promise<number> =>
  (await stat(probe)).mtimeMs - (await stat(path)).mtimeMs;

const isGone = async (found: Holder | null, path: string, probe: string): Promise<boolean> => {
  if (found === null || found.host !== hostname()) return (await silentFor(path, probe)) > silentForMs;
  if (!processRuns(found.pid)) return true;
  return found.started !== null && found.started !== (await startOf(found.pid));
};

const lockedBy = (found: Holder | null, path: string): RegisterLocked => {
  const who = found === null ? 'another process' : `process ${found.pid} on ${found.host}`;
  return new RegisterLocked(
    `The register is in use by ${who}. Stop it first; if you are sure that it no longer runs, delete ${path}.`,
  );
};

const made = (path: string, from: string): Promise<boolean> =>
  link(from, path).then(
    () => true,
    () => false,
  );

/** Puts `mine` in the place of a dead holder's lock. One process at a time, or two would each clear away the other's new lock. */
const takeOver = async (path: string, mine: string): Promise<boolean> => {
  const guard = `${path}.clearing`;
  if (!(await made(guard, mine))) {
    if ((await silentFor(guard, mine).catch(() => 0)) > silentForMs) await rm(guard, { force: true });
    return false;
  }
  try {
    if (!(await isGone(await readHolder(path), path, mine).catch(() => false))) return false;
    await rename(mine, path);
    return true;
  } finally {
    await rm(guard, { force: true });
  }
};

/** Says "still here": the lock gets the time of the disk, taken from a file written now. */
const touch = async (path: string, token: string): Promise<void> => {
  if ((await readHolder(path))?.token !== token) return;
  const probe = `${path}.${token}`;
  await writeFile(probe, '');
  const { mtime } = await stat(probe);
  await rm(probe, { force: true });
  await utimes(path, mtime, mtime);
};

/** Answers the function that gives the lock back; rejects with `RegisterLocked` naming the holder. */
export const takeLock = async (folder: string): Promise<() => Promise<void>> => {
  const path = join(folder, 'lock');
  const token = randomUUID();
  const mine: Holder = { pid: process.pid, started: await startOf(process.pid), host: hostname(), token };
  const written = `${path}.${token}`;
  try {
    await writeFile(written, `${JSON.stringify(mine)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw unavailable('Locking the register', cause);
  }
  try {
    for (let attempt = 1; !(await made(path, written)); attempt += 1) {
      const found = await readHolder(path);
      const gone = await isGone(found, path, written).catch(() => true);
      if (!gone || attempt === attempts) throw lockedBy(found, path);
      if (await takeOver(path, written)) break;
      await after(attempt * 10);
    }
  } finally {
    await rm(written, { force: true });
  }
  const touching = setInterval(() => void touch(path, token).catch(() => undefined), touchEveryMs);
  touching.unref();
  return async () => {
    clearInterval(touching);
    if ((await readHolder(path))?.token === token) await rm(path, { force: true });
  };
};
