import type { AckFn, RespondArguments, ViewResponseAction } from '@slack/bolt';
import type { View } from '@slack/types';
import type { z } from 'zod';
import type { Message } from '../views/blocks.ts';
import { notice, noticeView, stillWorkingNotice } from '../views/notice.ts';
import type { MessageShortcut, Press, Reply, Shortcut, Submission, Typed } from './gesture.ts';
import type { Parts } from './parts.ts';
import {
  type commandPayload,
  fieldsOf,
  type messageShortcutPayload,
  type pressPayload,
  type submissionPayload,
} from './payloads.ts';

/** Slack waits three seconds; what has not been acknowledged by then is acknowledged with a plain sentence. */
export const guardMs = 2_500;

const ephemeral = (message: Message): RespondArguments => ({
  response_type: 'ephemeral',
  replace_original: false,
  text: message.text,
  blocks: [...message.blocks],
});

/** The first private answer to a command travels in its acknowledgement, later ones by the response_url. */
export const typedFrom = (
  parts: Parts,
  body: z.infer<typeof commandPayload>,
  ack: AckFn<string | RespondArguments>,
): Typed & { readonly settle: () => Promise<void>; readonly late: () => Promise<void> } => {
  let acked = false;
  const privately = async (message: Message): Promise<void> => {
    if (acked) return parts.slack.respond(body.response_url, message);
    acked = true;
    await ack(ephemeral(parts.slack.safeMessage(message)));
  };
  const settle = async (): Promise<void> => {
    if (acked) return;
    acked = true;
    await ack();
  };
  return {
    user: body.user_id,
    channel: body.channel_id,
    text: body.text.trim(),
    privately,
    // The form opens before the acknowledgement: the trigger is the more pressing of the two.
    open: async (view) => {
      const id = await parts.slack.openView(body.trigger_id, view);
      await settle();
      return id;
    },
    settle,
    late: () => (acked ? Promise.resolve() : privately(stillWorkingNotice())),
  };
};

/** A private word to somebody without a response_url: where they are, or else as a direct message. */
const whisperOrDirect = async (
  parts: Parts,
  user: string,
  channel: string | null,
  message: Message,
): Promise<void> => {
  if (channel !== null && !channel.startsWith('D')) {
    try {
      return await parts.slack.whisper({ channel, user }, message);
    } catch {
      // Not a member there: the direct message always works.
    }
  }
  await parts.slack.post({ channel: user }, message);
};

const selectedValue = (fields: ReturnType<typeof fieldsOf>): string => {
  const [value] = Object.values(fields);
  return typeof value === 'string' ? value : '';
};

export const pressFrom = (parts: Parts, body: z.infer<typeof pressPayload>): Press => {
  const [action] = body.actions;
  const actionId = action?.action_id ?? '';
  const view = body.view ?? null;
  const channel = body.channel?.id ?? body.container.channel_id ?? null;
  const inModal = view?.type === 'modal';
  const url = body.response_url;
  return {
    user: body.user.id,
    actionId,
    value: action === undefined ? '' : selectedValue(fieldsOf({ pressed: { value: action } })),
    channel,
    messageTs: body.message?.ts ?? body.container.message_ts ?? null,
    threadTs: body.message?.thread_ts ?? body.container.thread_ts ?? null,
    blocks: body.message?.blocks ?? [],
    view,
    fields: fieldsOf(body.state?.values ?? view?.state.values ?? {}),
    privately: async (message) => {
      if (url !== undefined) return parts.slack.respond(url, message);
      if (view !== null) {
        const form = noticeView('Privacy Assistant', message);
        await (inModal ? parts.slack.pushView : parts.slack.openView)(body.trigger_id, form);
        return;
      }
      await whisperOrDirect(parts, body.user.id, channel, message);
    },
    open: (form) => (inModal ? parts.slack.pushView : parts.slack.openView)(body.trigger_id, form),
    replace: async (message) => {
      if (url === undefined) return false;
      await parts.slack.respond(url, message, true);
      return true;
    },
  };
};

export const shortcutReply = (parts: Parts, user: string, trigger: string): Shortcut & Reply => ({
  user,
  privately: async (message) => {
    await parts.slack.openView(trigger, noticeView('Privacy Assistant', message));
  },
  open: (view) => parts.slack.openView(trigger, view),
});

export const messageShortcutFrom = (
  parts: Parts,
  body: z.infer<typeof messageShortcutPayload>,
): MessageShortcut => ({
  user: body.user.id,
  channel: body.channel.id,
  message: {
    ts: body.message.ts,
    text: body.message.text,
    user: body.message.bot_id === undefined ? (body.message.user ?? null) : null,
  },
  privately: (message) => parts.slack.respond(body.response_url, message),
  open: (view) => parts.slack.openView(body.trigger_id, view),
});

/** A form is answered in its acknowledgement; when that is too late, the form is redrawn by its id instead. */
export const submissionFrom = (
  parts: Parts,
  body: z.infer<typeof submissionPayload>,
  ack: AckFn<ViewResponseAction>,
): Submission & { readonly settle: () => Promise<void>; readonly late: () => Promise<void> } => {
  let acked = false;
  const redraw = (view: View): Promise<void> => parts.slack.updateView({ id: body.view.id }, view);
  const settling = (answer: ViewResponseAction | undefined, instead: View): Promise<void> => {
    if (acked) return redraw(instead);
    acked = true;
    return ack(answer);
  };
  const finished = noticeView('Done', notice('That is done.'));
  return {
    user: body.user.id,
    view: body.view,
    fields: fieldsOf(body.view.state.values),
    reject: (errors) =>
      settling(
        { response_action: 'errors', errors: { ...errors } },
        noticeView('Please check', notice(Object.values(errors).join(' '))),
      ),
    show: (view) => {
      const safe = parts.slack.safeView(view);
      return settling({ response_action: 'update', view: safe }, safe);
    },
    close: () => settling(undefined, finished),
    closeAll: () => settling({ response_action: 'clear' }, finished),
    settle: async () => {
      if (!acked) await settling(undefined, finished);
    },
    late: async () => {
      if (!acked)
        await settling(
          { response_action: 'update', view: noticeView('One moment', stillWorkingNotice()) },
          finished,
        );
    },
  };
};
