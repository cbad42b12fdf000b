/** Time that can be moved forward, and living through it: for the local workspace alone. */
import type { Clock } from '../base/clock.ts';
import { addDays } from '../requests/clock/calendar-date.ts';
import { instantAt } from '../requests/clock/local-instant.ts';
import { localMoment } from '../requests/clock/zone.ts';
import type { Travel } from '../workspace/world.ts';

export type Time = {
  readonly clock: Clock;
  /** Resolves after so many milliseconds. */
  readonly after: (ms: number) => Promise<void>;
};

export type MovableTime = Time & {
  /** An instant that has passed changes nothing: time never runs backward. */
  readonly forwardTo: (instant: Date) => void;
};

/** Runs on with the real time; what waits for a moment that is skipped waits no longer. */
export const movableTime = (real: Time): MovableTime => {
  const waits = new Set<{ readonly until: number; readonly end: () => void }>();
  let ahead = 0;
  const now = (): number => real.clock().getTime() + ahead;
  return {
    clock: () => new Date(now()),
    after: (ms) =>
      new Promise((resolve) => {
        const wait = {
          until: now() + ms,
          end: () => {
            waits.delete(wait);
            resolve();
          },
        };
        waits.add(wait);
        void real.after(ms).then(wait.end);
      }),
    forwardTo: (instant) => {
      ahead += Math.max(0, instant.getTime() - now());
      for (const wait of waits) if (wait.until <= now()) wait.end();
    },
  };
};

export type Traveller = {
  readonly time: MovableTime;
  /** Where a day has its name and its hours. */
  readonly zone: string;
  /** What the bot does each minute. */
  readonly tick: () => Promise<void>;
  readonly idle: Travel['idle'];
  /** Keeps on the disk how far time was moved; told before the first step and after the last. */
  readonly note: (at: Date) => Promise<void>;
};

const minute = 60_000;

/** To the same time of day so many days on. Every minute is over before the next begins: what is due in it stands in Slack, cards too. */
export const travelThrough = ({ time, zone, tick, idle, note }: Traveller): Travel => {
  const nextMinute = (): Date => new Date((Math.floor(time.clock().getTime() / minute) + 1) * minute);
  const forward = async function* (days: number) {
    await note(time.clock());
    const from = localMoment(time.clock(), zone);
    const end = instantAt(addDays(from.date, days), from.time, zone);
    try {
      for (let next = nextMinute(); next <= end; next = nextMinute()) {
        time.forwardTo(next);
        await tick();
        await idle();
        yield next;
      }
    } finally {
      await note(time.clock());
    }
  };
  return { idle, forward };
};
