/** The form for putting a reminder off. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { type Snoozed, snoozeLengths } from '../../flows/reminders/snooze.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { plain } from '../blocks.ts';

const words = { tomorrow: 'Until the next working day', three_days: 'For three days' } as const;

const options = snoozeLengths.map((length) => ({ text: plain(words[length]), value: length }));

/** How long to put a reminder off; carries the rung's key, no personal data. */
export const snoozeForm = {
  id: 'snooze_reminder',
  view: (reminder: string): ModalView => ({
    type: 'modal',
    callback_id: 'snooze_reminder',
    private_metadata: reminder,
    title: plain('Snooze'),
    submit: plain('Snooze'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'until',
        label: plain('How long?'),
        hint: plain(
          'Only your own reminder waits. A later one of the same case still comes, and none crosses the due date.',
        ),
        element: {
          type: 'radio_buttons',
          action_id: 'value',
          options,
          ...(options[0] === undefined ? {} : { initial_option: options[0] }),
        },
      },
    ],
  }),
  submission: z.object({ until: z.enum(snoozeLengths, 'Please choose how long.') }),
};

/** Why it cannot wait, for the field; or null when it can. */
export const snoozeRefusal = (snoozed: Snoozed): string | null => {
  if (snoozed.ok) return null;
  switch (snoozed.code) {
    case 'not_yours':
      return 'This reminder was not sent to you, so there is nothing to put off.';
    case 'over':
      return 'This is done with: the case has moved on, and nothing will remind you of it again.';
    case 'superseded':
      return 'A newer reminder of this case has come since. Please snooze that one.';
    case 'crosses_date':
      return `${snoozed.number}: that would be ${describeDate(snoozed.until)}, and the date is ${describeDate(snoozed.date)}. A reminder cannot wait until the date or past it.`;
  }
};
