/** `privacy register`: its subcommands and what each is given. */
import { join, resolve } from 'node:path';
import { codeOf } from '../../base/error-code.ts';
import { projectRoot } from '../../base/root.ts';
import { isRegisterError } from '../../register/errors.ts';
import { type Io, no, type Verb, wrongUse } from '../io.ts';
import { backupRegister, eraseCases, rekeyRegister, restoreRegister } from './register-keep.ts';
import { writeLetter } from './register-letter.ts';
import { exportCases, listCases, showCase, writeEvidence } from './register-read.ts';
import { verifyRegister } from './register-verify.ts';

/** What every subcommand gets: where the register is and how to read its arguments. */
export type RegisterPart = {
  readonly use: string;
  readonly run: (args: readonly string[], place: RegisterEnv, io: Io) => Promise<number>;
};

export type RegisterEnv = {
  readonly folder: string;
  readonly key: string | undefined;
  readonly keyFile?: string | undefined;
  readonly databaseUrl: string | undefined;
  /** REGISTER_ANCHOR: a file outside the register that anchors are kept in. */
  readonly anchorFile?: string | undefined;
};

const parts: Readonly<Record<string, RegisterPart>> = {
  list: {
    use: 'list [--open] [--overdue] [--right RIGHT] [--state STATE] [--owner USER] [--json]',
    run: listCases,
  },
  show: { use: 'show ID [--json] [--reveal]', run: showCase },
  export: { use: 'export --csv FILE (and what `list` takes)', run: exportCases },
  evidence: { use: 'evidence ID --out FILE', run: writeEvidence },
  letter: { use: 'letter ID LETTER [--out FILE]', run: writeLetter },
  verify: { use: 'verify [FILE]   or   verify --anchor ANCHOR|FILE', run: verifyRegister },
  backup: { use: 'backup FILE', run: backupRegister },
  restore: { use: 'restore FILE [--force]', run: restoreRegister },
  erase: { use: 'erase ID --yes   or   erase --expired --yes', run: eraseCases },
  rekey: { use: 'rekey   (REGISTER_KEY is the old key, NEW_REGISTER_KEY the new one)', run: rekeyRegister },
};

const usage = (): string =>
  ['Usage:', ...Object.values(parts).map(({ use }) => `  privacy register ${use}`)].join('\n');

export const registerEnv = (env: Io['env']): RegisterEnv => ({
  folder: resolve(env['DATA_DIR'] || join(projectRoot, 'data', 'register')),
  key: env['REGISTER_KEY'] || undefined,
  keyFile: env['REGISTER_KEY_FILE'] || undefined,
  databaseUrl: env['DATABASE_URL'] || undefined,
  anchorFile: env['REGISTER_ANCHOR'] || undefined,
});

const isWrongUse = (cause: unknown): cause is Error => codeOf(cause)?.startsWith('ERR_PARSE_ARGS') === true;

/** The register without Slack. */
export const register: Verb = async (args, io) => {
  const [name = '', ...rest] = args;
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part === undefined) {
    io.err(name === '' ? usage() : `privacy register: there is no "${name}".\n${usage()}`);
    return wrongUse;
  }
  try {
    const code = await part.run(rest, registerEnv(io.env), io);
    if (code === wrongUse) io.err(`Usage: privacy register ${part.use}`);
    return code;
  } catch (cause) {
    if (isWrongUse(cause)) {
      io.err(`${cause.message}\nUsage: privacy register ${part.use}`);
      return wrongUse;
    }
    if (!isRegisterError(cause)) throw cause;
    io.err(cause.message);
    return no;
  }
};
