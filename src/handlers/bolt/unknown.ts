/** A word to whoever did something that no handler takes: an old button, somebody who is turned away. */
import { z } from 'zod';
import type { Message } from '../../views/blocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { eventPayload, messageShortcutPayload, pressPayload, shortcutPayload } from './payloads.ts';
import { messageShortcutFrom, pressFrom, shortcutReply } from './replies.ts';

type UnknownSlack = Pick<Dependencies, 'slack' | 'answering'>;

const typed = z.object({ type: z.string() });

/** In the thread of a direct message, as a whisper in a channel, or on the Home tab, wherever it was. */
const tellInPlace = async (
  { slack }: UnknownSlack,
  { event }: z.infer<typeof eventPayload>,
  message: Message,
): Promise<void> => {
  const { type, user, channel, ts, thread_ts: threadTs = ts, tab } = event;
  if (user === undefined) return;
  if (type === 'app_home_opened') {
    if (tab !== 'messages') await slack.publishHome(user, { type: 'home', blocks: [...message.blocks] });
    return;
  }
  if (channel === undefined) return;
  const to = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
  if (channel.startsWith('D')) await slack.post(to, message);
  else await slack.whisper({ ...to, user }, message);
};

/** Commands and forms are answered in their acknowledgement, so they are not here. */
export const tellWhoever =
  (deps: UnknownSlack) =>
  async (body: unknown, message: Message): Promise<void> => {
    const event = eventPayload.safeParse(body);
    if (event.success) return tellInPlace(deps, event.data, message);
    const { type } = typed.safeParse(body).data ?? {};
    if (type === 'block_actions') return pressFrom(deps, pressPayload.parse(body)).privately(message);
    if (type === 'message_action')
      return messageShortcutFrom(deps, messageShortcutPayload.parse(body)).privately(message);
    if (type === 'shortcut') {
      const { user, trigger_id: trigger } = shortcutPayload.parse(body);
      return shortcutReply(deps, user.id, trigger).privately(message);
    }
  };
