/** What somebody says in a thread: a pleasantry, or a question, read together with the one before it. For an hour only. */
import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { followUp, leansOnBefore } from '../../knowledge/question/follow-up.ts';
import { type SmallTalk, smallTalkIn } from '../../knowledge/question/small-talk.ts';
import { keptForAnHour, type SharedHour } from './kept-for-an-hour.ts';

export type { SmallTalk };

export type Place = {
  readonly channel: string;
  readonly threadTs: string;
  /** Of the message itself; the same as `threadTs` where it opens a thread. */
  readonly ts: string;
};

export type Heard =
  | { readonly kind: 'small_talk'; readonly talk: SmallTalk }
  | {
      readonly kind: 'question';
      /** The question before it in the thread; null where there is none. */
      readonly before: string | null;
      /** Whether it is read together with the one before. */
      readonly leans: boolean;
      /** Both as one where it leans, else as it was said. */
      readonly whole: string;
    };

export type Conversation = {
  /** `place` is null outside threads. Remembers the question for the message after it. */
  readonly hear: (message: string, place: Place | null) => Promise<Heard>;
};

export const conversation = (clock: Clock, shared: SharedHour | null = null): Conversation => {
  const { keep, recall } = keptForAnHour<string>(clock, 'thread', z.string(), shared);
  const thread = ({ channel, threadTs }: Place): string => `${channel} ${threadTs}`;
  // With the bot alone every message opens a thread of its own, yet people talk on from the last one.
  const alone = ({ channel }: Place): boolean => channel.startsWith('D');
  const lastIn = async (place: Place, leans: boolean): Promise<string | null> =>
    (await recall(thread(place))) ??
    (leans && alone(place) && place.ts === place.threadTs ? recall(place.channel) : null);
  return {
    hear: async (message, place) => {
      const talk = smallTalkIn(message);
      if (talk !== null) return { kind: 'small_talk', talk };
      if (place === null) return { kind: 'question', before: null, leans: false, whole: message };
      const leaning = leansOnBefore(message);
      const before = await lastIn(place, leaning);
      const leans = leaning && before !== null;
      const follow = followUp(message, before);
      // What several messages lean on stays the question that stood on its own, or the same asked of another thing.
      const another =
        (follow?.kind === 'thing' || follow?.kind === 'sort') && follow.whole !== follow.loose
          ? follow.whole
          : null;
      const standing = another ?? (leans ? before : message);
      keep(thread(place), standing);
      if (alone(place)) keep(place.channel, standing);
      return { kind: 'question', before, leans, whole: follow?.whole ?? message };
    },
  };
};
