import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { reminding } from '../../src/flows/reminders/remind.ts';
import { toChannel } from '../../src/flows/reminders/reminder-plan.ts';
import type { Outgoing, ReminderPost } from '../../src/flows/reminders/reminder-post.ts';
import { openFileLedger, readFileLedger } from '../../src/register/files/file-ledger.ts';
import type { Ledger } from '../../src/register/ledger.ts';
import type { Head } from '../../src/register/register.ts';
import type { Case } from '../../src/requests/case/case.ts';
import { localMoment } from '../../src/requests/clock/zone.ts';
import type { ReminderRules } from '../../src/requests/reminders/reminder-days.ts';

export const rules: ReminderRules = {
  table: readHolidayTable(),
  jurisdiction: 'england-and-wales',
  zone: 'Europe/London',
  time: '09:15',
};

/** A message as it stands in Slack: who reads it, when it was posted, what it says now, and how often it was edited. */
export type Standing = {
  readonly id: string;
  readonly to: string;
  readonly at: string;
  message: Outgoing;
  edits: number;
};

export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A Slack that keeps what it is given, cases that are put in, a clock that is set, a ledger on the disk, and a program that can be killed. */
export const reminderWorld = async (start: string, zone = rules.zone, hasChannel = true) => {
  const folder = mkdtempSync(join(tmpdir(), 'remind-'));
  let now = new Date(start);
  const cases = new Map<string, Case>();
  const slack: Standing[] = [];
  let down: ((message: Outgoing) => Error | null) | null = null;
  let blind: 'unknown' | 'later' | false = false;
  let answersLost = false;
  const calls: string[] = [];
  const removed = new Set<Standing>();
  const absent = new Map<string, 'on_leave' | 'left'>();
  /** Counts down at each step of a tick; at nought the process dies there. */
  let fuse = Number.POSITIVE_INFINITY;
  const step = (): void => {
    fuse -= 1;
    if (fuse < 0) throw new Killed('killed');
  };
  const clock = () => now;
  let ledger = await openFileLedger(folder, clock);

  const heads = (): readonly Head<Case>[] =>
    [...cases.values()].map((summary) => ({
      id: summary.number,
      length: 1,
      openedAt: summary.loggedAt,
      changedAt: summary.lastAt,
      lastType: '',
      erased: false,
      summary,
    }));

  const post: ReminderPost = {
    send: async (message) => {
      step();
      calls.push(now.toISOString());
      const why = down?.(message) ?? null;
      if (why !== null) throw why;
      const to = message.kind === 'direct' ? message.to : toChannel;
      slack.push({ id: message.id, to, at: now.toISOString(), message, edits: 0 });
      if (answersLost) throw new Error('no_answer');
      step();
      return { channel: to, ts: String(slack.length), version: 0 };
    },
    edit: async ({ ts }, message) => {
      step();
      const standing = slack[Number(ts) - 1];
      if (standing === undefined || removed.has(standing)) return false;
      standing.message = message;
      standing.edits += 1;
      step();
      return true;
    },
    find: async (_, id) => {
      if (blind !== false) return blind;
      const index = slack.findIndex((each) => each.id === id && !removed.has(each));
      return index === -1 ? 'absent' : { channel: slack[index]?.to ?? '', ts: String(index + 1), version: 0 };
    },
    reason: (error) => ({
      code: error instanceof Error ? error.message : '',
      inVain: error instanceof Error && error.message === 'user_disabled',
      mayStand: error instanceof Error && error.message === 'no_answer',
      waitMs: error instanceof Error && error.message === 'ratelimited' ? 600_000 : 0,
    }),
  };

  const mortal = (real: Ledger): Ledger => ({
    ...real,
    claimAll: async (claims) => {
      step();
      const won = await real.claimAll(claims);
      step();
      return won;
    },
    settle: async (changes) => {
      step();
      await real.settle(changes);
      step();
    },
    confirm: async (key, at) => {
      step();
      await real.confirm(key, at);
      step();
    },
  });

  const program = () =>
    reminding({
      register: { list: async () => heads(), anchor: () => null },
      ledger: mortal(ledger),
      rules: { ...rules, zone },
      clock,
      newId: randomUUID,
      hasChannel,
      approvers: async () => ['UADA', 'UABE'],
      post,
      failed: (error) => {
        if (error instanceof Killed) throw error;
      },
      absences: async (users) => new Map([...absent].filter(([user]) => users.includes(user))),
    });
  let tick = program();

  const restart = async (): Promise<void> => {
    fuse = Number.POSITIVE_INFINITY;
    await ledger.close();
    ledger = await openFileLedger(folder, clock);
    tick = program();
  };

  return {
    put: (request: Case): void => {
      cases.set(request.number, request);
    },
    change: (number: string, change: (request: Case) => Case): void => {
      const request = cases.get(number);
      if (request !== undefined) cases.set(number, change(request));
    },
    caseOf: (number: string) => cases.get(number),
    set: (instant: string | number): void => {
      now = new Date(instant);
    },
    now: () => now,
    tick: () => tick(),
    another: program,
    restart,
    killAfter: (steps: number): void => {
      fuse = steps;
    },
    breakSlack: (why: typeof down): void => {
      down = why;
    },
    /** Somebody deletes what stands there now. */
    removeAll: (): void => {
      for (const standing of slack) removed.add(standing);
    },
    blindSlack: (value: typeof blind): void => {
      blind = value;
    },
    /** Messages stand, but nobody hears that they do. */
    loseAnswers: (value: boolean): void => {
      answersLost = value;
    },
    /** When something was posted, or tried to be. */
    calls,
    slack,
    absent,
    ledger: () => ledger,
    /** Everything that the ledger holds, as it stands on the disk. */
    kept: async () => [...(await readFileLedger(folder)).values()],
    /** Keys whose fate nobody has noted down yet. */
    claimed: async (): Promise<readonly string[]> =>
      [...(await readFileLedger(folder)).values()].flatMap(({ key, state }) =>
        state === 'claimed' ? [key] : [],
      ),
    local: () => localMoment(now, zone),
    /** Ticks every so many minutes up to a moment. */
    until: async (end: string, minutes = 15): Promise<void> => {
      for (; now.getTime() <= Date.parse(end); now = new Date(now.getTime() + minutes * 60_000)) await tick();
    },
    close: async (): Promise<void> => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type ReminderWorld = Awaited<ReturnType<typeof reminderWorld>>;

/** Every rung that a message told its reader, as `reader case rung`. */
export const toldIn = ({ to, message }: Standing): readonly string[] => {
  const lines = message.kind === 'digest' ? message.digest.lines : message.lines;
  return lines.flatMap(({ reminders }) =>
    reminders.map(({ case: number, rung }) => `${to} ${number} ${rung}`),
  );
};
