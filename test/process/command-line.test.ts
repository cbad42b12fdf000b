import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { projectRoot } from '../../src/base/root.ts';
import { runCommand } from '../../src/cli.ts';
import { built, folder, runPrivacy } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(built, 120_000);

const lines = (out: string): readonly string[] => out.split('\n').filter((line) => line !== '');

/** The same commands without a process: what one adds is the same for all, and is seen with one of each code. */
const runHere = async (args: readonly string[]): Promise<Awaited<ReturnType<typeof runPrivacy>>> => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommand(args, {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: { DATA_DIR: folder() },
    clock: systemClock,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const inProcesses = new Set(['nothing at all', 'an unknown option', 'a case that is not there']);

describe('exit codes', () => {
  it.each<readonly [string, readonly string[], number]>([
    ['help', ['help'], 0],
    ['nothing at all', [], 0],
    ['an unknown command', ['frobnicate'], 2],
    ['an inherited word', ['constructor'], 2],
    ['a question without words', ['ask'], 2],
    ['an unknown option', ['ask', '--loud', 'who?'], 2],
    ['a deadline of an unknown right', ['deadline', '--received', '2026-01-31', '--right', 'cake'], 2],
    ['a deadline', ['deadline', '--received', '2026-01-31', '--right', 'access'], 0],
    ['doctor with a wrong option', ['doctor', '--fast'], 2],
    ['an evaluation of a file that is not there', ['eval', '--questions', '/nowhere.jsonl'], 2],
    ['a register command that is none', ['register', 'paint'], 2],
    ['a case that is not there', ['register', 'show', 'DSR-2026-9999'], 1],
  ])('%s', async (name, args, code) => {
    const run = await (inProcesses.has(name) ? runPrivacy : runHere)(args);
    expect({ code: run.code, err: run.err }).toMatchObject({ code });
    expect(run.out + run.err).not.toMatch(/\n\s+at |node:internal/);
    if (code !== 0) expect(run.out).toBe('');
    if (code !== 0) expect(run.err).not.toBe('');
  });
});

describe('what is piped in', () => {
  it('may have a mark at its start, Windows line ends, empty lines and no last line end: one object a line, in order', async () => {
    const input =
      '\uFEFFare backups encrypted?\r\n\r\n{"question":"what is a cookie?"}\r\n{oops\r\nwho sees data';
    const { code, out, err } = await runPrivacy(['ask', '--jsonl'], input);
    const read: { question?: string; error?: { code: string } }[] = lines(out).map((line) =>
      JSON.parse(line),
    );
    expect(read.map(({ question, error }) => question ?? error?.code)).toEqual([
      'are backups encrypted?',
      '',
      'what is a cookie?',
      'bad_json',
      'who sees data',
    ]);
    expect([code, err]).toEqual([0, '']);
  });

  it('may be a deadline case with a mark at its start', async () => {
    const { out } = await runPrivacy(
      ['deadline', '--jsonl'],
      '\uFEFF{"right":"access","received_at":"2026-09-01T10:00:00+01:00"}',
    );
    expect(JSON.parse(out)).toMatchObject({ state: expect.any(String), due: '2026-10-01' });
  });

  it('may be nothing', async () => {
    expect(await runPrivacy(['ask', '--jsonl'], '')).toEqual({ code: 0, out: '', err: '' });
  });

  it('may be one enormous line, refused in one object', async () => {
    const { code, out } = await runPrivacy(['ask', '--jsonl'], `${'why '.repeat(500_000)}\nwho sees data?\n`);
    expect([code, lines(out).length]).toEqual([0, 2]);
  });

  it('may come faster than it is read away, by somebody who stops reading', async () => {
    const run = spawn(process.execPath, ['bin/privacy.mjs', 'ask', '--jsonl'], { cwd: projectRoot });
    run.stdin.on('error', () => {});
    const err: string[] = [];
    run.stderr.on('data', (piece) => err.push(String(piece)));
    for (let count = 0; count < 300; count += 1) run.stdin.write('who can see client data?\n');
    await once(run.stdout, 'data');
    run.stdout.destroy();
    run.stdin.end();
    const [code] = await once(run, 'close');
    expect([code, err.join('')]).toEqual([0, '']);
  });
});

it('with --json prints one object and nothing else', async () => {
  for (const args of [
    ['ask', '--json', 'who can see client data?'],
    ['doctor', '--json'],
    ['deadline', '--received', '2026-01-31', '--right', 'access', '--json'],
    ['register', 'list', '--json'],
    ['policy', 'show', '--json'],
  ]) {
    const { out, code } = await runPrivacy(args);
    expect([args, code]).toEqual([args, 0]);
    expect(() => lines(out).map((line) => JSON.parse(line)), args.join(' ')).not.toThrow();
  }
});
