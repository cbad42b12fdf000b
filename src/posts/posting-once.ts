/** What stands once, whoever is at it and whatever breaks: noted in the ledger before it is posted and after, and looked for in Slack when it was cut off between. */
import type { Ledger } from '../register/ledger.ts';
import { betweenMs, mostTries } from '../slack/answering.ts';
import type { Destination, MessageMark, Posted, PostOnce, SlackOut } from '../slack/port.ts';

type Parts = {
  readonly ledger: Ledger;
  readonly slack: Pick<SlackOut, 'post' | 'lookFor' | 'sendingProblem'>;
};

type Looked = 'stands' | 'absent' | 'unknown' | 'later';

/** How the notes are kept around one message, for whoever has claimed its key. */
export const noting = ({ ledger, slack }: Parts) => ({
  /** Given back when Slack did not take it, left to be looked for when nobody knows. */
  post: async (key: string, version: number, ...message: Parameters<SlackOut['post']>): Promise<void> => {
    let posted: Posted;
    try {
      posted = await slack.post(...message);
    } catch (error) {
      if (slack.sendingProblem(error).mayStand) ledger.leave([key]);
      else await ledger.release(key);
      throw error;
    }
    await ledger.confirm(key, { ...posted, version });
  },
  /** What was cut off between posting and noting it down: noted where it stands, else free to be said again; `later`: left as it is. */
  lookUp: async (key: string, to: Destination | null, mark: MessageMark): Promise<Looked> => {
    const looked = to === null ? 'absent' : await slack.lookFor(to, mark);
    if (looked === 'later') ledger.leave([key]);
    else if (typeof looked === 'string') await ledger.release(key);
    else await ledger.confirm(key, { ...looked, version: 0 });
    return typeof looked === 'string' ? looked : 'stands';
  },
});

export const postingOnce = ({
  ledger,
  slack,
  after,
}: {
  readonly ledger: Ledger;
  readonly slack: Pick<SlackOut, 'post' | 'lookFor' | 'sendingProblem' | 'mayFollow'>;
  readonly after: (ms: number) => Promise<void>;
}): PostOnce => {
  const { post, lookUp } = noting({ ledger, slack });
  return async (key, to, message) => {
    const mark: MessageMark = { type: 'privacy_post', key };
    for (let tries = 1; ; tries += 1) {
      await ledger.refresh();
      const cutOff = await ledger.adopt((entry) => entry.key === key);
      if (cutOff.length > 0) {
        const looked = await lookUp(key, to, mark);
        if (looked === 'stands') return tries > 1 ? 'posted' : 'stands';
        // Whoever reads there can tell, and may press again.
        if (looked !== 'absent') return 'perhaps';
      }
      if (!(await ledger.claim(key))) return ledger.find(key)?.state === 'confirmed' ? 'stands' : 'perhaps';
      try {
        await post(key, 0, to, message, mark);
        return 'posted';
      } catch (error) {
        if (tries === mostTries || !slack.mayFollow(error)) throw error;
        await after(Math.max(slack.sendingProblem(error).waitMs, betweenMs));
      }
    }
  };
};
