/** A message that stands once, whatever becomes of the connection; and an answer, whoever else is at it. */
import type { Message } from '../views/blocks.ts';
import { mayStillArrive, sendingProblem, slackErrorCode } from './errors.ts';
import { type lookingForAll, type Standing, takingAway } from './metadata.ts';
import type { Destination, MessageMark, Posted, SlackOut } from './port.ts';

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

/** `sure`: no earlier try of it can still arrive. */
type SurelyPosted = Posted & { readonly sure: boolean };

/** Tried three times under its mark. A failed post may stand: it is looked for, and not posted again unseen. Rejects as the last try did. */
export const postingUnderMark =
  ({ post, look, after }: Posting) =>
  async (
    to: Destination,
    message: Message,
    mark: MessageMark,
    counts: (standing: Standing) => boolean = () => true,
  ): Promise<SurelyPosted> => {
    let sure = true;
    for (let tries = 1; ; tries += 1) {
      try {
        return { ...(await post(to, message, mark)), sure };
      } catch (error) {
        const problem = sendingProblem(error);
        const { mayStand, waitMs } = problem;
        if (!mayFollow(error)) throw error;
        if (mayStand) {
          const found = await look(to, mark);
          if (typeof found === 'string') throw error;
          const there = found.find(counts);
          if (there !== undefined) return { channel: there.channel, ts: there.ts, sure };
          sure &&= !mayStillArrive(problem);
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
  const takeAway = takingAway(remove);

  return {
    mayFollow,
    sign: async (to, message, key) => {
      await pace(to.channel);
      return post(to, message, { type: 'privacy_answer', key });
    },
    answer: async (to, message, { key, at, turn, countLater }) => {
      const mark: MessageMark = { type: 'privacy_answer', key };
      const twinsOf = (found: readonly Standing[]): readonly Standing[] => found.filter(isAnswer).slice(1);
      /** Of several that stand the oldest stays, whoever said it: whoever said another may be gone before it has looked. */
      const counted = async (): Promise<readonly Standing[] | 'unknown' | 'later'> => {
        const found = await look(to, mark);
        if (typeof found === 'string') return found;
        return (await takeAway(twinsOf(found))) ? found : 'later';
      };
      const onceMore = (): void => countLater(async () => (await counted()) !== 'later');

      if (at === null) await pace(to.channel);
      const began = now();
      const whose = await turn();
      if (whose === 'others') return 'others';
      let there = at;
      if (whose !== 'ours') {
        const found = await counted();
        if (found === 'later' && at === null)
          throw new Error('Slack does not say whether the answer stands.');
        if (found === 'unknown' && whose === 'said' && at === null) return 'perhaps';
        if (whose === 'count') {
          if (typeof found !== 'string') onceMore();
          return 'others';
        }
        if (typeof found !== 'string') {
          const answer = found.find(isAnswer);
          // The sign that we gave meanwhile, unless it became that answer.
          if (answer !== undefined && at !== null && answer.ts !== at.ts) await takeAway([at]);
          // This was the later count: of whoever had said it, or of us before we were killed.
          if (answer !== undefined) return 'stands';
          there ??= found[0] ?? null;
        }
      }
      let sure = true;
      if (there === null) {
        const posted = await post(to, message, mark, isAnswer);
        [there, sure] = [posted, posted.sure];
      } else await update(there, message);
      // Whoever is slow may have been taken for gone, and where nobody knows of the other both have said it.
      if (whose === 'ours' && sure && now() - began < slowMs) return 'said';
      const found = await counted();
      if (found !== 'unknown') onceMore();
      const first = typeof found === 'string' ? there : (found.find(isAnswer) ?? there);
      return first.ts === there.ts ? 'said' : 'stands';
    },
  };
};
