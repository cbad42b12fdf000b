// Lets a thread that a test starts read the program's own `.ts` files: what Vite does for the tests themselves, by the same
// rolldown that comes with it.
import { register } from 'node:module';

const hooks = `
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformSync } from ${JSON.stringify(import.meta.resolve('rolldown/utils'))};
export const load = async (url, context, next) => {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = transformSync(path, await readFile(path, 'utf8'), { sourcemap: false });
  return { format: 'module', source: code, shortCircuit: true };
};
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
