import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/root.ts';

export { freePort } from '../../bench/postgres-server.ts';

export type Program = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when the words have been printed, on either side. */
  readonly says: (words: string) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Its exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;
};

/** The build is made when it is older than the source, as `npm start` does. */
export const built = (): void => {
  spawnSync(process.execPath, ['-e', "import('./bin/ready.mjs').then((r) => r.ensureBuilt())"], {
    cwd: projectRoot,
  });
};

export const folder = (): string => mkdtempSync(join(tmpdir(), 'privacy program '));

/** Nothing of the surroundings but the path: the environment is what the test gives. */
const surroundings = (): Readonly<Record<string, string>> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  DATA_DIR: folder(),
  PORT: '0',
});

const program = (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Program => {
  const child = spawn(command, args, { cwd: projectRoot, env: { ...surroundings(), ...env } });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (piece) => out.push(String(piece)));
  child.stderr.on('data', (piece) => err.push(String(piece)));
  const printed = () => out.join('') + err.join('');
  return {
    child,
    out: () => out.join(''),
    err: () => err.join(''),
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (printed().includes(words)) resolve();
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.once('exit', () => reject(new Error(`ended without saying "${words}": ${printed()}`)));
        look();
      }),
    signal: (signal) => child.kill(signal),
    exit: once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null)),
  };
};

/** The bot, as a process of its own: what `npm start` runs. */
export const startProgram = (env: Readonly<Record<string, string>>): Program =>
  program(process.execPath, ['dist/src/main.js'], env);

/** `npx privacy …` with what is piped into it. */
export const runPrivacy = async (
  args: readonly string[],
  input: string | null = null,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => {
  const run = program(process.execPath, ['bin/privacy.mjs', ...args], env);
  run.child.stdin?.on('error', () => {});
  run.child.stdin?.end(input ?? '');
  const code = await run.exit;
  return { code, out: run.out(), err: run.err() };
};
