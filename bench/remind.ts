/** What a look for reminders costs with ten thousand and a hundred thousand open cases: the first after a start, and the one that runs every minute. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHolidayTable } from '../src/base/calendars.ts';
import { reminding } from '../src/flows/reminders/remind.ts';
import type { ReminderPost } from '../src/flows/reminders/reminder-post.ts';
import { openFileLedger } from '../src/register/files/file-ledger.ts';
import type { Head } from '../src/register/register.ts';
import type { Case } from '../src/requests/case/case.ts';
import { replay } from '../src/requests/case/replay.ts';
import { type Line, line, median } from './figures.ts';
import { loggedEvent } from './logged.ts';

/** How many open cases, and what a tick may take then (milliseconds). */
const sizes = [
  [10_000, 200],
  [100_000, 500],
] as const;

const openCase = (n: number): Case => {
  const at = new Date(Date.parse('2026-11-02T10:00:00Z') + (n % 28) * 86_400_000).toISOString();
  const number = `DSR-2026-${String(n + 1).padStart(4, '0')}`;
  return replay([
    loggedEvent(number, at, n % 3 === 0 ? 'erasure' : 'access'),
    { type: 'taken', at, by: `U0OWNER${n % 20}` },
  ]);
};

const silent: ReminderPost = {
  send: async () => ({ channel: 'C0', ts: '1.000001', version: 0 }),
  edit: async () => true,
  find: async () => 'absent',
  reason: () => ({ code: '', inVain: false, mayStand: false, waitMs: 0 }),
};

const linesOf = async (cases: number, goalMs: number): Promise<readonly Line[]> => {
  const heads: readonly Head<Case>[] = Array.from({ length: cases }, (_, n) => {
    const summary = openCase(n);
    return {
      id: summary.number,
      length: 2,
      openedAt: summary.loggedAt,
      changedAt: summary.lastAt,
      lastType: 'taken',
      erased: false,
      summary,
    };
  });
  const folder = await mkdtemp(join(tmpdir(), 'remind-bench-'));
  let now = new Date('2026-12-01T09:15:00Z');
  const ledger = await openFileLedger(folder, () => now);
  const start = () =>
    reminding({
      register: { list: async () => heads, anchor: () => null },
      ledger,
      rules: {
        table: readHolidayTable(),
        jurisdiction: 'england-and-wales',
        zone: 'Europe/London',
        time: '09:15',
      },
      clock: () => now,
      newId: () => 'bench',
      hasChannel: true,
      approvers: async () => ['U0ADA', 'U0ABE'],
      post: silent,
      failed: () => undefined,
      absences: async () => new Map(),
    });
  let tick = start();
  const timed = async (): Promise<number> => {
    const began = performance.now();
    await tick();
    return performance.now() - began;
  };
  try {
    const first = await timed();
    const minutes: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      now = new Date(now.getTime() + 60_000);
      minutes.push(await timed());
    }
    now = new Date('2026-12-02T09:15:00Z');
    const nextDay = await timed();
    tick = start();
    now = new Date(now.getTime() + 60_000);
    const restarted = await timed();
    const figure = median(minutes);
    return [
      line(`a tick with ${cases} open cases, nothing new`, figure, 'ms', goalMs),
      line(
        `${cases} open cases, the first tick of a day, its reminders claimed and said`,
        nextDay,
        'ms',
        null,
      ),
      line(`${cases} open cases, the first tick after a restart, nothing new`, restarted, 'ms', null),
      line(`${cases} open cases, the first tick after a start that never reminded`, first, 'ms', null),
    ];
  } finally {
    await ledger.close();
    await rm(folder, { recursive: true, force: true });
  }
};

export const benchReminders = async (): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for (const [cases, goalMs] of sizes) lines.push(...(await linesOf(cases, goalMs)));
  return lines;
};
