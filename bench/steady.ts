/** Memory of the bot over `BENCH_MINUTES` (ten) minutes of steady use: after the first two of them it must not grow. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { systemClock } from '../src/base/clock.ts';
import { projectRoot } from '../src/base/root.ts';
import { startWorkspace } from '../src/workspace/start.ts';
import { type Line, line } from './figures.ts';

const minutes = Number(process.env['BENCH_MINUTES'] ?? 10);
const settledAfter = minutes / 5;
const perSecond = 5;
const mostGrowth = 5;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resident memory of a process on Linux, in megabytes. */
const memoryOf = (pid: number): number => {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
};

export const benchSteady = async (): Promise<readonly Line[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-steady-'));
  const workspace = await startWorkspace({
    port: 0,
    clock: systemClock,
    manifest: parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8')),
    pages: { roots: [], vendorRoot: join(projectRoot, 'node_modules') },
  });
  const child = spawn(process.execPath, [join(projectRoot, 'dist/src/main.js')], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      SLACK_API_URL: workspace.apiUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('exit', resolve));
  const sam = workspace.as(workspace.ids.sam);
  try {
    while (!sam.state().app.connected) await wait(50);
    const began = performance.now();
    const end = began + minutes * 60_000;
    let settled = 0;
    let highest = 0;
    while (performance.now() < end) {
      const text = '/privacy who can see client data?';
      await Promise.all([
        sam.act({ type: 'say', channel: workspace.ids.support, text }),
        wait(1_000 / perSecond),
      ]);
      const memory = memoryOf(child.pid ?? 0);
      if (performance.now() - began < settledAfter * 60_000) settled = Math.max(settled, memory);
      else highest = Math.max(highest, memory);
    }
    return [
      line(
        `memory at most in the first ${settledAfter} minutes, ${perSecond} commands a second`,
        settled,
        'MB',
        null,
      ),
      line(`memory at most in the ${minutes - settledAfter} minutes after that`, highest, 'MB', null),
      line('growth', Math.max(0, (highest / settled - 1) * 100), '%', mostGrowth),
    ];
  } finally {
    child.kill('SIGTERM');
    await closed;
    await workspace.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
