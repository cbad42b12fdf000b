/** An answer that stands once: whoever else is at it, whatever becomes of the connection. */
import type { Message } from '../views/blocks.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import type { lookingInThread } from './metadata.ts';
import type { MessageMark, Posted, SlackOut, Thread } from './port.ts';

const mostTries = 3;
/** Between two tries, unless Slack says how long (milliseconds). */
const betweenMs = 500;

export const mayFollow = (error: unknown): boolean =>
  slackErrorCode(error) === null || sendingProblem(error).mayStand;

type Parts = {
  /** Tried once, with no waiting before it. */
  readonly post: (to: Thread, message: Message, mark: MessageMark) => Promise<Posted>;
  readonly update: SlackOut['update'];
  readonly look: ReturnType<typeof lookingInThread>;
  /** When a channel takes another message. */
  readonly pace: (channel: string) => Promise<void>;
  readonly after: (ms: number) => Promise<void>;
};

export const answeringOnce = ({
  post,
  update,
  look,
  pace,
  after,
}: Parts): Pick<SlackOut, 'answer' | 'sign' | 'mayFollow'> => {
  /** A failed post may stand: what can be looked for is not posted again unseen. */
  const postOnce = async (to: Thread, message: Message, mark: MessageMark): Promise<Posted> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await post(to, message, mark);
      } catch (error) {
        const { mayStand, waitMs } = sendingProblem(error);
        if (!mayFollow(error)) throw error;
        if (mayStand) {
          const found = await look(to, mark);
          if (typeof found !== 'string') return found;
          if (found !== 'absent') throw error;
        }
        if (tries === mostTries) throw error;
        await after(Math.max(waitMs, betweenMs));
      }
    }
  };

  return {
    mayFollow,
    sign: async (to, message, key) => {
      await pace(to.channel);
      return postOnce(to, message, { type: 'privacy_answer', key });
    },
    answer: async (to, message, { key, at, turn }) => {
      const mark: MessageMark = { type: 'privacy_answer', key };
      if (at === null) await pace(to.channel);
      const whose = await turn();
      if (whose === 'others') return 'others';
      let there = at;
      if (whose !== 'ours' && at === null) {
        const found = await look(to, mark);
        if (found === 'later') throw new Error('Slack does not say whether the answer stands.');
        if (found === 'unknown' && whose === 'said') return 'perhaps';
        if (typeof found !== 'string') {
          if (!found.sign) return 'stands';
          there = found;
        }
      }
      if (there === null) await postOnce(to, message, mark);
      else await update(there, message);
      return 'said';
    },
  };
};
