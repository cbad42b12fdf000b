/** Redraws Home tabs when the register changes. */
import type { Clock } from '../base/clock.ts';

type Refresh = {
  /** This person looks at their Home tab: from now on it follows the register. */
  readonly opened: (user: string) => void;
  /** Something changed; every tab that is looked at is redrawn once, a moment later. */
  readonly changed: () => void;
};

const lookedAtMs = 8 * 60 * 60_000;
const most = 50;
const quietMs = 400;

/**
 * Keeps Home tabs fresh: many changes in a row make one redrawing, and only for people who opened theirs today. `redraw` may fail
 * (`failed` hears of it); the next change tries again.
 */
export const homeRefresh = (
  redraw: (user: string) => Promise<void>,
  clock: Clock,
  after: (ms: number) => Promise<void>,
  failed: (error: unknown) => void,
): Refresh => {
  const lookedAt = new Map<string, number>();
  let waiting = false;
  const everybody = async (): Promise<void> => {
    const now = clock().getTime();
    const users = [...lookedAt].filter(([, at]) => now - at < lookedAtMs).slice(-most);
    for (const [user] of users) await redraw(user).catch(failed);
  };
  return {
    opened: (user) => {
      lookedAt.delete(user);
      lookedAt.set(user, clock().getTime());
    },
    changed: () => {
      if (waiting) return;
      waiting = true;
      void after(quietMs).then(() => {
        waiting = false;
        return everybody();
      });
    },
  };
};
