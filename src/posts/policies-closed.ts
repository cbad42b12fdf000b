/** Tells the privacy channel, once a day while it lasts, that no question can be answered because the policies do not open any more. */
import { createHash } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { PostOnce } from '../slack/port.ts';
import { policiesClosedAlert } from '../views/answers/policies-closed.ts';

type Parts = {
  readonly postOnce: PostOnce;
  /** Null: the log alone says it. */
  readonly channel: string | null;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly trouble: (error: unknown) => void;
};

/** The function for each time that they did not open; `why` is what is told. Never rejects. */
export const tellingPoliciesClosed =
  ({ postOnce, channel, clock, timeZone, trouble }: Parts) =>
  async (why: string): Promise<void> => {
    if (channel === null) return;
    const what = createHash('sha256').update(why).digest('hex').slice(0, 16);
    const key = `policies ${what} ${localDate(clock(), timeZone)}`;
    await postOnce(key, { channel }, policiesClosedAlert(why)).catch(trouble);
  };
