/** Timers that never keep the process alive. */
import type { World } from './world.ts';

/** Runs `work` later without keeping the process alive; all are dropped when the workspace stops. */
export const later = (world: World, ms: number, work: () => void): NodeJS.Timeout => {
  const timer = setTimeout(() => {
    world.timers.delete(timer);
    work();
  }, ms);
  timer.unref();
  world.timers.add(timer);
  return timer;
};

export const cancel = (world: World, timer: NodeJS.Timeout): void => {
  clearTimeout(timer);
  world.timers.delete(timer);
};
