/** A form is answered in its acknowledgement. */

import type { AckFn, ViewResponseAction } from '@slack/bolt';
import type { View } from '@slack/types';
import type { z } from 'zod';
import { notice, noticeView, stillSendingNotice } from '../../views/notice.ts';
import type { Submission } from './interaction.ts';
import { fieldsOf, type submissionPayload } from './payloads.ts';
import type { Out } from './private-words.ts';

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
          { response_action: 'update', view: noticeView('One moment', stillSendingNotice()) },
          finished,
        );
    },
  };
};
