// `npm test`, `npm run test:browser`, `npm run test:postgres` and `npm run check`: one place that says what runs and names what was skipped.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run, tsc } from './ready.mjs';

const tool = (path, ...args) =>
  run(process.execPath, [join(root, 'node_modules', path), ...args], { stdio: 'inherit' });

const step = (title, status) => {
  if (status === 0) return;
  process.stderr.write(`\n${title} failed: see the lines above.\n`);
  process.exit(1);
};

const check = () => {
  step('Type check', tsc('-p', 'tsconfig.json'));
  step('Type check of the page', tsc('-p', 'src/workspace/page', '--noEmit'));
  step('Lint and format', tool('@biomejs/biome/bin/biome', 'ci', '.'));
  step('Unused code and dependencies', tool('knip/bin/knip.js', '--no-progress'));
};

const vitest = (project) =>
  step(`Tests (${project})`, tool('vitest/vitest.mjs', 'run', '--project', project));

ensureInstalled();
const what = process.argv[2] ?? 'all';
if (what === 'check') {
  check();
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
  check();
  ensureBuilt();
  vitest('unit');
  console.log('\nAll checks and tests that need no system package passed.');
  console.log('Skipped: the browser tests. Run: apt-get install -y chromium && npm run test:browser');
  console.log(
    'Skipped: the tests with a PostgreSQL server. Run: apt-get install -y postgresql && npm run test:postgres',
  );
}
