import { afterEach, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/requests/case/case.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { localMoment } from '../../../src/requests/clock/zone.ts';
import { isCivil } from '../../../src/requests/reminders/reminder-days.ts';
import { logged } from '../../support/case-story.ts';
import { Killed, type ReminderWorld, reminderWorld, rules, toldIn } from '../../support/reminder-world.ts';

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

  it('lets the approvers and the channel read what an owner on leave might miss', async () => {
    await beforeFive(plain({ acknowledgedAt: null, lastAt: '2026-12-01T10:00:00Z' }));
    world.put(request('DSR-2026-0003', 'access', '2026-11-25T10:00:00Z'));
    world.set('2026-12-07T09:15:00Z');
    world.absent.set('UTESS', 'on_leave');
    await world.tick();
    // T-14 of the second case is the owner's alone when the owner is there.
    const rung = 'DSR-2026-0003 T-14';
    expect(
      told()
        .filter((line) => line.endsWith(rung))
        .sort(),
    ).toEqual(['UABE', 'UADA', 'UTESS', 'channel'].map((reader) => `${reader} ${rung}`));
  });

  it('does not write to an owner who has left, but to the approvers and the channel', async () => {
    await beforeFive(plain());
    world.absent.set('UTESS', 'left');
    await world.tick();
    expect([...messages()].sort()).toEqual(['UABE direct', 'UADA direct', 'channel digest']);
  });

  it('tells the channel what would have gone to somebody who cannot be written to', async () => {
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

  it('only counts a case of staff that becomes overdue after it was posted', async () => {
    await beforeFive(plain());
    await world.tick();
    world.put(
      request('DSR-2026-0009', 'access', '2026-11-02T10:00:00Z', {
        loggedAt: '2026-12-16T11:00:00Z',
        people: 'staff_or_applicant',
      }),
    );
    world.set('2026-12-16T11:01:00Z');
    await world.until('2026-12-16T17:00:00Z');
    const channel = world.slack.filter(({ to }) => to === 'channel');
    expect(JSON.stringify(channel)).not.toContain('DSR-2026-0009');
    expect(channel).toMatchObject([{ message: { kind: 'digest', digest: { restricted: 1 } } }]);
  });

  it('stays away when somebody deleted it, until there is news: then it stands there again', async () => {
    await beforeFive(plain());
    await world.tick();
    world.removeAll();
    world.change(number, (before) => ({ ...before, owner: 'UTOM' }));
    await world.until('2026-12-16T10:55:00Z');
    const digests = () => world.slack.filter(({ message }) => message.kind === 'digest');
    expect(digests()).toHaveLength(1);
    world.put(
      request('DSR-2026-0004', 'access', '2026-12-16T10:30:00Z', {
        owner: null,
        lastAt: '2026-12-16T10:30:00Z',
      }),
    );
    await world.until('2026-12-16T17:00:00Z');
    expect(digests()).toHaveLength(2);
    expect(digests().at(-1)).toMatchObject({ edits: 0 });
    expect(told()).toContain('channel DSR-2026-0004 logged');
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

  it('is not promised for the week where there is no channel', async () => {
    world = await reminderWorld('2026-12-28T09:15:00Z', rules.zone, false);
    world.put(plain());
    world.set('2026-12-29T09:15:00Z');
    await world.tick();
    expect(world.slack).not.toEqual([]);
    expect(await world.claimed()).toEqual([]);
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

  it('tries ever less often what it will never reach, the week’s message too', async () => {
    await beforeFive(plain());
    world.set('2026-12-21T09:15:00Z');
    let attempts = 0;
    world.breakSlack(({ kind }) => {
      if (kind !== 'digest') return null;
      attempts += 1;
      return new Error('user_disabled');
    });
    await world.until('2026-12-21T13:15:00Z', 1);
    expect(attempts).toBeGreaterThan(2);
    expect(attempts).toBeLessThan(20);
  });

  it('does not repeat what stands in Slack although no answer came', async () => {
    await beforeFive(plain());
    world.loseAnswers(true);
    await world.tick();
    world.loseAnswers(false);
    expect(await world.claimed()).not.toEqual([]);
    await world.until('2026-12-16T17:45:00Z', 1);
    expect([...messages()].sort()).toEqual(['UABE direct', 'UADA direct', 'UTESS direct', 'channel digest']);
    expect(await world.claimed()).toEqual([]);
  });

  it('looks for it as long as Slack does not answer, rather than say it twice', async () => {
    await beforeFive(plain());
    world.loseAnswers(true);
    await world.tick();
    world.loseAnswers(false);
    world.blindSlack('later');
    await world.until('2026-12-17T17:45:00Z');
    expect(told().filter((line) => line.endsWith('T-5'))).toHaveLength(4);
    world.blindSlack(false);
    await world.until('2026-12-18T10:00:00Z');
    expect(new Set(told()).size).toBe(told().length);
    expect(await world.claimed()).toEqual([]);
  });

  it('keeps quiet for as long as Slack asks, with every message, and then says all of it', async () => {
    await beforeFive(plain(), request('DSR-2026-0002', 'erasure', '2026-11-23T11:00:00Z'));
    world.calls.length = 0;
    world.breakSlack(() => new Error('ratelimited'));
    await world.tick();
    world.breakSlack(null);
    expect(world.calls).toHaveLength(1);
    await world.until('2026-12-16T09:24:00Z', 1);
    expect(world.calls).toHaveLength(1);
    await world.until('2026-12-16T10:30:00Z', 1);
    expect(told()).toHaveLength(8);
    expect(new Set(told()).size).toBe(8);
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
      expect(await world.claimed()).toEqual([]);
      expect(world.ledger().unsaid()).toEqual([]);
    },
  );

  it('posts nothing a second time when it is not provable that the first is missing', async () => {
    await beforeFive(plain());
    world.killAfter(6);
    await world.tick().catch(() => undefined);
    const before = world.slack.length;
    await world.restart();
    world.blindSlack('unknown');
    await world.until('2026-12-16T17:45:00Z');
    expect(new Set(told()).size).toBe(told().length);
    expect(world.slack.length).toBeGreaterThanOrEqual(before);
    world.blindSlack(false);
    world.set('2026-12-17T09:15:00Z');
    await world.tick();
    expect(await world.claimed()).toEqual([]);
  });

  it('lets one of two processes on one ledger speak', async () => {
    await beforeFive(plain(), request('DSR-2026-0002', 'erasure', '2026-11-23T11:00:00Z'));
    const others = Array.from({ length: 4 }, () => world.another());
    await Promise.all(others.map((tick) => tick()));
    expect(new Set(told()).size).toBe(told().length);
    expect(told()).toHaveLength(8);
  });

  it('gives the messages of two processes that tick at the same moment names of their own', async () => {
    await beforeFive(plain());
    await world.tick();
    world.put(request('DSR-2026-0002', 'erasure', '2026-11-23T11:00:00Z'));
    await world.another()();
    const direct = world.slack.filter(({ to }) => to === 'UTESS').map(({ id }) => id);
    expect(direct).toHaveLength(2);
    expect(new Set(direct).size).toBe(2);
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
    expect(world.slack.filter(({ to }) => to === 'channel')).toHaveLength(1);
  });

  it('counts the days to 29 February in a leap year', async () => {
    world = await reminderWorld('2028-01-31T10:05:00Z');
    world.put(request('DSR-2028-0001', 'access', '2028-01-31T10:00:00Z'));
    await world.until('2028-03-01T17:45:00Z', 60 * 4 - 5);
    const own = world.slack.filter(({ to }) => to === 'UTESS');
    expect(
      own.flatMap((standing) =>
        toldIn(standing).map((line) => `${standing.at.slice(0, 10)} ${line.split(' ')[2]}`),
      ),
    ).toEqual([
      '2028-01-31 logged',
      '2028-02-09 T-14',
      '2028-02-15 T-10',
      '2028-02-18 T-7',
      '2028-02-22 T-5',
      '2028-02-24 T-3',
      '2028-02-28 T-1',
      '2028-02-29 due',
      '2028-02-29 due-14:00',
      '2028-03-01 overdue+1',
    ]);
  });

  it.each([
    ['Europe/London', '2027-03-28', '2027-10-31'],
    ['America/New_York', '2027-03-14', '2027-11-07'],
  ])(
    'says each rung once, at civil hours, around both changes of the clock in %s',
    async (zone, ...changes) => {
      for (const change of changes) {
        const from = Date.parse(`${change}T00:00:00Z`) - 3 * 86_400_000;
        world = await reminderWorld(new Date(from).toISOString(), zone);
        world.put(
          request('DSR-2027-0001', 'access', new Date(from).toISOString(), {
            owner: null,
            acknowledgedAt: null,
          }),
        );
        await world.until(new Date(from + 8 * 86_400_000).toISOString(), 15);
        expect(told().length).toBeGreaterThan(2);
        expect(new Set(told()).size).toBe(told().length);
        for (const { at } of world.slack) {
          const { date, time } = localMoment(new Date(at), zone);
          expect(isCivil(date, time, { ...rules, zone })).toBe(true);
        }
        await world.close();
      }
      world = await reminderWorld('2027-01-01T00:00:00Z');
    },
  );

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
