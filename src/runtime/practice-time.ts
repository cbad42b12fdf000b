/** Where practice in the local workspace has taken the clock: reminders up to then count as said in that data folder. */
import type { Config } from '../base/config.ts';
import { readTravelled } from '../register/travelled.ts';
import { StartProblem } from './start-errors.ts';
import { type MovableTime, movableTime, type Time } from './time-travel.ts';

type PracticeConfig = Pick<Config, 'dataDir' | 'clock'>;

/** The local workspace's time: it goes on from where the last practice has left it, or from CLOCK. */
export const practiceTime = async (real: Time, config: PracticeConfig): Promise<MovableTime> => {
  const time = movableTime(real);
  const left = config.clock === null ? await readTravelled(config.dataDir) : null;
  if (left !== null) time.forwardTo(left);
  return time;
};

/** In a real Slack, reminders that practice has said would never be said. */
export const refusePractice = async (config: PracticeConfig): Promise<void> => {
  const left = await readTravelled(config.dataDir);
  if (left === null) return;
  throw new StartProblem(
    `The data folder ${config.dataDir} was used to practise: its time was moved to ${left.toISOString()}, and reminders up to then count as said. Set DATA_DIR to another folder for real work.`,
  );
};
