import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import { openRegister } from '../../src/register/open.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { keyText } from '../register/plain-kind.ts';
import { temporaryFolder } from '../register/temp-folder.ts';
import { type StoryName, stories } from '../support/register-stories.ts';

const folder = temporaryFolder();
const file = (name: string): string => join(folder(), name);

const run = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: { DATA_DIR: file('data'), REGISTER_KEY: keyText },
    clock: () => new Date('2026-10-05T10:00:00.000Z'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const numbered = (events: readonly CaseEvent[], id: string): readonly [CaseEvent, ...CaseEvent[]] => {
  const [first, ...rest] = events;
  if (first?.type !== 'logged') throw new Error('no story');
  return [{ ...first, number: id }, ...rest];
};

const told: readonly StoryName[] = [
  'in progress',
  'paused',
  'answered in time',
  'complaint, not acknowledged',
];

beforeEach(async () => {
  const register = await openRegister({ folder: file('data'), key: keyText }, caseKind, () => undefined);
  for (const name of told)
    await register.create({
      prefix: 'DSR',
      year: 2026,
      requestId: name,
      events: (id) => numbered(stories[name], id),
    });
  await register.close();
});

describe('privacy report', () => {
  it('prints counts and figures, for people and for programs', async () => {
    const { code, out } = await run('report');
    expect(code).toBe(0);
    expect(out).toMatch(/Open +3 of 4 cases/u);
    expect(out).toMatch(/Answered within the legal time +50 % \(1 of 2 /u);
    const json = JSON.parse((await run('report', '--json')).out);
    expect(json).toMatchObject({ on: '2026-10-05', cases: 4, open: 3, overdue: 2 });
    expect(json.figures.map(({ title }: { title: string }) => title)).toHaveLength(4);
  });

  it('prints the hand-over of every open case', async () => {
    const rows = JSON.parse((await run('report', '--handover', '--json')).out);
    expect(rows.map(({ number }: { number: string }) => number).toSorted()).toEqual([
      'DSR-2026-0001',
      'DSR-2026-0002',
      'DSR-2026-0004',
    ]);
    expect((await run('report', '--handover')).out).toContain('DSR-2026-0004');
  });

  it('writes the picture as PNG or SVG, and says in words what it shows', async () => {
    const { code, out } = await run('report', '--picture', file('open.png'));
    expect(code).toBe(0);
    expect(out).toMatch(/^3 open cases on Mon 5 Oct 2026\. 2 overdue/u);
    expect((await readFile(file('open.png'))).subarray(1, 4).toString()).toBe('PNG');
    await run('report', '--picture', file('open.svg'));
    expect(await readFile(file('open.svg'), 'utf8')).toContain('</svg>');
  });

  it('writes the calendar', async () => {
    expect((await run('report', '--ics', file('due.ics'))).code).toBe(0);
    expect(await readFile(file('due.ics'), 'utf8')).toContain('UID:DSR-2026-0001@');
  });

  it.each([
    [['report', '--picture', 'open.jpeg']],
    [['report', '--picture', 'a.png', '--ics', 'b.ics']],
    [['report', '--ics', 'b.ics', '--json']],
    [['report', '--nonsense']],
  ])('takes %j as wrong use and says how it is meant', async (args) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: privacy report');
  });

  it('says where it could not write, with exit 1', async () => {
    await writeFile(file('plain'), '');
    const { code, err } = await run('report', '--ics', join(file('plain'), 'due.ics'));
    expect(code).toBe(1);
    expect(err).not.toBe('');
  });
});

describe('privacy register list', () => {
  const listed = async (...filter: readonly string[]): Promise<readonly string[]> =>
    JSON.parse((await run('register', 'list', '--json', ...filter)).out).map(({ id }: { id: string }) => id);

  it('filters by what is open or overdue, by right, state and owner', async () => {
    expect(await listed('--open')).toHaveLength(3);
    expect(await listed('--overdue')).toEqual(['DSR-2026-0001', 'DSR-2026-0004']);
    expect(await listed('--right', 'complaint')).toEqual(['DSR-2026-0004']);
    expect(await listed('--state', 'responded')).toEqual(['DSR-2026-0003']);
    expect(await listed('--owner', 'UTESS', '--open')).toEqual(['DSR-2026-0001', 'DSR-2026-0002']);
  });

  it('exports the same rows', async () => {
    await run('register', 'export', '--csv', file('open.csv'), '--open');
    expect((await readFile(file('open.csv'), 'utf8')).trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('names the rights and states there are when a filter names another', async () => {
    const { code, err } = await run('register', 'list', '--right', 'acess');
    expect(code).toBe(2);
    expect(err).toContain('access');
    expect((await run('register', 'export', '--csv', file('x.csv'), '--state', 'done')).code).toBe(2);
  });
});
