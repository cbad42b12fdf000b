/** The way out to Slack, checked against its limits. */
import type { App } from '@slack/bolt';
import type { Block, KnownBlock, View } from '@slack/types';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import { type Breach, inSlackWords } from '../blockkit/rule.ts';
import { checkMessage, checkView } from '../blockkit/validate.ts';
import { type Message, section, shortened } from '../views/blocks.ts';
import { notice, noticeView } from '../views/notice.ts';
import { answeringOnce, postingUnderMark } from './answering.ts';
import { sendingProblem, slackErrorCode } from './errors.ts';
import { sendFile } from './files.ts';
import { keepingFirst, lookingFor, lookingForAll, payloadOf } from './metadata.ts';
import type { Destination, MessageMark, Posted, SlackOut } from './port.ts';
import { postJson } from './post-json.ts';

const posted = z.object({ channel: z.string(), ts: z.string() });
const openedView = z.object({ view: z.object({ id: z.string() }) });
const channelInfo = z.object({
  channel: z.object({
    is_ext_shared: z.boolean().nullish(),
    is_pending_ext_shared: z.boolean().nullish(),
  }),
});

/** How long an answer to a response_url may take (milliseconds). */
const respondMs = 10_000;

const sharingKeptMs = 10 * 60_000;

export class RespondProblem extends Error {
  override readonly name = 'RespondProblem';
  readonly code: string;
  constructor(status: number) {
    super(`response_url answered ${status}`);
    this.code = `response_url_${status}`;
  }
}

/** Where the breach is and which rule, without the words that broke it. */
const places = (breaches: readonly Breach[]): readonly string[] => breaches.slice(0, 5).map(inSlackWords);

const sorryView = (type: View['type']): View => {
  const sorry = notice('This could not be shown as a form. Please tell the privacy team; nothing was lost.');
  return type === 'home'
    ? { type: 'home', blocks: [...sorry.blocks] }
    : noticeView('Privacy Assistant', sorry);
};

/** A message that holds nothing but its text; `text` is escaped already. */
const textOnly = ({ text }: Message): Message => ({
  text: shortened(text, 2_900),
  blocks: [section(shortened(text === '' ? 'This message could not be shown.' : text, 2_900))],
});

const toSend = ({ text, blocks }: Message): { text: string; blocks: (Block | KnownBlock)[] } => ({
  text,
  blocks: [...blocks],
});

type PostingParts = {
  readonly client: App['client'];
  /** One that never tries again by itself. */
  readonly oneTry: App['client'];
  readonly logger: Logger;
  readonly clock: Clock;
  /** When a channel takes another message. */
  readonly turn: (channel: string) => Promise<void>;
  readonly after: (ms: number) => Promise<void>;
  readonly newId: () => string;
};

/** The choke point for everything that leaves to Slack. */
export const slackOut = ({ client, oneTry, logger, clock, turn, after, newId }: PostingParts): SlackOut => {
  const safeMessage = (message: Message): Message => {
    const breaches = checkMessage(toSend(message));
    if (breaches.length === 0) return message;
    note(logger, 'message_too_large', { breaches: places(breaches) });
    return textOnly(message);
  };

  const safeView = (view: View): View => {
    const breaches = checkView(view);
    if (breaches.length === 0) return view;
    note(logger, 'view_too_large', { breaches: places(breaches) });
    return sorryView(view.type);
  };

  /** What Slack refuses although our own table allowed it goes out once more as plain text. */
  const sending = async <T>(message: Message, send: (message: Message) => Promise<T>): Promise<T> => {
    const safe = safeMessage(message);
    try {
      return await send(safe);
    } catch (error) {
      const code = slackErrorCode(error);
      if (code !== 'invalid_blocks' && code !== 'msg_blocks_too_long' && code !== 'msg_too_long') throw error;
      note(logger, 'blocks_refused', { code });
      return send(textOnly(safe));
    }
  };

  const postTo = postJson();
  const quiet = { unfurl_links: false, unfurl_media: false } as const;
  const shared = new Map<string, { readonly at: number; readonly with: boolean }>();

  const update: SlackOut['update'] = ({ channel, ts }, message) =>
    sending(message, async (safe) => {
      await client.chat.update({ channel, ts, ...toSend(safe) });
    });

  const postNow = ({ channel, threadTs }: Destination, message: Message, mark: MessageMark) =>
    sending(message, async (safe) =>
      posted.parse(
        await oneTry.chat.postMessage({
          channel,
          ...toSend(safe),
          ...quiet,
          metadata: { event_type: mark.type, event_payload: payloadOf(mark) },
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        }),
      ),
    );
  const look = lookingForAll(client, logger);
  const remove = async ({ channel, ts }: Posted): Promise<void> =>
    void (await client.chat.delete({ channel, ts }));
  const postMarked = postingUnderMark({ post: postNow, look, after });

  return {
    safeMessage,
    safeView,
    sendingProblem,
    errorCode: (error) => (error instanceof RespondProblem ? error.code : slackErrorCode(error)),
    post: async (to, message, mark) => {
      if (mark !== undefined) return postNow(to, message, mark);
      await turn(to.channel);
      return postMarked(to, message, { type: 'privacy_post', key: newId() });
    },
    turn,
    ...answeringOnce({
      post: postMarked,
      update,
      look,
      pace: turn,
      remove,
      now: () => clock().getTime(),
    }),
    lookFor: lookingFor(client, logger),
    keepFirst: keepingFirst(look, remove),
    update,
    whisper: ({ channel, user, threadTs }, message) =>
      sending(message, async (safe) => {
        await client.chat.postEphemeral({
          channel,
          user,
          ...toSend(safe),
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        });
      }),
    respond: async (url, message, replace = false) => {
      const answer = {
        response_type: 'ephemeral',
        replace_original: replace,
        ...toSend(safeMessage(message)),
      };
      const status = await postTo(url, JSON.stringify(answer), respondMs);
      if (status < 200 || status > 299) throw new RespondProblem(status);
    },
    sendFile: (user, file) => sendFile(client, fetch, user, file),
    openView: async (trigger, view) =>
      openedView.parse(await client.views.open({ trigger_id: trigger, view: safeView(view) })).view.id,
    pushView: async (trigger, view) =>
      openedView.parse(await client.views.push({ trigger_id: trigger, view: safeView(view) })).view.id,
    updateView: async ({ id, hash }, view) => {
      try {
        await client.views.update({
          view_id: id,
          view: safeView(view),
          ...(hash === undefined ? {} : { hash }),
        });
      } catch (error) {
        if (slackErrorCode(error) !== 'hash_conflict') throw error;
      }
    },
    publishHome: async (user, view) => {
      await client.views.publish({ user_id: user, view: safeView(view) });
    },
    showStatus: async (channel, threadTs, status) => {
      await client.assistant.threads
        .setStatus({ channel_id: channel, thread_ts: threadTs, status })
        .catch((error: unknown) => note(logger, 'no_status', { code: slackErrorCode(error) }));
    },
    suggestPrompts: async (channel, questions) => {
      const prompts = questions.map((question) => ({ title: question, message: question }));
      const [first, ...others] = prompts;
      if (first === undefined) return;
      await client
        .apiCall('assistant.threads.setSuggestedPrompts', {
          channel_id: channel,
          prompts: [first, ...others],
        })
        .catch((error: unknown) => note(logger, 'no_prompts', { code: slackErrorCode(error) }));
    },
    sharedWithOthers: async (channel) => {
      const known = shared.get(channel);
      const now = clock().getTime();
      if (known !== undefined && now - known.at < sharingKeptMs) return known.with;
      try {
        const { channel: info } = channelInfo.parse(await client.conversations.info({ channel }));
        const outcome = info.is_ext_shared === true || info.is_pending_ext_shared === true;
        shared.set(channel, { at: now, with: outcome });
        return outcome;
      } catch (error) {
        // A channel the bot cannot see: posting there fails with its own explanation.
        if (slackErrorCode(error) === 'channel_not_found') return false;
        note(logger, 'sharing_unknown', { code: slackErrorCode(error) });
        return true;
      }
    },
  };
};
