/** Intake forms that were begun and not sent, offered in a fresh one: never filled in unasked, for the next caller is somebody else. */
import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, section } from '../blocks.ts';

/** `at` is said as people here read it, such as "30 November, 10:14". */
export type BegunIntake = { readonly requestId: string; readonly at: string };

const most = 3;

const offering = (begun: readonly BegunIntake[]): readonly KnownBlock[] =>
  begun.length === 0
    ? []
    : [
        section(
          begun.length === 1
            ? 'You began one earlier and have not logged it.'
            : `You began ${begun.length} earlier and have not logged them.`,
        ),
        actions(
          'intake_begun',
          begun.slice(0, most).flatMap(({ requestId, at }) => [
            button(`Go on with ${at}`, `intake_go_on:${requestId}`, requestId, {
              accessibility_label: `Go on with the form that you began on ${at}`,
            }),
            button(
              begun.length === 1 ? 'Throw it away' : `Throw ${at} away`,
              `intake_drop:${requestId}`,
              requestId,
              {
                accessibility_label: `Throw away the form that you began on ${at}`,
              },
            ),
          ]),
        ),
      ];

export const offeringBegun = (view: ModalView, begun: readonly BegunIntake[]): ModalView => ({
  ...view,
  blocks: [...offering(begun), ...view.blocks],
});

/** The form that is gone on with can be thrown away: nobody has to keep somebody's name for a week. */
export const goingOn = (view: ModalView, requestId: string): ModalView => ({
  ...view,
  blocks: [
    ...view.blocks,
    actions('intake_forget', [button('Throw this away', `intake_forget:${requestId}`, requestId)]),
  ],
});
