/** The ways back to whoever typed a command, pressed a button or used a shortcut. */

import type { AckFn, RespondArguments } from '@slack/bolt';
import type { z } from 'zod';
import type { Message } from '../../views/blocks.ts';
import { stillWorkingNotice } from '../../views/notice.ts';
import type { MessageShortcut, Press, Reply, Shortcut, TypedCommand } from './interaction.ts';
import { formsOf } from './opened-forms.ts';
import { type commandPayload, fieldsOf, type messageShortcutPayload, type pressPayload } from './payloads.ts';
import {
  type Answering,
  ephemeral,
  type Forms,
  type Out,
  respondOrWhisper,
  type Shared,
  whisperOrDirect,
} from './private-words.ts';

/** The first private answer to a command travels in its acknowledgement, later ones by the response_url. */
export const typedFrom = (
  deps: Answering & Shared & Out<'safeMessage' | 'openView'>,
  body: z.infer<typeof commandPayload>,
  ack: AckFn<string | RespondArguments>,
): TypedCommand & { readonly settle: () => Promise<void>; readonly late: () => Promise<void> } => {
  let acked = false;
  const privately = async (message: Message): Promise<void> => {
    if (acked) return respondOrWhisper(deps, body.response_url, body.user_id, body.channel_id, message);
    acked = true;
    await ack(ephemeral(deps.slack.safeMessage(message)));
  };
  const settle = async (): Promise<void> => {
    if (acked) return;
    acked = true;
    await ack();
  };
  return {
    user: body.user_id,
    mine: () => deps.answering.mine(body.trigger_id),
    channel: body.channel_id,
    text: body.text.trim(),
    hear: settle,
    privately,
    // The form opens before the acknowledgement: the trigger is the more pressing of the two.
    open: async (view) => {
      const id = await deps.slack.openView(body.trigger_id, view);
      await settle();
      return id;
    },
    settle,
    late: () => (acked ? Promise.resolve() : privately(stillWorkingNotice())),
  };
};

const selectedValue = (fields: ReturnType<typeof fieldsOf>): string => {
  const [value] = Object.values(fields);
  return typeof value === 'string' ? value : '';
};

export const pressFrom = (deps: Answering & Forms & Shared, body: z.infer<typeof pressPayload>): Press => {
  const [action] = body.actions;
  const actionId = action?.action_id ?? '';
  const view = body.view ?? null;
  const channel = body.channel?.id ?? body.container.channel_id ?? null;
  const inModal = view?.type === 'modal' ? view : null;
  const url = body.response_url;
  const forms = formsOf(deps, body.user.id, body.trigger_id, inModal);
  return {
    user: body.user.id,
    mine: () => deps.answering.mine(body.trigger_id),
    actionId,
    value: action === undefined ? '' : selectedValue(fieldsOf({ pressed: { value: action } })),
    channel,
    messageTs: body.message?.ts ?? body.container.message_ts ?? null,
    threadTs: body.message?.thread_ts ?? body.container.thread_ts ?? null,
    blocks: body.message?.blocks ?? [],
    view,
    fields: fieldsOf(body.state?.values ?? view?.state.values ?? {}),
    privately: async (message) => {
      if (view !== null || forms.isOpen()) return forms.privately(message);
      if (url !== undefined) return respondOrWhisper(deps, url, body.user.id, channel, message);
      await whisperOrDirect(deps, body.user.id, channel, message);
    },
    open: forms.open,
    madeRoom: forms.madeRoom,
    replace: async (message) => {
      if (url === undefined) return false;
      await deps.slack.respond(url, message, true);
      return true;
    },
  };
};

export const shortcutReply = (deps: Forms, user: string, trigger: string): Shortcut & Reply => ({
  user,
  ...formsOf(deps, user, trigger, null),
});

export const messageShortcutFrom = (
  deps: Answering & Forms,
  body: z.infer<typeof messageShortcutPayload>,
): MessageShortcut => {
  const forms = formsOf(deps, body.user.id, body.trigger_id, null);
  return {
    user: body.user.id,
    channel: body.channel.id,
    message: {
      ts: body.message.ts,
      text: body.message.text,
      user: body.message.bot_id === undefined ? (body.message.user ?? null) : null,
    },
    privately: (message) =>
      forms.isOpen()
        ? forms.privately(message)
        : respondOrWhisper(deps, body.response_url, body.user.id, body.channel.id, message),
    open: forms.open,
  };
};
