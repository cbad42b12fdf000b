import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';

// A clone with an npm that minds company as the real one does: of two at once, one fails.
const npm = `#!/bin/sh
mkdir running 2>/dev/null || { echo 'ENOTEMPTY: directory not empty' >&2; exit 1; }
sleep 0.7
mkdir -p node_modules
echo once >> installs
rmdir running
`;

let clone = '';
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'clone-'));
  for (const folder of ['bin', 'tools']) await mkdir(join(clone, folder));
  await copyFile(join(projectRoot, 'bin/ready.mjs'), join(clone, 'bin/ready.mjs'));
  await writeFile(join(clone, 'package-lock.json'), '{}');
  await writeFile(join(clone, 'tools/npm'), npm);
  await chmod(join(clone, 'tools/npm'), 0o755);
});
afterEach(() => rm(clone, { recursive: true, force: true }));

const starts = (): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const ready = pathToFileURL(join(clone, 'bin/ready.mjs')).href;
    const child = spawn(process.execPath, ['-e', `import('${ready}').then((all) => all.ensureInstalled())`], {
      env: { ...process.env, PATH: `${join(clone, 'tools')}:${process.env['PATH']}` },
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => resolve({ code, said }));
  });
const installs = async (): Promise<number> =>
  (await readFile(join(clone, 'installs'), 'utf8')).trim().split('\n').length;

it('three starts on a fresh clone install once, and all of them go on', async () => {
  const ends = await Promise.all([starts(), starts(), starts()]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(await installs()).toBe(1);
  expect(ends.filter(({ said }) => said.includes('waiting for it')).length).toBeGreaterThan(0);
});

it('what a start left that was killed keeps nobody waiting', async () => {
  await writeFile(join(clone, '.getting-ready'), '999999');
  expect(await starts()).toMatchObject({ code: 0 });
  expect(await installs()).toBe(1);
});

it('an install that fails lets the next one try', async () => {
  await mkdir(join(clone, 'running'));
  expect((await starts()).code).toBe(1);
  await rm(join(clone, 'running'), { recursive: true });
  expect((await starts()).code).toBe(0);
});
