/** `/privacy report` and what it can be taken away as. */
import type { Casework } from '../flows/cases/casework.ts';
import { openCalendar, openReport, openRows, openSheet } from '../flows/reports/open-report.ts';
import { altText, chartOf, countWords, titleWords } from '../pictures/deadline-chart.ts';
import { deadlineSvg } from '../pictures/deadline-svg.ts';
import { pngOf } from '../pictures/png.ts';
import type { Refusal } from '../requests/decisions/decision.ts';
import type { OutgoingFile } from '../slack/port.ts';
import { refusalNotice } from '../views/cases/case-notices.ts';
import { notice } from '../views/notice.ts';
import { fileRefusedNotice, fileSentNotice, reportView } from '../views/reminders/report.ts';
import { reportCharts } from '../views/reminders/report-charts.ts';
import { reportTable } from '../views/reminders/report-table.ts';
import type { Feature, InteractionOutcome, Press, Reply } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'slack' | 'whoCan'>;

const showReport =
  (deps: Takes) =>
  (reply: Reply & { readonly user: string }): Promise<InteractionOutcome> =>
    openSoon(deps, reply, async () => {
      const found = await openReport(deps.cases, reply.user);
      return found.ok
        ? { view: reportView(found.report, found.handover) }
        : { instead: refusalNotice(found, deps.cases.defaults.timeZone, await deps.whoCan()) };
    });

type Made = { readonly ok: true; readonly file: OutgoingFile } | Refusal;

/** A file goes where only the person reads it: into their direct messages. It may take longer than a form can wait for, so one opens first. */
const send =
  (deps: Takes, what: string, make: (user: string) => Promise<Made>) =>
  async (press: Press): Promise<InteractionOutcome> => {
    await press.privately(notice('One moment … it comes into our direct messages.'));
    const made = await make(press.user);
    if (!made.ok) {
      await press.privately(refusalNotice(made, deps.cases.defaults.timeZone, await deps.whoCan()));
      return 'refused';
    }
    try {
      await deps.slack.sendFile(press.user, made.file);
    } catch (error) {
      if (deps.slack.errorCode(error) !== 'missing_scope') throw error;
      await press.privately(fileRefusedNotice(what.toLowerCase()));
      return 'missing_scope';
    }
    await press.privately(fileSentNotice(what));
    return 'sent';
  };

const picture =
  (deps: Takes) =>
  async (user: string): Promise<Made> => {
    const found = await openRows(deps.cases, user);
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

const table =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const found = await openReport(deps.cases, press.user);
    if (!found.ok) {
      await press.privately(refusalNotice(found, deps.cases.defaults.timeZone, await deps.whoCan()));
      return 'refused';
    }
    const { handover, report } = found;
    // Two messages: where Slack refuses a chart, its words go out and the table stands.
    const messages = [reportCharts(handover, report.on), reportTable(handover, report.on)].filter(
      (message) => message !== null,
    );
    for (const message of messages) await deps.slack.post({ channel: press.user }, message);
    await press.privately(messages.length === 0 ? notice('Nothing is open.') : fileSentNotice('The table'));
    return 'sent';
  };

const textFile =
  (
    deps: Takes,
    make: (desk: Casework, user: string) => Promise<{ readonly ok: true; readonly text: string } | Refusal>,
    file: Omit<OutgoingFile, 'content' | 'alt'>,
  ) =>
  async (user: string): Promise<Made> => {
    const made = await make(deps.cases, user);
    return made.ok
      ? { ok: true, file: { ...file, content: new TextEncoder().encode(made.text), alt: null } }
      : made;
  };

/** `/privacy report`, and what it can be taken away as. */
export const reporting = (deps: Takes): Feature => ({
  words: { report: { takes: null, handle: showReport(deps) } },
  presses: {
    open_report: showReport(deps),
    report_table: table(deps),
    report_picture: send(deps, 'The picture', picture(deps)),
    report_calendar: send(
      deps,
      'The calendar file',
      textFile(deps, openCalendar, {
        name: 'privacy-deadlines.ics',
        title: 'Deadlines of open cases (calendar)',
        words: 'Open it with your calendar. A later file moves the same entries.',
      }),
    ),
    report_sheet: send(
      deps,
      'The spreadsheet',
      textFile(deps, openSheet, {
        name: 'privacy-register.csv',
        title: 'The register (spreadsheet)',
        words: 'One line a case, without personal data.',
      }),
    ),
  },
});
