/** Tells the privacy channel, once a week while it lasts, which cases of the register cannot be used: such a case drops out of every reminder. */
import { createHash } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { mondayOf } from '../flows/reminders/week.ts';
import type { RegisterProblem } from '../register/register.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { PostOnce } from '../slack/port.ts';
import { registerAlert } from '../views/reminders/register-alert.ts';

type RegisterWatch = {
  readonly problems: () => readonly RegisterProblem[];
  readonly postOnce: PostOnce;
  /** Null: the log alone says it. */
  readonly channel: string | null;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly trouble: (error: unknown) => void;
};

/** These hurt no case. */
const harmless: readonly RegisterProblem['what'][] = ['foreign-file', 'set-aside'];

/** The function for every minute; never rejects. */
export const watchingRegister =
  ({ problems, postOnce, channel, clock, timeZone, trouble }: RegisterWatch) =>
  async (): Promise<void> => {
    const hurt = problems().filter(({ what }) => !harmless.includes(what));
    if (channel === null || hurt.length === 0) return;
    const what = createHash('sha256').update(
      hurt
        .map(({ where }) => where)
        .sort()
        .join('\n'),
    );
    const key = `register ${what.digest('hex').slice(0, 16)} ${mondayOf(localDate(clock(), timeZone))}`;
    await postOnce(key, { channel }, registerAlert(hurt)).catch(trouble);
  };
