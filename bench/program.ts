/** A program that is measured: ours or its rival, as a process of its own against a workspace that stands for Slack. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { systemClock } from '../src/base/clock.ts';
import { projectRoot } from '../src/base/root.ts';
import { startWorkspace, type Workspace } from '../src/workspace/start.ts';

export type Program = {
  readonly workspace: Workspace;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** As `npm start`, the image and the unit start it. */
export const asStarted = {
  options: ['--max-semi-space-size=1'],
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '32768' },
} as const;

/** `program` is a file of the build; `env` is what it gets besides the workspace's bot token and address. */
export const startProgram = async (
  program: string,
  env: (workspace: Workspace) => Readonly<Record<string, string>>,
): Promise<Program> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-program-'));
  const workspace = await startWorkspace({
    port: 0,
    clock: systemClock,
    manifest: parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8')),
    pages: { roots: [], vendorRoot: join(projectRoot, 'node_modules') },
  });
  const child = spawn(process.execPath, [...asStarted.options, join(projectRoot, program)], {
    cwd: dataDir,
    env: {
      ...asStarted.env,
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_API_URL: workspace.apiUrl,
      ...env(workspace),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('exit', resolve));
  return {
    workspace,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
      await workspace.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when it is so; throws after `ms`. */
export const until = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  ms: number,
): Promise<void> => {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${ms} ms`);
    await wait(20);
  }
};

/** Resident memory of a process on Linux, in megabytes. */
export const memoryOf = (pid: number): number => {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
};
