// Does the built program run on this Node? Starts it with nothing set, waits for the local workspace, asks it to stop, and looks how it ended.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ready.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'runs-'));
const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
  cwd: dataDir,
  env: { PATH: process.env.PATH, HOME: dataDir, DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: '3900' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const giveUp = setTimeout(() => child.kill('SIGKILL'), 30_000);
let said = '';
child.stdout.on('data', (bytes) => {
  const before = said;
  said += bytes;
  if (!before.includes('Local workspace:') && said.includes('Local workspace:')) child.kill('SIGTERM');
});
child.once('exit', (code, signal) => {
  clearTimeout(giveUp);
  rmSync(dataDir, { recursive: true, force: true });
  const well = code === 0 && said.includes('Local workspace:');
  console.log(
    well
      ? `The built program starts and stops on Node ${process.versions.node}.`
      : `The built program did not start and stop on Node ${process.versions.node}: exit ${code ?? signal}.`,
  );
  process.exit(well ? 0 : 1);
});
