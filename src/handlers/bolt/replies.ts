/** The ways back to the one person who did something. */
import type { AckFn, RespondArguments, ViewResponseAction } from '@slack/bolt';
import type { ModalView, View } from '@slack/types';
import type { z } from 'zod';
import { actions, button, type Message } from '../../views/blocks.ts';
import { readCasePlace } from '../../views/cases/case-place.ts';
import { notice, noticeView, stillWorkingNotice } from '../../views/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import type { MessageShortcut, Press, Reply, Shortcut, Submission, TypedCommand } from './interaction.ts';
import {
  type commandPayload,
  fieldsOf,
  type messageShortcutPayload,
  type pressPayload,
  type submissionPayload,
  type ViewPayload,
} from './payloads.ts';

/** Slack's words for a form that came too late (docs `/reference/methods/views.open`; some pages have the other spelling). */
const triggerGone: readonly (string | null)[] = [
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
];

/** Replying needs the way out to Slack, and less of it in some places than in others. */
type Out<K extends keyof Dependencies['slack']> = { readonly slack: Pick<Dependencies['slack'], K> };
type Private = Out<'whisper' | 'post' | 'errorCode'>;
type Answering = Private & Out<'respond'>;
/** Whose it is, where several instances answer. */
type Shared = { readonly answering: Pick<Dependencies['answering'], 'mine'> };
type Forms = Private & Out<'openView' | 'pushView' | 'updateView'>;

export const cameTooLate = (deps: Out<'errorCode'>, error: unknown): boolean =>
  triggerGone.includes(deps.slack.errorCode(error));

const ephemeral = (message: Message): RespondArguments => ({
  response_type: 'ephemeral',
  replace_original: false,
  text: message.text,
  blocks: [...message.blocks],
});

/** A private word to somebody without a response_url: where they are, or else as a direct message. */
const whisperOrDirect = async (
  deps: Private,
  user: string,
  channel: string | null,
  message: Message,
): Promise<void> => {
  if (channel !== null && !channel.startsWith('D')) {
    try {
      return await deps.slack.whisper({ channel, user }, message);
    } catch (error) {
      // Slack said no (not a member there, …): the direct message always works.
      if (deps.slack.errorCode(error) === null) throw error;
    }
  }
  await deps.slack.post({ channel: user }, message);
};

/** A response_url lives half an hour and five answers; after that the word goes another way. */
const respondOrWhisper = async (
  deps: Answering,
  url: string,
  user: string,
  channel: string | null,
  message: Message,
): Promise<void> => {
  try {
    await deps.slack.respond(url, message);
  } catch (error) {
    if (deps.slack.errorCode(error)?.startsWith('response_url_') !== true) throw error;
    await whisperOrDirect(deps, user, channel, message);
  }
};

const withWayBack = (form: ModalView, number: string): ModalView => ({
  ...form,
  blocks: [
    ...form.blocks,
    actions('way_back', [button(`Back to ${number}`, `open_case:${number}`, number, { style: 'primary' })]),
  ],
});

/** Slack stacks three forms and no more (docs `/surfaces/modals`). */
const isTooDeep = (deps: Out<'errorCode'>, error: unknown): boolean =>
  deps.slack.errorCode(error) === 'push_limit_reached';

/**
 * Forms that one trigger opens: it opens one and no more, so that a later word is shown in that one, or as a direct message. `from` is the form
 * that was pressed in, null where there is none: where Slack stacks no further one, it makes room.
 */
const formsOf = (
  deps: Forms,
  user: string,
  trigger: string,
  from: ViewPayload | null,
): Reply & { readonly isOpen: () => boolean; readonly madeRoom: () => boolean } => {
  let opened: string | null = null;
  let spent = false;
  /** `instead` says what takes the place of `from` where no further form is stacked; null where nothing may. */
  const show = async (view: View, instead: (form: ViewPayload) => View | null): Promise<string> => {
    spent = true;
    if (from === null) {
      opened = await deps.slack.openView(trigger, view);
      return opened;
    }
    opened = await deps.slack.pushView(trigger, view).catch(async (error: unknown) => {
      const replacement = isTooDeep(deps, error) ? instead(from) : null;
      if (replacement === null) throw error;
      await deps.slack.updateView({ id: from.id }, replacement);
      return from.id;
    });
    return opened;
  };
  const open: Reply['open'] = (view) => show(view, () => view);
  /** A word on top of a form; a case makes room for it, with the way back, and a form that is being filled in does not. */
  const say = (message: Message): Promise<string> => {
    const form = noticeView('Privacy Assistant', message);
    return show(form, ({ private_metadata: kept }) => {
      const place = readCasePlace(kept);
      return place === null ? null : withWayBack(form, place.number);
    });
  };
  return {
    open,
    isOpen: () => opened !== null,
    madeRoom: () => from !== null && opened === from.id,
    privately: async (message) => {
      if (opened !== null)
        return deps.slack.updateView({ id: opened }, noticeView('Privacy Assistant', message));
      // A trigger opens one form, also where Slack refused that form: a second try would only say that it is spent.
      if (spent) return whisperOrDirect(deps, user, null, message);
      try {
        await say(message);
      } catch (error) {
        if (deps.slack.errorCode(error) === null) throw error;
        await whisperOrDirect(deps, user, null, message);
      }
    },
  };
};

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

/** A form is answered in its acknowledgement; when that is too late, the form is redrawn by its id instead. */
export const submissionFrom = (
  deps: Out<'updateView' | 'safeView'>,
  body: z.infer<typeof submissionPayload>,
  ack: AckFn<ViewResponseAction>,
): Submission & { readonly settle: () => Promise<void>; readonly late: () => Promise<void> } => {
  let acked = false;
  const redraw = (view: View): Promise<void> => deps.slack.updateView({ id: body.view.id }, view);
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
      const safe = deps.slack.safeView(view);
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
