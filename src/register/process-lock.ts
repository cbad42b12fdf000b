/** One process at a time may write to a folder. The lock of a process that is gone is taken over. */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { RegisterLocked, unavailable } from './errors.ts';

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

const processRuns = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
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

/** Moves a dead holder's lock out of the way; puts it back when somebody else took it over in the meantime. */
const clearAway = async (found: Holder | null, path: string): Promise<void> => {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved?.token !== found?.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
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
    for (let attempt = 0; ; attempt += 1) {
      const taken = await link(written, path).then(
        () => true,
        () => false,
      );
      if (taken) break;
      const found = await readHolder(path);
      if (attempt === 5 || !(await isGone(found, path, written).catch(() => true)))
        throw lockedBy(found, path);
      await clearAway(found, path);
      await after(attempt * 5);
    }
  } finally {
    await rm(written, { force: true });
  }
  const touching = setInterval(() => {
    readHolder(path)
      .then(async (found) => {
        const { atime } = await stat(path);
        const probe = `${path}.${token}`;
        await writeFile(probe, '');
        const now = (await stat(probe)).mtime;
        await rm(probe, { force: true });
        if (found?.token === token) await utimes(path, atime, now);
      })
      .catch(() => undefined);
  }, touchEveryMs);
  touching.unref();
  return async () => {
    clearInterval(touching);
    if ((await readHolder(path))?.token === token) await rm(path, { force: true });
  };
};
