/** A message to the bot, and its one answer. */
import type { Message } from '../../views/blocks.ts';
import { interruptedNotice } from '../../views/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Addressed } from './interaction.ts';
import { eventPayload } from './payloads.ts';

type Answering = Pick<Dependencies, 'slack' | 'answering'>;

/** A file with words, a reply also sent to the channel, and `/me`: said by people all the same (docs `/reference/events/message`). */
const peopleSay: readonly string[] = ['file_share', 'thread_broadcast', 'me_message'];

/** Null where nobody speaks to us. `sorry` is for what broke; it is silent where the message will be tried again. */
export const addressedFrom = (
  { slack, answering }: Answering,
  body: unknown,
): { readonly message: Addressed; readonly sorry: (message: Message) => Promise<void> } | null => {
  const { event, event_id: key, is_ext_shared_channel: shared, team_id: team } = eventPayload.parse(body);
  const { user, channel, text, ts } = event;
  const fromPerson =
    event.bot_id === undefined && (event.subtype === undefined || peopleSay.includes(event.subtype));
  if (!fromPerson || user === undefined || channel === undefined || text === undefined || ts === undefined)
    return null;
  const stranger = event.user_team !== undefined && team !== '' && event.user_team !== team;
  const to = { channel, threadTs: event.thread_ts ?? ts };
  let putOff = false;

  const answer: Addressed['answer'] = async (message, at = null) => {
    try {
      const came = await slack.answer(to, message, {
        key,
        at,
        turn: () => answering.saying(key),
        countLater: (count) => answering.countLater(key, count),
      });
      if (came === 'perhaps') await slack.whisper({ ...to, user }, interruptedNotice());
      return came === 'said';
    } catch (error) {
      if (slack.mayFollow(error)) {
        putOff = true;
        answering.again(key);
      }
      throw error;
    }
  };

  return {
    message: {
      user,
      channel,
      text,
      ts,
      threadTs: to.threadTs,
      sharedWithOthers: shared || stranger,
      sign: async (message) => (answering.doubted(key) ? null : slack.sign(to, message, key)),
      answer,
    },
    sorry: async (message) => {
      if (putOff) return;
      if (channel.startsWith('D')) await answer(message);
      else await slack.whisper({ ...to, user }, message);
    },
  };
};
