// `npm test`, `npm run test:browser`, `npm run test:postgres` and `npm run check`: one place that says what runs and names what was skipped.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './ready.mjs';

const tool = (path, ...args) =>
  run(process.execPath, [join(root, 'node_modules', path), ...args], { stdio: 'inherit' });

/** Beside others: what it prints comes when it has ended, so that no two are mixed. */
const quietly = (path, ...args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = [];
    child.stdout.on('data', (piece) => printed.push(piece));
    child.stderr.on('data', (piece) => printed.push(piece));
    child.once('error', ({ message }) => resolve({ status: 1, printed: `${message}\n` }));
    child.once('close', (status) => resolve({ status: status ?? 1, printed: Buffer.concat(printed) }));
  });

const step = (title, status) => {
  if (status === 0) return;
  process.stderr.write(`\n${title} failed: see the lines above.\n`);
  process.exit(1);
};

const compiler = 'typescript/bin/tsc';

/** All at once: none of them keeps two cores busy. */
const check = async () => {
  const checks = [
    ['Type check', quietly(compiler, '-p', 'tsconfig.json')],
    ['Type check of the page', quietly(compiler, '-p', 'src/workspace/page', '--noEmit')],
    ['Lint and format', quietly('@biomejs/biome/bin/biome', 'ci', '.')],
    ['Unused code and dependencies', quietly('knip/bin/knip.js', '--no-progress')],
  ];
  for (const [title, running] of checks) {
    const { status, printed } = await running;
    process.stdout.write(printed);
    step(title, status);
  }
};

const vitest = (project) =>
  step(`Tests (${project})`, tool('vitest/vitest.mjs', 'run', '--project', project));

ensureInstalled();
const what = process.argv[2] ?? 'all';
if (what === 'check') {
  await check();
  console.log('Type check, lint, format and unused code: all clean.');
} else if (what === 'browser') {
  if (!existsSync('/usr/bin/chromium') && process.env.CHROMIUM === undefined) {
    step('Tests (browser): Chromium is missing. Run: apt-get install -y chromium', 1);
  }
  ensureBuilt();
  vitest('browser');
} else if (what === 'postgres') {
  if (!existsSync('/usr/lib/postgresql')) {
    step('Tests (postgres): PostgreSQL is missing. Run: apt-get install -y postgresql', 1);
  }
  ensureBuilt();
  vitest('postgres');
} else {
  await check();
  ensureBuilt({ checked: true });
  vitest('unit');
  console.log('\nAll checks and tests that need no system package passed.');
  console.log('Skipped: the browser tests. Run: apt-get install -y chromium && npm run test:browser');
  console.log(
    'Skipped: the tests with a PostgreSQL server. Run: apt-get install -y postgresql && npm run test:postgres',
  );
}
