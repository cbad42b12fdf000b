import { z } from 'zod';
import { unknownGestureNotice } from '../../views/notice.ts';
import type { Parts } from '../dependencies.ts';
import { messageShortcutPayload, pressPayload, shortcutPayload } from './payloads.ts';
import { messageShortcutFrom, pressFrom, shortcutReply } from './replies.ts';

const typed = z.object({ type: z.string() });

/** A kind word for a button or shortcut that no gesture knows (an old message, another version). Commands and forms are answered in their acknowledgement. */
export const answerUnknown =
  (parts: Parts) =>
  async (body: unknown): Promise<void> => {
    const { type } = typed.safeParse(body).data ?? {};
    if (type === 'block_actions')
      return pressFrom(parts, pressPayload.parse(body)).privately(unknownGestureNotice());
    if (type === 'message_action') {
      return messageShortcutFrom(parts, messageShortcutPayload.parse(body)).privately(unknownGestureNotice());
    }
    if (type === 'shortcut') {
      const { user, trigger_id: trigger } = shortcutPayload.parse(body);
      return shortcutReply(parts, user.id, trigger).privately(unknownGestureNotice());
    }
  };
