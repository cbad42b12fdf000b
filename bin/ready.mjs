// Makes a fresh clone ready with nothing but Node and npm: locked dependencies, then the build. Uses built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const busyMark = join(root, '.getting-ready');
/** An install or a build takes a minute or two; whatever is older was left by something that is gone. */
const longestMs = 15 * 60_000;
/** A mark that is still empty after that was left by something that ended between making and writing it, or by a full disk. */
const writingMs = 5_000;

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Whether another program is getting ready here; what a dead one left behind is taken away. */
const othersAreAtIt = () => {
  try {
    const { mtimeMs } = statSync(busyMark);
    const written = readFileSync(busyMark, 'utf8');
    const holder = Number(written);
    const age = Date.now() - mtimeMs;
    // Just made, and its number not written yet.
    if (holder === 0 && age < writingMs) return true;
    // Our own number is that of a start before us: numbers are given out again, in a container the same one each time.
    if (holder > 0 && holder !== process.pid && age < longestMs) {
      try {
        process.kill(holder, 0);
        return true;
      } catch (error) {
        if (error.code === 'EPERM') return true;
      }
    }
    if (readFileSync(busyMark, 'utf8') === written) rmSync(busyMark, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return false;
};

const isOurs = () => {
  try {
    return readFileSync(busyMark, 'utf8') === String(process.pid);
  } catch {
    return false;
  }
};

const takeTurn = () => {
  for (let told = false; ; pause(250)) {
    try {
      writeFileSync(busyMark, String(process.pid), { flag: 'wx' });
      // Two that found the same leftovers may both have taken them away: the last to write has the turn.
      pause(50);
      if (isOurs()) return;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        fail(
          `This folder cannot be written (${error.code}): ${root}. Install and build it as a user who may.`,
        );
      }
      if (othersAreAtIt() && !told) {
        told = true;
        process.stderr.write('Another start is installing or building here; waiting for it …\n');
      }
    }
  }
};

/** One program at a time: two installs would take each other's files away (ENOTEMPTY). */
const inTurn = (work) => {
  takeTurn();
  const done = () => {
    if (isOurs()) rmSync(busyMark, { force: true });
  };
  process.once('exit', done);
  work();
  process.off('exit', done);
  done();
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
  const isThere = () => existsSync(installedMark) && readFileSync(installedMark, 'utf8') === lockHash();
  if (isThere()) return;
  inTurn(() => {
    if (isThere()) return;
    process.stderr.write('Installing the locked dependencies (once) …\n');
    if (run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']) !== 0) {
      fail('The dependencies could not be installed: see the lines above. Is the npm registry reachable?');
    }
    writeFileSync(installedMark, lockHash());
  });
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
  const isThere = () => existsSync(mark) && statSync(mark).mtimeMs >= sources;
  if (!force && isThere()) return;
  inTurn(() => {
    if (!force && isThere()) return;
    process.stderr.write('Building …\n');
    const how = checked ? ['--noCheck'] : [];
    if (tsc('-p', 'tsconfig.build.json', ...how) !== 0 || tsc('-p', 'src/workspace/page', ...how) !== 0) {
      fail('The build failed: see the lines above.');
    }
    if (run(process.execPath, [join(root, 'bin', 'yaml-as-json.mjs')]) !== 0)
      fail('The data could not be prepared: see the lines above.');
    writeFileSync(mark, '');
  });
};

export const ensureReady = () => {
  ensureInstalled();
  ensureBuilt();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  ensureBuilt({ force: process.argv[2] === 'build' });
}
