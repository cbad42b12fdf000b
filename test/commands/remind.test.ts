import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import { openRegister } from '../../src/register/open.ts';
import { logRequest } from '../../src/requests/case/intake.ts';
import { form, moment, sam } from '../support/case-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'remind-verb-'));

const run = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: { DATA_DIR: folder },
    clock: () => new Date('2026-11-23T12:00:00Z'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

beforeAll(async () => {
  const register = await openRegister({ folder, key: undefined }, caseKind, () => undefined);
  const intake = logRequest(
    form('access', { receivedAt: '2026-11-23T10:00:00Z' }),
    moment('2026-11-23T10:30:00Z', sam),
  );
  if (!intake.ok) throw new Error(intake.code);
  const [first] = intake.cases;
  if (first === undefined) throw new Error('nothing logged');
  await register.create({ prefix: 'DSR', year: 2026, requestId: 'form-1', events: first.events });
  await register.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rungsAt = async (at: string): Promise<readonly string[]> => {
  const { out, code } = await run('remind', '--at', at, '--dry-run', '--json');
  expect(code).toBe(0);
  return JSON.parse(out).map(({ rung }: { rung: string }) => rung);
};

describe('privacy remind', () => {
  it('prints each reminder with number, right, date and days left', async () => {
    const { out } = await run('remind', '--at', '2026-12-16T09:15:00Z', '--json');
    expect(JSON.parse(out)).toMatchObject([
      { case: 'DSR-2026-0001', rung: 'unowned+17', to: ['approver', 'manager', 'channel'] },
      {
        case: 'DSR-2026-0001',
        right: 'access',
        rung: 'T-5',
        due: '2026-12-23',
        days_left: 7,
        overdue: false,
        to: ['channel', 'approver'],
        key: 'remind/DSR-2026-0001/T-5/2026-12-23',
      },
    ]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['at the moment of logging: new', '2026-11-23T10:30:00Z', ['logged']],
    ['before it was logged: nothing', '2026-11-23T10:00:00Z', []],
    ['five working days before, at any later hour of the day', '2026-12-16T15:00:00Z', ['T-5']],
    ['before the reminder time', '2026-12-16T09:14:00Z', []],
    ['the day after: said already', '2026-12-17T09:15:00Z', []],
    ['on a Saturday', '2026-12-19T09:15:00Z', []],
    ['on the day itself', '2026-12-23T09:15:00Z', ['due']],
    ['and once more in the afternoon', '2026-12-23T14:00:00Z', ['due-14:00']],
    ['on the first working day after it', '2026-12-24T09:15:00Z', ['overdue+1']],
    ['on Christmas Day', '2026-12-25T09:15:00Z', []],
  ])('%s', async (_, at, expected) => {
    expect((await rungsAt(at)).filter((rung) => !/^(unowned|acknowledge)/.test(rung))).toEqual(expected);
  });

  it('writes nothing down: the same question has the same answer', async () => {
    const first = await run('remind', '--at', '2026-12-16T09:15:00Z', '--json');
    expect((await run('remind', '--at', '2026-12-16T09:15:00Z', '--json')).out).toBe(first.out);
  });

  it('names nobody', async () => {
    expect((await run('remind', '--at', '2026-12-16T09:15:00Z')).out).not.toMatch(/canary/i);
  });

  it.each([
    [['remind', '--at', 'tomorrow']],
    [['remind', '--at', '2026-12-16T09:15']],
    [['remind', '--now']],
    [['remind', 'x']],
  ])('refuses %j as wrong use', async (args) => {
    const { code, out } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
  });
});
