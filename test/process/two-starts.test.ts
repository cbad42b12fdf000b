import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';

// A clone with an npm that minds company as the real one does: of two at once, one fails. It takes until everybody is there, and a moment more.
const npm = `#!/bin/sh
mkdir running 2>/dev/null || { echo 'ENOTEMPTY: directory not empty' >&2; exit 1; }
while [ "$(ls here | wc -l)" -lt "$COMPANY" ]; do sleep 0.1; done
sleep 0.7
mkdir -p node_modules
echo once >> installs
rmdir running
`;

let clone = '';
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'clone-'));
  for (const folder of ['bin', 'tools', 'here']) await mkdir(join(clone, folder));
  await copyFile(join(projectRoot, 'bin/ready.mjs'), join(clone, 'bin/ready.mjs'));
  await writeFile(join(clone, 'package-lock.json'), '{}');
  await writeFile(join(clone, 'tools/npm'), npm);
  await chmod(join(clone, 'tools/npm'), 0o755);
});
afterEach(() => rm(clone, { recursive: true, force: true }));

/** The exit code of one start of so many at the same time. */
const starts = (company = 1): Promise<number | null> =>
  new Promise((resolve) => {
    const ready = pathToFileURL(join(clone, 'bin/ready.mjs')).href;
    const script = `fs.writeFileSync('here/' + process.pid, ''); import('${ready}').then((all) => all.ensureInstalled())`;
    const child = spawn(process.execPath, ['-e', script], {
      cwd: clone,
      env: {
        ...process.env,
        PATH: `${join(clone, 'tools')}:${process.env['PATH']}`,
        COMPANY: String(company),
      },
      stdio: 'ignore',
    });
    child.on('close', resolve);
  });
const installs = async (): Promise<number> =>
  (await readFile(join(clone, 'installs'), 'utf8')).trim().split('\n').length;

it('three starts on a fresh clone install once, and all of them go on', async () => {
  expect(await Promise.all([starts(3), starts(3), starts(3)])).toEqual([0, 0, 0]);
  expect(await installs()).toBe(1);
});

it('what a start left that was killed keeps nobody waiting', async () => {
  await writeFile(join(clone, '.getting-ready'), '999999');
  expect(await starts()).toBe(0);
  expect(await installs()).toBe(1);
});

it('a mark that was never written, as on a full disk, keeps nobody waiting', async () => {
  const mark = join(clone, '.getting-ready');
  await writeFile(mark, '');
  await utimes(mark, 1_000, 1_000);
  expect(await starts()).toBe(0);
  expect(await installs()).toBe(1);
});

it('an install that fails lets the next one try', async () => {
  await mkdir(join(clone, 'running'));
  expect(await starts()).toBe(1);
  await rm(join(clone, 'running'), { recursive: true });
  expect(await starts()).toBe(0);
});
