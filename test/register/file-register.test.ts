import { describe } from 'vitest';
import { openRegister } from '../../src/register/open.ts';
import { registerContract } from './contract.ts';
import { keyText, plainKind } from './plain-kind.ts';
import { allBytes, temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();

describe('the register in files', () => {
  registerContract(async () => ({
    open: () => openRegister({ folder: folder(), key: keyText }, plainKind, () => undefined),
    bytes: () => allBytes(folder()),
  }));
});
