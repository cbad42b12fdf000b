// Makes a fresh clone ready with nothing but Node and npm: locked dependencies, then the build. Uses built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const fail = (why) => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

/** Runs a program with its output on stderr, so that stdout stays clean data. Answers its exit code. */
export const run = (command, args, options = {}) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  return status ?? 1;
};

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const installedMark = join(root, 'node_modules', '.installed-lock');

export const ensureInstalled = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer and run this again.`);
  }
  const lock = lockHash();
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === lock) return;
  process.stderr.write('Installing the locked dependencies (once) …\n');
  if (run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']) !== 0) {
    fail('The dependencies could not be installed: see the lines above. Is the npm registry reachable?');
  }
  writeFileSync(installedMark, lock);
};

const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );

const tsc = (...args) => run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args]);

/** `checked`: the types have just been looked at, so that the build need not do it again. */
export const ensureBuilt = ({ force = false, checked = false } = {}) => {
  const mark = join(root, 'dist', '.built');
  const sources = Math.max(
    ...['src', 'eval', 'bench', 'data/knowledge', 'data/regimes'].map((folder) => newest(join(root, folder))),
    statSync(join(root, 'tsconfig.json')).mtimeMs,
    statSync(join(root, 'package-lock.json')).mtimeMs,
  );
  if (!force && existsSync(mark) && statSync(mark).mtimeMs >= sources) return;
  process.stderr.write('Building …\n');
  const how = checked ? ['--noCheck'] : [];
  if (tsc('-p', 'tsconfig.build.json', ...how) !== 0 || tsc('-p', 'src/workspace/page', ...how) !== 0) {
    fail('The build failed: see the lines above.');
  }
  if (run(process.execPath, [join(root, 'bin', 'yaml-as-json.mjs')]) !== 0)
    fail('The data could not be prepared: see the lines above.');
  writeFileSync(mark, '');
};

export const ensureReady = () => {
  ensureInstalled();
  ensureBuilt();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  ensureBuilt({ force: process.argv[2] === 'build' });
}
