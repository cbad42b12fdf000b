/** Messages that carry a mark of ours, so that after a crash they can be looked for. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Logger } from '../base/logger.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import { conversationWith } from './files.ts';
import type { MessageMark, SlackOut } from './port.ts';

const markedHistory = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** The newest thousand: what was cut off is younger than that. Slack's clock and ours may differ, so no time is compared. */
const mostPages = 5;

export const payloadOf = (mark: MessageMark): Record<string, string> =>
  mark.type === 'case_card' ? { case: mark.number } : { key: mark.key };

export const lookingFor =
  (client: App['client'], logger: Logger): SlackOut['lookFor'] =>
  async (to, mark) => {
    try {
      const channel = await conversationWith(client, to);
      const wanted = JSON.stringify(payloadOf(mark));
      for (let page = 0, cursor = ''; page < mostPages; page += 1) {
        const read = markedHistory.parse(
          await client.conversations.history({
            channel,
            limit: 200,
            include_all_metadata: true,
            ...(cursor === '' ? {} : { cursor }),
          }),
        );
        const found = read.messages.find(
          ({ metadata }) =>
            metadata?.event_type === mark.type && JSON.stringify(metadata.event_payload) === wanted,
        );
        if (found !== undefined) return { channel, ts: found.ts };
        cursor = read.response_metadata?.next_cursor ?? '';
        if (cursor === '') return 'absent';
      }
      return 'absent';
    } catch (error) {
      const { code, mayStand } = sendingProblem(error);
      logger.warn({ code }, 'could not look for a message of our own');
      // Reading a channel is a scope that the operator may leave out; a Slack that is down tells another time.
      return mayStand || slackErrorCode(error) === null ? 'later' : 'unknown';
    }
  };
