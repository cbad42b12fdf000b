// Rebuilds on every change and restarts the bot when the build has changed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureReady, root } from './ready.mjs';

ensureReady();
const start = (args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const children = [
  start([tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  start([tsc, '-p', 'src/workspace/page', '--watch', '--preserveWatchOutput']),
  start(['--watch', '--watch-preserve-output', 'dist/src/main.js']),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
