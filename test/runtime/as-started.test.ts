/** What a start costs in memory depends on how node is started: the four places that start it, or measure it, say the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asStarted } from '../../bench/program.ts';
import { projectRoot } from '../../src/base/root.ts';

it.each(['package.json', 'Dockerfile', 'deploy/privacy-assistant.service'])(
  'is started by %s as it is measured',
  (file) => {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    const options = new Set(text.match(/--max-semi-space-size=\d+/gu));
    const settings = new Set(text.match(/MALLOC_\w+=\d+/gu));
    expect([...options]).toEqual(asStarted.options);
    expect([...settings].toSorted()).toEqual(
      Object.entries(asStarted.env).map(([name, value]) => `${name}=${value}`),
    );
  },
);
