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
    const starts = text.match(/\bnode\b.*?(?:start\.mjs|main\.js)/gu) ?? [];
    const options = starts.map((start) => start.match(/--[\w-]+=\d+/gu));
    const settings = new Set(text.match(/MALLOC_\w+=\d+/gu));
    expect(starts).not.toEqual([]);
    expect(options).toEqual(starts.map(() => asStarted.options));
    expect([...settings].toSorted()).toEqual(
      Object.entries(asStarted.env).map(([name, value]) => `${name}=${value}`),
    );
  },
);
