/** Forms that one trigger opens, and what becomes of a word when it has opened one. */

import type { ModalView, View } from '@slack/types';
import { actions, button, type Message } from '../../views/blocks.ts';
import { readCasePlace } from '../../views/cases/case-place.ts';
import { noticeView } from '../../views/notice.ts';
import type { Reply } from './interaction.ts';
import type { ViewPayload } from './payloads.ts';
import { type Forms, type Out, whisperOrDirect } from './private-words.ts';

/** Slack's words for a form that came too late (docs `/reference/methods/views.open`; some pages have the other spelling). */
const triggerGone: readonly (string | null)[] = [
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
];

export const cameTooLate = (deps: Out<'errorCode'>, error: unknown): boolean =>
  triggerGone.includes(deps.slack.errorCode(error));

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
export const formsOf = (
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
