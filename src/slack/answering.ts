/** A message that stands once, whatever becomes of the connection; and an answer, whoever else is at it. */
import type { Message } from '../views/blocks.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import type { lookingForAll, Standing } from './metadata.ts';
import type { Answered, Destination, MessageMark, Posted, SlackOut, Thread } from './port.ts';

export const mostTries = 3;
/** Between two tries, unless Slack says how long (milliseconds). */
export const betweenMs = 500;
/** After so long between the note and the answer another may have taken it over (milliseconds; silence counts from 90 seconds on). */
export const slowMs = 2_000;

const isAnswer = ({ sign }: Standing): boolean => !sign;

/** What the language itself throws at a fault in the program; the connection's own faults name a cause. */
const isFault = (error: unknown): boolean =>
  (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) &&
  error.cause === undefined;

/** A fault of ours is none of the weather: whoever asked hears of it at once, and so does the log. */
export const mayFollow = (error: unknown): boolean =>
  !isFault(error) && (slackErrorCode(error) === null || sendingProblem(error).mayStand);

type Posting = {
  /** Tried once, with no waiting before it. */
  readonly post: (to: Destination, message: Message, mark: MessageMark) => Promise<Posted>;
  readonly look: ReturnType<typeof lookingForAll>;
  readonly after: (ms: number) => Promise<void>;
};

/** Tried three times under its mark. A failed post may stand: it is looked for, and not posted again unseen. Rejects as the last try did. */
export const postingUnderMark =
  ({ post, look, after }: Posting) =>
  async (
    to: Destination,
    message: Message,
    mark: MessageMark,
    counts: (standing: Standing) => boolean = () => true,
  ): Promise<Posted> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await post(to, message, mark);
      } catch (error) {
        const { mayStand, waitMs } = sendingProblem(error);
        if (!mayFollow(error)) throw error;
        if (mayStand) {
          const found = await look(to, mark);
          if (typeof found === 'string') throw error;
          const there = found.find(counts);
          if (there !== undefined) return there;
        }
        if (tries === mostTries) throw error;
        await after(Math.max(waitMs, betweenMs));
      }
    }
  };

type Parts = {
  readonly post: ReturnType<typeof postingUnderMark>;
  readonly update: SlackOut['update'];
  readonly look: ReturnType<typeof lookingForAll>;
  /** When a channel takes another message. */
  readonly pace: (channel: string) => Promise<void>;
  /** Takes a message of ours away. */
  readonly remove: (at: Posted) => Promise<void>;
  /** Milliseconds, of any clock. */
  readonly now: () => number;
};

export const answeringOnce = ({
  post,
  update,
  look,
  pace,
  remove,
  now,
}: Parts): Pick<SlackOut, 'answer' | 'sign' | 'mayFollow'> => {
  /** Of several that stand the first stays, and each takes its own away. */
  const alone = async (to: Thread, mark: MessageMark, mine: Posted): Promise<Answered> => {
    const found = await look(to, mark);
    if (typeof found === 'string') return 'said';
    const first = found.find(isAnswer);
    if (first === undefined || first.ts === mine.ts) return 'said';
    await remove(mine);
    return 'stands';
  };

  return {
    mayFollow,
    sign: async (to, message, key) => {
      await pace(to.channel);
      return post(to, message, { type: 'privacy_answer', key });
    },
    answer: async (to, message, { key, at, turn }) => {
      const mark: MessageMark = { type: 'privacy_answer', key };
      if (at === null) await pace(to.channel);
      const began = now();
      const whose = await turn();
      if (whose === 'others') return 'others';
      let there = at;
      if (whose !== 'ours' && at === null) {
        const found = await look(to, mark);
        if (found === 'later') throw new Error('Slack does not say whether the answer stands.');
        if (found === 'unknown' && whose === 'said') return 'perhaps';
        if (found !== 'unknown') {
          if (found.some(isAnswer)) return 'stands';
          there = found[0] ?? null;
        }
      }
      if (there === null) there = await post(to, message, mark, isAnswer);
      else await update(there, message);
      // Whoever is slow may have been taken for gone, and where nobody knows of the other both have said it.
      return whose === 'ours' && now() - began < slowMs ? 'said' : alone(to, mark, there);
    },
  };
};
