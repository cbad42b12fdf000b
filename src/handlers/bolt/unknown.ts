import { z } from 'zod';
import { unknownGestureNotice } from '../../views/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import { messageShortcutPayload, pressPayload, shortcutPayload } from './payloads.ts';
import { messageShortcutFrom, pressFrom, shortcutReply } from './replies.ts';

const typed = z.object({ type: z.string() });

/** A kind word for a button or shortcut that no gesture knows (an old message, another version). Commands and forms are answered in their acknowledgement. */
export const answerUnknown =
  (deps: Dependencies) =>
  async (body: unknown): Promise<void> => {
    const { type } = typed.safeParse(body).data ?? {};
    if (type === 'block_actions')
      return pressFrom(deps, pressPayload.parse(body)).privately(unknownGestureNotice());
    if (type === 'message_action') {
      return messageShortcutFrom(deps, messageShortcutPayload.parse(body)).privately(unknownGestureNotice());
    }
    if (type === 'shortcut') {
      const { user, trigger_id: trigger } = shortcutPayload.parse(body);
      return shortcutReply(deps, user.id, trigger).privately(unknownGestureNotice());
    }
  };
