// Lets a thread that a test starts read the program's own `.ts` files: what Vite does for the tests themselves, by the same
// rolldown that comes with it. What it made of a file is kept beside the packages for as long as the file stays the same.
import { register } from 'node:module';

const hooks = `
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const kept = fileURLToPath(${JSON.stringify(new URL('../../node_modules/.cache/typescript-in-threads/', import.meta.url).href)});
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
export const load = async (url, context, next) => {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const path = fileURLToPath(url);
  const text = readFileSync(path, 'utf8');
  const place = kept + createHash('sha256').update(text).digest('hex') + '.mjs';
  const before = read(place);
  if (before !== null) return { format: 'module', source: before, shortCircuit: true };
  const { transformSync } = await import(${JSON.stringify(import.meta.resolve('rolldown/utils'))});
  const { code } = transformSync(path, text, { sourcemap: false });
  mkdirSync(kept, { recursive: true });
  const half = place + '.' + process.pid + '.' + Math.random();
  writeFileSync(half, code);
  renameSync(half, place);
  return { format: 'module', source: code, shortCircuit: true };
};
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
