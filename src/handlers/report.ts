import type { Desk } from '../flows/cases/desk.ts';
import { openCalendar, openReport, openRows, openSheet } from '../flows/reports/open-report.ts';
import { altText, chartOf, countWords, titleWords } from '../pictures/deadline-chart.ts';
import { deadlineSvg } from '../pictures/deadline-svg.ts';
import { pngOf } from '../pictures/png.ts';
import type { Refusal } from '../requests/decisions/decision.ts';
import { refusalNotice } from '../views/case-notices.ts';
import { notice } from '../views/notice.ts';
import { fileRefusedNotice, fileSentNotice, reportView } from '../views/report.ts';
import type { Gesture, Outcome, Press, Reply } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import type { OutgoingFile, Parts } from './dependencies.ts';

const showReport =
  (parts: Parts) =>
  (reply: Reply & { readonly user: string }): Promise<Outcome> =>
    openSoon(parts, reply, async () => {
      const found = await openReport(parts.cases, reply.user);
      return found.ok
        ? { view: reportView(found.report, found.handover) }
        : { instead: refusalNotice(found, parts.cases.defaults.timeZone) };
    });

type Made = { readonly ok: true; readonly file: OutgoingFile } | Refusal;

/** A file goes where only the person reads it: into their direct messages. It may take longer than a form can wait for, so one opens first. */
const send =
  (parts: Parts, what: string, make: (user: string) => Promise<Made>) =>
  async (press: Press): Promise<Outcome> => {
    await press.privately(notice('One moment … it comes into our direct messages.'));
    const made = await make(press.user);
    if (!made.ok) {
      await press.privately(refusalNotice(made, parts.cases.defaults.timeZone));
      return 'refused';
    }
    try {
      await parts.slack.sendFile(press.user, made.file);
    } catch (error) {
      if (parts.slack.errorCode(error) !== 'missing_scope') throw error;
      await press.privately(fileRefusedNotice(what.toLowerCase()));
      return 'missing_scope';
    }
    await press.privately(fileSentNotice(what));
    return 'sent';
  };

const picture =
  (parts: Parts) =>
  async (user: string): Promise<Made> => {
    const found = await openRows(parts.cases, user);
    if (!found.ok) return found;
    const chart = chartOf(found.rows, found.on);
    return {
      ok: true,
      file: {
        name: `open-cases-${found.on}.png`,
        title: 'Open cases against their deadlines',
        content: await pngOf(deadlineSvg(chart)),
        alt: altText(chart),
        words: `*${titleWords(chart)}* · ${countWords(chart)}`,
      },
    };
  };

const textFile =
  (
    parts: Parts,
    make: (desk: Desk, user: string) => Promise<{ readonly ok: true; readonly text: string } | Refusal>,
    file: Omit<OutgoingFile, 'content' | 'alt'>,
  ) =>
  async (user: string): Promise<Made> => {
    const made = await make(parts.cases, user);
    return made.ok
      ? { ok: true, file: { ...file, content: new TextEncoder().encode(made.text), alt: null } }
      : made;
  };

/** `/privacy report`, and what it can be taken away as. */
export const reporting = (parts: Parts): Gesture => ({
  words: { report: { takes: null, handle: showReport(parts) } },
  presses: {
    open_report: showReport(parts),
    report_picture: send(parts, 'The picture', picture(parts)),
    report_calendar: send(
      parts,
      'The calendar file',
      textFile(parts, openCalendar, {
        name: 'privacy-deadlines.ics',
        title: 'Deadlines of open cases (calendar)',
        words: 'Open it with your calendar. A later file moves the same entries.',
      }),
    ),
    report_sheet: send(
      parts,
      'The spreadsheet',
      textFile(parts, openSheet, {
        name: 'privacy-register.csv',
        title: 'The register (spreadsheet)',
        words: 'One line a case, without personal data.',
      }),
    ),
  },
});
