/** Putting a reminder off, and what stands behind the message of the week. */
import { describeDate } from '../requests/clock/calendar-date.ts';
import { notice, noticeView } from '../views/notice.ts';
import { snoozeForm, snoozeRefusal } from '../views/reminders/snooze.ts';
import { anchorMessage } from '../views/reminders/week.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type { Feature, InteractionOutcome, Submission } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'snooze'>;

const submitSnooze =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const read = snoozeForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const snoozed = await deps.snooze(sent.user, sent.view.private_metadata, read.data.until);
    if (!snoozed.ok) {
      await sent.reject({ until: snoozeRefusal(snoozed) ?? '' });
      return 'refused';
    }
    await sent.show(
      noticeView(
        'Snooze',
        notice(`I will remind you of *${snoozed.number}* again on ${describeDate(snoozed.until)}.`),
      ),
    );
    return 'snoozed';
  };

/** The buttons under reminders: *Snooze* under a private one, and the register's code under the week's. */
export const reminders = (deps: Takes): Feature => ({
  presses: {
    snooze: async (press) => {
      await press.open(snoozeForm.view(press.value));
      return 'form';
    },
    show_anchor: async (press) => {
      const message = anchorMessage(press.value);
      if (message === null) return 'unknown';
      await press.privately(message);
      return 'shown';
    },
  },
  forms: { [snoozeForm.id]: submitSnooze(deps) },
});
