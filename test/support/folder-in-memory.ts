/** Temporary folders of a run lie in memory where there is room: on a disk a register of thousands of files costs more time than what is tested. */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
/** A run takes some ten megabytes; a container may have as little as 64 for everything. */
const neededBytes = 200_000_000;

const roomIn = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
};

/** Workers and what they start are given its name; whoever sets TMPDIR keeps it. Everything in it goes when the run is over. */
export const setup = (): (() => void) | undefined => {
  if (process.env['TMPDIR'] !== undefined || roomIn(memory) < neededBytes) return undefined;
  const folder = mkdtempSync(join(memory, 'privacy-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
