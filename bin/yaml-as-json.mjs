// Part of the build: every YAML file of `data` as JSON, under the hash of its text, since reading YAML is a quarter of a start.
// A file that is edited afterwards has another hash and is read as it stands.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { root } from './ready.mjs';

const place = join(root, 'dist', 'yaml');
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });

const keep = (name, value) => {
  const json = JSON.stringify(value);
  if (value !== undefined && isDeepStrictEqual(JSON.parse(json), value))
    writeFileSync(join(place, name), json);
};

for (const entry of readdirSync(join(root, 'data'), { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
  const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
  const hash = createHash('sha256').update(text).digest('hex');
  try {
    keep(`${hash}.json`, parse(text));
    keep(`${hash}.merged.json`, parse(text, { merge: true }));
  } catch {
    // Whoever reads it says what is wrong with it.
  }
}
