// Puts the program of a thread and the packages it needs into one file: a thread that loads a hundred takes three times as long to begin.
// It is kept beside the packages and made anew when a source or the lock of the packages has changed.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = join(root, 'node_modules', '.cache', 'threads');
const packages = join(root, 'package-lock.json');

const stampOf = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.mtimeMs} ${found.size}`;
};

/** Two test processes may write it at once. */
const write = (path, text) => {
  const half = `${path}.${process.pid}.${Math.random()}`;
  writeFileSync(half, text);
  renameSync(half, path);
};

const isFresh = (list) => {
  try {
    return JSON.parse(readFileSync(list, 'utf8')).every(([path, stamp]) => stampOf(path) === stamp);
  } catch {
    return false;
  }
};

const make = async (entry, list) => {
  const { rolldown } = await import('rolldown');
  const before = stampOf(packages);
  const bundle = await rolldown({ input: entry, platform: 'node', external: [/^node:/u, 'unpdf'] });
  const { output } = await bundle.generate({
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  mkdirSync(kept, { recursive: true });
  // What the first file imports is there before it is.
  for (const { fileName, code } of output.toReversed()) write(join(kept, fileName), code);
  const sources = output
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => id.startsWith(join(root, 'src')));
  write(list, JSON.stringify([[packages, before], ...sources.map((path) => [path, stampOf(path)])]));
};

export const resolve = async (specifier, context, next) => {
  if (!specifier.startsWith('file:') || !specifier.endsWith('-thread.ts')) return next(specifier, context);
  const entry = fileURLToPath(specifier);
  const name = basename(entry, '.ts');
  const list = join(kept, `${name}.json`);
  if (!isFresh(list)) await make(entry, list);
  return { url: pathToFileURL(join(kept, `${name}.mjs`)).href, format: 'module', shortCircuit: true };
};
