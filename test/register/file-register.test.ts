import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import { openRegister } from '../../src/register/open.ts';
import { registerContract } from './contract.ts';
import { keyText, plainKind } from './plain-kind.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const allBytes = async (): Promise<string> => {
  const names = await readdir(folder, { recursive: true });
  const files = [];
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.push(`${name}\n${await readFile(path, 'latin1')}`);
  }
  return files.join('\n');
};

describe('the register in files', () => {
  registerContract(async () => ({
    open: () => openRegister({ folder, key: keyText }, plainKind, () => undefined),
    bytes: allBytes,
  }));
});
