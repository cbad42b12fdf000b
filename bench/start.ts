import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/base/root.ts';
import { type Line, line, median } from './figures.ts';
import { asStarted } from './program.ts';

const runs = 5;

/** Milliseconds from starting `node` until the bot is connected to the local workspace. */
const once = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const start = performance.now();
  const child = spawn(process.execPath, [...asStarted.options, join(projectRoot, 'dist/src/main.js')], {
    cwd: folder,
    env: { ...asStarted.env, PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('exit', resolve));
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      if (text.includes('http://127.0.0.1:')) return performance.now() - start;
    }
    throw new Error('The bot ended before it was ready.');
  } finally {
    child.kill('SIGTERM');
    await closed;
    rmSync(folder, { recursive: true, force: true });
  }
};

export const benchStart = async (): Promise<readonly Line[]> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await once());
  return [line(`ready after node starts (median of ${runs})`, median(times), 'ms', 2500)];
};
