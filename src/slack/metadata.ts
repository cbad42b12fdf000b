/** Messages that carry a mark of ours, so that after a crash they can be looked for. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import { isLookingNotice } from '../views/notice.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import { conversationWith } from './files.ts';
import type { Destination, MessageMark, Posted, SlackOut } from './port.ts';

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

/** The messages with this mark. An unreadable message is not ours: another app's must not stop the search. */
const withMark = (messages: readonly unknown[], mark: MessageMark): readonly Found[] => {
  const wanted = JSON.stringify(payloadOf(mark));
  return messages.flatMap((message) => {
    const read = marked.safeParse(message);
    if (!read.success) return [];
    const { ts, text, metadata } = read.data;
    const ours = metadata.event_type === mark.type && JSON.stringify(metadata.event_payload) === wanted;
    return ours ? [{ ts, text: text ?? '' }] : [];
  });
};

type Unseen = 'unknown' | 'later';

/** Through the pages that `call` brings, until the first that has one; `all` of them where it matters how many there are. Never rejects. */
const search = async (
  call: (cursor: { readonly cursor?: string }) => Promise<unknown>,
  mark: MessageMark,
  logger: Logger,
  all: boolean,
): Promise<readonly Found[] | Unseen> => {
  const found: Found[] = [];
  try {
    for (let seen = 0, cursor = ''; seen < mostPages; seen += 1) {
      const { messages, response_metadata: more } = page.parse(await call(cursor === '' ? {} : { cursor }));
      found.push(...withMark(messages, mark));
      cursor = more?.next_cursor ?? '';
      if (cursor === '' || (found.length > 0 && !all)) break;
    }
    return found;
  } catch (error) {
    const { code, mayStand, waitMs } = sendingProblem(error);
    note(logger, 'look_failed', { code });
    // Reading a channel is a scope that the operator may leave out; a Slack that is down tells another time.
    return mayStand || waitMs > 0 || slackErrorCode(error) === null ? 'later' : 'unknown';
  }
};

const each = { limit: 200, include_all_metadata: true } as const;

export type Standing = Posted & { readonly sign: boolean };

/** Those with this mark in a channel, a thread or with a person, the oldest first; `all`: every one of them. `sign`: it is only a sign of life. Never rejects. */
export const lookingForAll =
  (client: App['client'], logger: Logger) =>
  async (
    { channel: to, threadTs }: Destination,
    mark: MessageMark,
    all = true,
  ): Promise<readonly Standing[] | Unseen> => {
    let channel = '';
    const found = await search(
      async (cursor) => {
        if (channel === '') channel = await conversationWith(client, to);
        return threadTs === undefined
          ? client.conversations.history({ channel, ...each, ...cursor })
          : client.conversations.replies({ channel, ts: threadTs, ...each, ...cursor });
      },
      mark,
      logger,
      all,
    );
    return typeof found === 'string'
      ? found
      : found
          .map(({ ts, text }) => ({ channel, ts, sign: isLookingNotice(text) }))
          .toSorted((a, b) => Number(a.ts) - Number(b.ts));
  };

export const lookingFor = (client: App['client'], logger: Logger): SlackOut['lookFor'] => {
  const look = lookingForAll(client, logger);
  return async (to, mark) => {
    const found = await look(to, mark, false);
    if (typeof found === 'string') return found;
    const [first] = found;
    return first === undefined ? 'absent' : { channel: first.channel, ts: first.ts };
  };
};

/** Slack's last word on it: it is gone already, or not to be taken away by us. */
const isFinal = (error: unknown): boolean =>
  slackErrorCode(error) !== null && !sendingProblem(error).mayStand;

/** Takes these away, as far as Slack lets us. False where another try may do more. Never rejects. */
export const takingAway =
  (remove: (at: Posted) => Promise<void>) =>
  async (twins: readonly Posted[]): Promise<boolean> => {
    const left = await Promise.allSettled(twins.map(({ channel, ts }) => remove({ channel, ts })));
    return left.every((one) => one.status === 'fulfilled' || isFinal(one.reason));
  };

/** Two that look at the same time name the same one first, so that one is left. */
export const keepingFirst = (
  look: ReturnType<typeof lookingForAll>,
  remove: (at: Posted) => Promise<void>,
): SlackOut['keepFirst'] => {
  const takeAway = takingAway(remove);
  return async (to, mark) => {
    const found = await look(to, mark);
    if (typeof found === 'string') return found;
    const [first, ...twins] = found;
    if (first === undefined) return 'absent';
    return (await takeAway(twins)) ? { channel: first.channel, ts: first.ts } : 'later';
  };
};
