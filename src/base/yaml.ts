/** YAML as data; a text that was read before, in this process or when the program was built, is not read again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { parse } from 'yaml';
import { projectRoot } from './root.ts';

/** Seventy files, which are loaded when a text is met that the build has not read. */
const yaml = (): { readonly parse: typeof parse } => createRequire(import.meta.url)('yaml');

/** So many texts are remembered, the latest ones; a longer text is read each time. */
const MOST_TEXTS = 200;
const LONGEST = 200_000;

const remembered = { plain: new Map<string, unknown>(), merging: new Map<string, unknown>() };

/** What `node bin/yaml-as-json.mjs` made of the same text at the build; undefined where there is nothing. */
const builtOf = (text: string, merge: boolean): unknown => {
  const name = `${createHash('sha256').update(text).digest('hex')}${merge ? '.merged' : ''}.json`;
  try {
    return JSON.parse(readFileSync(join(projectRoot, 'dist', 'yaml', name), 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * What a YAML text says, with its merge keys (`<<`) where `merge` is true; throws a YAMLParseError. Whoever reads the same text
 * shares the value: put it through a schema, which copies it, and never write to it.
 */
export const parseYaml = (text: string, merge = false): unknown => {
  const known = merge ? remembered.merging : remembered.plain;
  if (known.has(text)) return known.get(text);
  const value: unknown = builtOf(text, merge) ?? yaml().parse(text, { merge });
  if (text.length <= LONGEST) known.set(text, value);
  const [oldest] = known.keys();
  if (known.size > MOST_TEXTS && oldest !== undefined) known.delete(oldest);
  return value;
};
