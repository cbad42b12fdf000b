/** The one timer of the program: a tick a minute. What is due is asked anew each time, so a missed tick is made good by the next. */
import { schedule as cron } from 'node-cron';

export type Schedule = {
  /** One tick more, after the one that runs. Resolves when it has ended. */
  readonly tick: () => Promise<void>;
  /** Resolves when a tick that runs has ended; none begins after this. */
  readonly stop: () => Promise<void>;
};

/** Never two ticks at once: one that takes longer than a minute lets the next ones pass. `failed` hears of a tick that rejected. */
export const everyMinute = (tick: () => Promise<unknown>, failed: (error: unknown) => void): Schedule => {
  let running: Promise<unknown> | null = null;
  let stopped = false;
  const run = (): void => {
    if (stopped || running !== null) return;
    running = tick()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  };
  const task = cron('* * * * *', run, { unref: true });
  run();
  return {
    tick: async () => {
      await running;
      run();
      await running;
    },
    stop: async () => {
      stopped = true;
      await task.destroy();
      await running;
    },
  };
};
