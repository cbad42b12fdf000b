import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteTravelled } from '../../src/register/travelled.ts';
import { practiceTime, refusePractice } from '../../src/runtime/practice-time.ts';
import { movableTime, travelThrough } from '../../src/runtime/time-travel.ts';

let real = 0;
/** Real waits that never end by themselves. */
const waiting = { clock: () => new Date(real), after: () => new Promise<void>(() => undefined) };
beforeEach(() => {
  real = Date.parse('2026-03-27T09:15:30Z');
});

describe('time that can be moved', () => {
  it('runs on with the real time, from wherever it was moved to, and never backward', () => {
    const time = movableTime(waiting);
    time.forwardTo(new Date('2026-04-05T00:00:00Z'));
    real += 60_000;
    expect(time.clock().toISOString()).toBe('2026-04-05T00:01:00.000Z');
    time.forwardTo(new Date('2026-03-28T00:00:00Z'));
    expect(time.clock().toISOString()).toBe('2026-04-05T00:01:00.000Z');
  });

  it('ends the waits that it is moved past, and no others', async () => {
    const time = movableTime(waiting);
    const ended: string[] = [];
    const waits = (['minute', 'hour'] as const).map((name) =>
      time.after(name === 'minute' ? 60_000 : 3_600_000).then(() => ended.push(name)),
    );
    time.forwardTo(new Date(real + 60_000));
    await waits[0];
    expect(ended).toEqual(['minute']);
  });

  it('lets a wait end in real time too', async () => {
    await movableTime({ ...waiting, after: () => Promise.resolve() }).after(1_000);
  });
});

describe('living through time', () => {
  const journey = async (days: number, until = Number.POSITIVE_INFINITY) => {
    const time = movableTime(waiting);
    const done: string[] = [];
    const say = (what: string) => async (): Promise<void> => {
      done.push(`${what} ${time.clock().toISOString().slice(0, 16)}`);
    };
    const way = travelThrough({
      time,
      zone: 'Europe/London',
      tick: say('tick'),
      idle: say('idle'),
      note: say('note'),
    });
    let minutes = 0;
    for await (const _ of way.forward(days)) {
      minutes += 1;
      if (minutes === until) break;
    }
    return { done, minutes, now: time.clock().toISOString() };
  };

  it('comes to the same time of the day when the clocks are changed on the way', async () => {
    const { now, minutes } = await journey(7);
    expect([now, minutes]).toEqual(['2026-04-03T08:15:00.000Z', 7 * 24 * 60 - 60]);
  });

  it('ticks in every minute, and waits until all is said before the next', async () => {
    const { done } = await journey(1, 2);
    expect(done).toEqual([
      'note 2026-03-27T09:15',
      'tick 2026-03-27T09:16',
      'idle 2026-03-27T09:16',
      'tick 2026-03-27T09:17',
      'idle 2026-03-27T09:17',
      'note 2026-03-27T09:17',
    ]);
  });
});

describe('the time of the local workspace', () => {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'practice-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));
  const left = new Date('2026-12-24T09:15:00Z');

  it('goes on after a restart from where it was moved to, unless CLOCK says otherwise', async () => {
    const now = async (clock: Date | null) => (await practiceTime(waiting, { dataDir, clock })).clock();
    expect(await now(null)).toEqual(new Date(real));
    await noteTravelled(dataDir, left);
    expect(await now(null)).toEqual(left);
    expect(await now(new Date(real))).toEqual(new Date(real));
    real = left.getTime() + 60_000;
    expect(await now(null)).toEqual(new Date(real));
  });

  it('keeps its folder away from a real Slack, where reminders said in practice would be missed', async () => {
    await refusePractice({ dataDir, clock: null });
    await noteTravelled(dataDir, left);
    await expect(refusePractice({ dataDir, clock: null })).rejects.toThrow(/DATA_DIR/);
  });
});
