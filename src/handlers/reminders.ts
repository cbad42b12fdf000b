import { openReport } from '../flows/handover.ts';
import { describeDate } from '../requests/calendar-date.ts';
import { refusalNotice } from '../views/case-notices.ts';
import { notice, noticeView } from '../views/notice.ts';
import { reportView } from '../views/report.ts';
import { snoozeForm, snoozeRefusal } from '../views/snooze.ts';
import { fieldErrors } from './field-errors.ts';
import type { Gesture, Outcome, Reply, Submission } from './gesture.ts';
import { openSoon } from './open-soon.ts';
import type { Parts } from './parts.ts';

const submitSnooze =
  (parts: Parts) =>
  async (sent: Submission): Promise<Outcome> => {
    const read = snoozeForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const snoozed = await parts.snooze(sent.user, sent.view.private_metadata, read.data.until);
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

const showReport =
  (parts: Parts) =>
  (reply: Reply & { readonly user: string }): Promise<Outcome> =>
    openSoon(parts, reply, async () => {
      const found = await openReport(parts.cases, reply.user);
      return found.ok
        ? { view: reportView(found.report, found.handover) }
        : { instead: refusalNotice(found, parts.cases.defaults.timeZone) };
    });

/** The *Snooze* button under a private reminder, and `/privacy report`. */
export const reminders = (parts: Parts): Gesture => ({
  words: { report: { takes: null, handle: showReport(parts) } },
  presses: {
    snooze: async (press) => {
      await press.open(snoozeForm.view(press.value));
      return 'form';
    },
  },
  forms: { [snoozeForm.id]: submitSnooze(parts) },
});
