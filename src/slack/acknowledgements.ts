/** What Slack is answered in an acknowledgement where no handler answers: what nobody knows, what is turned away, what comes while the bot stops. */
import type { ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../views/blocks.ts';
import { noticeView, restartingNotice, unknownActionNotice, unknownCommandNotice } from '../views/notice.ts';

/** What tells interactions apart. */
export const otherBody = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  trigger_id: z.string().optional(),
});

const ephemeral = ({ text, blocks }: Message) => ({ response_type: 'ephemeral', text, blocks });

/** What Slack is told when no handler of ours took an interaction, so that nobody reads "operation_timeout". */
export const politeAck = (body: unknown): unknown => {
  const { type, command } = otherBody.safeParse(body).data ?? {};
  if (command !== undefined) return ephemeral(unknownCommandNotice());
  if (type === 'block_suggestion') return { options: [] };
  if (type === 'view_submission') {
    return { response_action: 'update', view: noticeView('Privacy Assistant', unknownActionNotice()) };
  }
  return undefined;
};

const formBody = z.object({
  type: z.literal('view_submission'),
  view: z.object({ state: z.object({ values: z.record(z.string(), z.unknown()) }) }),
});

/** "Not now" in the acknowledgement, where there is one that people read; forms keep what was typed. Undefined: there is none. */
export const refusingAck = (body: unknown, message: Message): unknown => {
  const form = formBody.safeParse(body);
  const [field] = form.success ? Object.keys(form.data.view.state.values) : [];
  if (field !== undefined) return { response_action: 'errors', errors: { [field]: message.text } };
  if (form.success) return { response_action: 'update', view: noticeView('Privacy Assistant', message) };
  const { type, command } = otherBody.safeParse(body).data ?? {};
  if (command !== undefined) return ephemeral(message);
  return type === 'block_suggestion' ? { options: [] } : undefined;
};

/** While stopping, nothing new is begun: people are told, and events come again to the next process. */
export const leaving = async (event: ReceiverEvent): Promise<void> => {
  const answer = refusingAck(event.body, restartingNotice());
  if (answer !== undefined) await event.ack(answer);
};
