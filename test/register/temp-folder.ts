import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A fresh folder for each test of the file that calls this. */
export const temporaryFolder = (): (() => string) => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));
  return () => folder;
};

/** Names and bytes of every file below a folder, as one text in which plain text would be found. */
export const allBytes = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true });
  const files = [];
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.push(`${name}\n${await readFile(path, 'latin1')}`);
  }
  return files.join('\n');
};
