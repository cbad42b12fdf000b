import { afterEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/requests/case.ts';
import { replay } from '../../src/requests/replay.ts';
import type { Right } from '../../src/requests/rights.ts';
import { logged } from '../support/case-story.ts';
import { Killed, type ReminderWorld, reminderWorld, toldIn } from '../support/reminder-world.ts';

let world: ReminderWorld;
afterEach(() => world.close());

const request = (number: string, right: Right, receivedAt: string, more: Partial<Case> = {}): Case => ({
  ...replay(logged(right)),
  number,
  receivedAt,
  loggedAt: receivedAt,
  lastAt: receivedAt,
  lastBy: 'USAM',
  owner: 'UTESS',
  state: 'in_progress',
  acknowledgedAt: receivedAt,
  ...more,
});

// Received Mon 23 Nov 2026, due Wed 23 Dec 2026: five working days before is Wed 16 December.
const number = 'DSR-2026-0001';
const plain = (more: Partial<Case> = {}): Case => request(number, 'access', '2026-11-23T10:00:00Z', more);
const told = (): readonly string[] => world.slack.flatMap(toldIn);
const messages = (): readonly string[] => world.slack.map(({ to, message }) => `${to} ${message.kind}`);

/** A world in which everything before T-5 was said. */
const beforeFive = async (...cases: readonly Case[]): Promise<void> => {
  world = await reminderWorld('2026-11-23T10:05:00Z');
  for (const one of cases) world.put(one);
  for (const at of [
    '2026-11-23T10:05:00Z',
    '2026-12-03T09:15:00Z',
    '2026-12-09T09:15:00Z',
    '2026-12-14T09:15:00Z',
  ]) {
    world.set(at);
    await world.tick();
  }
  world.slack.length = 0;
  world.set('2026-12-16T09:15:00Z');
};

describe('a tick', () => {
  it('tells each reader once, and the next ticks say nothing', async () => {
    await beforeFive(plain());
    await world.until('2026-12-16T17:45:00Z');
    expect([...told()].sort()).toEqual([
      `UABE ${number} T-5`,
      `UADA ${number} T-5`,
      `UTESS ${number} T-5`,
      `channel ${number} T-5`,
    ]);
    expect([...messages()].sort()).toEqual(['UABE direct', 'UADA direct', 'UTESS direct', 'channel digest']);
  });

  it('says nothing before the reminder time, in the evening, at weekends and on bank holidays', async () => {
    await beforeFive(plain());
    for (const at of [
      '2026-12-16T09:14:00Z',
      '2026-12-16T18:00:00Z',
      '2026-12-19T12:00:00Z',
      '2026-12-25T12:00:00Z',
      '2026-12-28T12:00:00Z',
    ]) {
      world.set(at);
      await world.tick();
    }
    expect(world.slack).toEqual([]);
  });

  it('puts the items of several cases into one message for each reader', async () => {
    await beforeFive(plain(), request('DSR-2026-0002', 'erasure', '2026-11-23T11:00:00Z'));
    await world.tick();
    expect(messages()).toHaveLength(4);
    expect(told()).toHaveLength(8);
  });

  it('does not ping whoever acted a moment ago, nor an approver who may not read the case', async () => {
    await beforeFive(plain({ lastBy: 'UTESS', lastAt: '2026-12-16T09:10:00Z', conflicts: ['UABE'] }));
    await world.tick();
    expect(messages()).toEqual(['UADA direct', 'channel digest']);
  });

  it('tells the channel what would have gone to somebody who has left', async () => {
    await beforeFive(plain());
    world.breakSlack((message) =>
      message.kind === 'direct' && message.to === 'UTESS' ? new Error('user_disabled') : null,
    );
    await world.until('2026-12-16T12:00:00Z');
    expect(messages()).not.toContain('UTESS direct');
    expect(world.ledger().unsaid()).toEqual([]);
  });
});

describe('the message of the day', () => {
  it('is edited when a case is answered, and never posted again', async () => {
    await beforeFive(plain());
    await world.tick();
    world.change(number, (before) => ({ ...before, state: 'responded', endedAt: '2026-12-16T11:00:00Z' }));
    await world.until('2026-12-16T17:00:00Z');
    const digests = world.slack.filter(({ message }) => message.kind === 'digest');
    expect(digests).toHaveLength(1);
    expect(digests[0]?.edits).toBe(1);
    expect(told().filter((line) => line.startsWith('channel'))).toEqual([]);
  });

  it('is not posted on days without anything to say', async () => {
    await beforeFive(plain());
    world.set('2026-12-17T09:15:00Z');
    await world.tick();
    world.slack.length = 0;
    world.set('2026-12-17T10:00:00Z');
    await world.until('2026-12-17T17:45:00Z');
    expect(world.slack).toEqual([]);
  });

  it('carries the counts of the week on its first working day, after a bank holiday on Tuesday', async () => {
    await beforeFive(plain());
    world.set('2026-12-28T09:15:00Z');
    await world.tick();
    world.set('2026-12-29T09:15:00Z');
    await world.tick();
    const [digest] = world.slack.filter(({ message }) => message.kind === 'digest');
    expect(digest?.at).toBe('2026-12-29T09:15:00.000Z');
    expect(digest?.message.kind === 'digest' && digest.message.digest.week).toMatchObject({
      open: 1,
      overdue: { all: 1, named: [{ number, days: -6 }] },
    });
  });

  it('gets a message of its own beside it when something is overdue that was not there in the morning', async () => {
    await beforeFive(plain());
    await world.tick();
    world.put(
      request('DSR-2026-0009', 'access', '2026-11-02T10:00:00Z', { loggedAt: '2026-12-16T11:00:00Z' }),
    );
    world.set('2026-12-16T11:01:00Z');
    await world.until('2026-12-16T17:00:00Z');
    expect(world.slack.filter(({ message }) => message.kind === 'alert')).toHaveLength(1);
    expect(world.slack.filter(({ message }) => message.kind === 'digest')).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  it('tries again, ever less often, what Slack did not take, and says it once', async () => {
    await beforeFive(plain());
    let attempts = 0;
    world.breakSlack(() => {
      attempts += 1;
      return new Error('internal_error');
    });
    await world.until('2026-12-16T13:15:00Z', 1);
    expect(world.slack).toEqual([]);
    expect(
      world
        .ledger()
        .unsaid()
        .every(({ why }) => why === 'internal_error'),
    ).toBe(true);
    expect(attempts / 4).toBeLessThan(12);
    world.breakSlack(null);
    await world.until('2026-12-16T15:00:00Z', 1);
    expect([...told()].sort()).toEqual([
      `UABE ${number} T-5`,
      `UADA ${number} T-5`,
      `UTESS ${number} T-5`,
      `channel ${number} T-5`,
    ]);
  });

  it.each(Array.from({ length: 30 }, (_, steps) => steps))(
    'says everything once when the process is killed after %i steps of a tick',
    async (steps) => {
      await beforeFive(plain(), request('DSR-2026-0002', 'erasure', '2026-11-23T11:00:00Z'));
      world.killAfter(steps);
      await world.tick().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await world.restart();
      await world.until('2026-12-16T17:45:00Z');
      expect(told().length).toBe(8);
      expect(new Set(told()).size).toBe(8);
      expect(world.slack.filter(({ message }) => message.kind === 'digest')).toHaveLength(1);
      expect(world.ledger().unconfirmed()).toEqual([]);
      expect(world.ledger().unsaid()).toEqual([]);
    },
  );

  it('posts nothing a second time when it is not provable that the first is missing', async () => {
    await beforeFive(plain());
    world.killAfter(6);
    await world.tick().catch(() => undefined);
    const before = world.slack.length;
    await world.restart();
    world.blindSlack(true);
    await world.until('2026-12-16T17:45:00Z');
    expect(new Set(told()).size).toBe(told().length);
    expect(world.slack.length).toBeGreaterThanOrEqual(before);
    world.blindSlack(false);
    world.set('2026-12-17T09:15:00Z');
    await world.tick();
    expect(world.ledger().unconfirmed()).toEqual([]);
  });

  it('lets one of two processes on one ledger speak', async () => {
    await beforeFive(plain(), request('DSR-2026-0002', 'erasure', '2026-11-23T11:00:00Z'));
    const others = Array.from({ length: 4 }, () => world.another());
    await Promise.all(others.map((tick) => tick()));
    expect(new Set(told()).size).toBe(told().length);
    expect(told()).toHaveLength(8);
  });

  it('says the newest of each case in one message after fourteen days of silence', async () => {
    world = await reminderWorld('2026-11-23T10:05:00Z');
    world.put(plain());
    world.put(request('DSR-2026-0002', 'erasure', '2026-11-25T11:00:00Z'));
    await world.tick();
    world.slack.length = 0;
    // Down from 2 to 16 December.
    world.set('2026-12-16T09:15:00Z');
    await world.tick();
    const own = world.slack.filter(({ to }) => to === 'UTESS');
    expect(own).toHaveLength(1);
    expect(own.flatMap(toldIn)).toEqual([`UTESS ${number} T-5`, 'UTESS DSR-2026-0002 T-7']);
    for (const rung of ['T-14', 'T-10', 'T-7'])
      expect(world.ledger().find(`remind/${number}/${rung}/2026-12-23`)?.state).toBe('covered');
    await world.until('2026-12-16T17:45:00Z');
    expect(world.slack.filter(({ to }) => to === 'UTESS')).toHaveLength(1);
  });

  it('takes no notice of a clock that is set back an hour, nor of the hours that summer time takes and gives', async () => {
    await beforeFive(plain());
    await world.tick();
    const before = told().length;
    world.set('2026-12-16T08:15:00Z');
    await world.until('2026-12-16T17:45:00Z');
    expect(told()).toHaveLength(before);
    for (const [from, to] of [
      ['2027-03-26T00:00:00Z', '2027-03-30T20:00:00Z'],
      ['2027-10-29T00:00:00Z', '2027-11-02T20:00:00Z'],
    ] as const) {
      world.put(
        request('DSR-2027-0001', 'access', `${from.slice(0, 10)}T10:00:00Z`, {
          owner: null,
          state: 'received',
          acknowledgedAt: null,
        }),
      );
      world.slack.length = 0;
      world.set(from);
      await world.until(to);
      expect(new Set(told()).size).toBe(told().length);
      expect(world.slack.length).toBeGreaterThan(0);
    }
  });
});
