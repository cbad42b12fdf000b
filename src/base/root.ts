/** Finds the folder of the project, from source and from the build alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, found upwards from here: the same from `src` (tests) and from `dist` (the built program). */
const findRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const up = dirname(from);
  if (up === from) throw new Error('package.json was not found above the program');
  return findRoot(up);
};

export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));
