/** Messages that carry a mark of ours, so that after a crash they can be looked for. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import { conversationWith } from './files.ts';
import type { MessageMark, SlackOut } from './port.ts';

/** A page of a channel. Its messages come from everybody, so that only their list is asked for here. */
const page = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** What a message of ours looks like; any other shape is somebody else's message. */
const marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }),
});

/** The newest thousand: what was cut off is younger than that. Slack's clock and ours may differ, so no time is compared. */
const mostPages = 5;

export const payloadOf = (mark: MessageMark): Record<string, string> =>
  mark.type === 'case_card' ? { case: mark.number } : { key: mark.key };

/** The ts of the first message with this mark, or null. An unreadable message is not ours: another app's must not stop the search. */
const tsOfMarked = (messages: readonly unknown[], mark: MessageMark): string | null => {
  const wanted = JSON.stringify(payloadOf(mark));
  for (const message of messages) {
    const read = marked.safeParse(message);
    if (!read.success) continue;
    const { ts, metadata } = read.data;
    if (metadata.event_type === mark.type && JSON.stringify(metadata.event_payload) === wanted) return ts;
  }
  return null;
};

export const lookingFor =
  (client: App['client'], logger: Logger): SlackOut['lookFor'] =>
  async (to, mark) => {
    try {
      const channel = await conversationWith(client, to);
      for (let seen = 0, cursor = ''; seen < mostPages; seen += 1) {
        const { messages, response_metadata: more } = page.parse(
          await client.conversations.history({
            channel,
            limit: 200,
            include_all_metadata: true,
            ...(cursor === '' ? {} : { cursor }),
          }),
        );
        const ts = tsOfMarked(messages, mark);
        if (ts !== null) return { channel, ts };
        cursor = more?.next_cursor ?? '';
        if (cursor === '') return 'absent';
      }
      return 'absent';
    } catch (error) {
      const { code, mayStand } = sendingProblem(error);
      note(logger, 'look_failed', { code });
      // Reading a channel is a scope that the operator may leave out; a Slack that is down tells another time.
      return mayStand || slackErrorCode(error) === null ? 'later' : 'unknown';
    }
  };
