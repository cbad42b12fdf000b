import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { anchorsIn } from '../../src/register/history/anchor.ts';
import { anchorFaults, openRegister } from '../../src/register/open.ts';
import { built } from '../support/program.ts';
import { keyText, plainKind } from './plain-kind.ts';

/** More with REGISTER_KILLS=200. */
const kills = Number(process.env['REGISTER_KILLS'] ?? 20);

let folder = '';

// Appends as fast as it can, and says on stdout what was acknowledged.
const writer = `
import { openRegister } from '${pathToFileURL(join(projectRoot, 'dist/src/register/open.js')).href}';
const [folder, key, run] = process.argv.slice(1);
const kind = { parse: (value) => value, summarise: () => null, identifiers: () => [] };
const register = await openRegister({ folder, key }, kind, () => undefined);
const say = (text) => process.stdout.write(text + '\\n');
say('ready');
const event = (type, personal) => ({ type, at: '2026-11-02T09:00:00.000Z', by: 'U1', ...(personal ? { personal } : {}) });
const work = async (lane) => {
  for (let n = 0; ; n += 1) {
    const requestId = ['form', run, lane, n].join('-');
    const { id } = await register.create({ prefix: 'DSR', year: 2026, requestId, events: () => [event('received', { name: 'Canary Crash' })] });
    say([id, 1, register.anchor()].join(' '));
    for (let length = 1; length < 6; length += 1) {
      await register.append(id, length, event('taken'));
      say([id, length + 1].join(' '));
    }
  }
};
await Promise.all([work('a'), work('b'), work('c')]);
`;

beforeAll(async () => {
  built();
  folder = await mkdtemp(join(tmpdir(), 'register-crash-'));
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Starts the writer, kills it without warning after so many acknowledged writes, answers all of them. */
const killedAfter = (run: number, writes: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', writer, folder, keyText, String(run)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > writes + 1) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const lines = said.split('\n').slice(1, -1);
      if (signal === 'SIGKILL') resolve(lines);
      else reject(new Error(`the writer ended by itself (${code})`));
    });
  });

describe('a process that is killed while it writes', () => {
  it(
    `loses nothing that it acknowledged and leaves nothing half-written (${kills} kills)`,
    async () => {
      const acknowledged = new Map<string, number>();
      const anchors: string[] = [];
      for (let run = 0; run < kills; run += 1) {
        // Kills fall on different moments of a write because the writer runs on while the signal is under way.
        for (const line of await killedAfter(run, 1 + ((run * 7) % 40))) {
          const [id = '', length = '0', anchor] = line.split(' ');
          if (anchor !== undefined) anchors.push(anchor);
          acknowledged.set(id, Math.max(acknowledged.get(id) ?? 0, Number(length)));
        }
        const register = await openRegister({ folder, key: keyText }, plainKind, () => undefined);
        expect(register.problems().filter(({ what }) => what !== 'set-aside')).toEqual([]);
        expect(await anchorFaults({ folder }, anchorsIn(anchors.join(' ')))).toEqual([]);
        const found = new Map((await register.list()).map(({ id, length }) => [id, length]));
        for (const [id, length] of acknowledged) expect(found.get(id)).toBeGreaterThanOrEqual(length);
        await register.close();
      }
      expect(acknowledged.size).toBeGreaterThan(kills / 2);
      expect((await readdir(join(folder, 'cases'))).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    300_000 + kills * 5_000,
  );
});
