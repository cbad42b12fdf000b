/** Messages that carry a mark of ours, so that after a crash they can be looked for. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import { isLookingNotice } from '../views/notice.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import { conversationWith } from './files.ts';
import type { MessageMark, Posted, SlackOut, Thread } from './port.ts';

/** A page of a channel. Its messages come from everybody, so that only their list is asked for here. */
const page = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** What a message of ours looks like; any other shape is somebody else's message. */
const marked = z.object({
  ts: z.string(),
  text: z.string().nullish(),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }),
});

/** The newest thousand: what was cut off is younger than that. Slack's clock and ours may differ, so no time is compared. */
const mostPages = 5;

export const payloadOf = (mark: MessageMark): Record<string, string> =>
  mark.type === 'case_card' ? { case: mark.number } : { key: mark.key };

type Found = { readonly ts: string; readonly text: string };

/** The first message with this mark, or null. An unreadable message is not ours: another app's must not stop the search. */
const firstMarked = (messages: readonly unknown[], mark: MessageMark): Found | null => {
  const wanted = JSON.stringify(payloadOf(mark));
  for (const message of messages) {
    const read = marked.safeParse(message);
    if (!read.success) continue;
    const { ts, text, metadata } = read.data;
    if (metadata.event_type === mark.type && JSON.stringify(metadata.event_payload) === wanted)
      return { ts, text: text ?? '' };
  }
  return null;
};

type Outcome<T> = T | 'absent' | 'unknown' | 'later';

/** Through the pages that `call` brings. Never rejects. */
const search = async (
  call: (cursor: { readonly cursor?: string }) => Promise<unknown>,
  mark: MessageMark,
  logger: Logger,
): Promise<Outcome<Found>> => {
  try {
    for (let seen = 0, cursor = ''; seen < mostPages; seen += 1) {
      const { messages, response_metadata: more } = page.parse(await call(cursor === '' ? {} : { cursor }));
      const found = firstMarked(messages, mark);
      if (found !== null) return found;
      cursor = more?.next_cursor ?? '';
      if (cursor === '') return 'absent';
    }
    return 'absent';
  } catch (error) {
    const { code, mayStand, waitMs } = sendingProblem(error);
    note(logger, 'look_failed', { code });
    // Reading a channel is a scope that the operator may leave out; a Slack that is down tells another time.
    return mayStand || waitMs > 0 || slackErrorCode(error) === null ? 'later' : 'unknown';
  }
};

const each = { limit: 200, include_all_metadata: true } as const;

export const lookingFor =
  (client: App['client'], logger: Logger): SlackOut['lookFor'] =>
  async (to, mark) => {
    let channel = '';
    const found = await search(
      async (cursor) => {
        if (channel === '') channel = await conversationWith(client, to);
        return client.conversations.history({ channel, ...each, ...cursor });
      },
      mark,
      logger,
    );
    return typeof found === 'string' ? found : { channel, ts: found.ts };
  };

/** In one thread; `sign`: all that stands is a sign of life. */
export const lookingInThread =
  (client: App['client'], logger: Logger) =>
  async (
    { channel, threadTs }: Thread,
    mark: MessageMark,
  ): Promise<Outcome<Posted & { readonly sign: boolean }>> => {
    const found = await search(
      (cursor) => client.conversations.replies({ channel, ts: threadTs, ...each, ...cursor }),
      mark,
      logger,
    );
    return typeof found === 'string' ? found : { channel, ts: found.ts, sign: isLookingNotice(found.text) };
  };
