/** The state of the register in one form: counts, shares and who has to move. Numbers and staff ids, nothing of a data subject. */
import type { KnownBlock, ModalView, MrkdwnElement } from '@slack/types';
import { type Figure, type FigureGroup, figureParts } from '../../flows/reports/figure.ts';
import type { HandoverRow } from '../../flows/reports/handover.ts';
import type { DeadlineReport } from '../../flows/reports/report.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import {
  actions,
  button,
  context,
  escaped,
  header,
  type Message,
  mrkdwn,
  plain,
  section,
  shortened,
} from '../blocks.ts';
import { mention, stateWords } from '../cases/case-words.ts';
import { rightNames } from '../cases/right-names.ts';
import { notice } from '../notice.ts';

const mostRows = 20;

const tally = <K extends string>(
  counts: Readonly<Partial<Record<K, number>>>,
  name: (key: K) => string,
  keys: readonly K[],
): string =>
  keys.flatMap((key) => (counts[key] === undefined ? [] : [`${name(key)} ${counts[key]}`])).join(', ') ||
  'none';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] => {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
};

const lines = (title: string, ...rows: readonly string[]): KnownBlock =>
  section([`*${title}*`, ...rows].join('\n'));

const waits = (who: string): string => (/^[UW][A-Z0-9]+$/.test(who) ? mention(who) : who);

const daysLeft = (days: number | null): string => {
  if (days === null) return '';
  const many = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days < 0 ? ` · *${many} overdue*` : days === 0 ? ' · *today*' : ` · ${many} left`;
};

const undated = ({ cautious_due: cautious }: HandoverRow): string =>
  cautious === null ? 'No due date now' : `No due date now; work towards *${describeDate(cautious)}*`;

const handoverRow = (row: HandoverRow): KnownBlock => ({
  ...section(
    [
      `*${row.number}* · ${rightNames[row.right]} · ${stateWords[row.state]}`,
      row.due === null ? undated(row) : `Due *${describeDate(row.due)}*${daysLeft(row.days_left)}`,
      `Next: ${escaped(shortened(row.next_step, 300))} Waits for ${row.waits_for.slice(0, 5).map(waits).join(', ')}.`,
    ].join('\n'),
  ),
  accessory: button('Open case', `open_case:${row.number}`, row.number, {
    accessibility_label: `Open case ${row.number}`,
  }),
});

const figureLine = (one: Figure): string => {
  const { figure, made } = figureParts(one);
  return `*${figure}*  ${one.title} _(${made})_`;
};

/** What nothing is counted of yet is named at the end, without a figure. */
const group = ({ title, figures }: FigureGroup): KnownBlock => {
  const counted = figures.filter(({ value }) => value.of > 0);
  const idle = figures.filter(({ value }) => value.of === 0).map((figure) => figure.title);
  return lines(
    title,
    ...counted.map(figureLine),
    ...(idle.length > 0 ? [`Nothing to count yet: ${idle.join('; ')}.`] : []),
  );
};

const tile = (name: string, count: number): MrkdwnElement => mrkdwn(`*${count}*  ${name}`);

const standing = (report: DeadlineReport): readonly KnownBlock[] => {
  const { age } = report;
  return [
    header(`${report.open} open of ${report.cases} ${report.cases === 1 ? 'case' : 'cases'}`),
    {
      type: 'section',
      fields: [
        tile('overdue', report.overdue),
        tile('due within seven days', report.due_within_seven_days),
        tile('wait for the requester', report.waiting_for_requester),
        tile('wait for a second person', report.waiting_for_second_person),
        tile('without an owner', report.without_owner),
        tile('older than 30 days', age.over_30),
      ],
    },
    section(
      [
        `By right: ${tally(report.by_right, (right) => rightNames[right], keysOf(rightNames))}`,
        `By state: ${tally(report.by_state, (state) => stateWords[state], keysOf(stateWords))}`,
        `Days since receipt: up to seven ${age.up_to_7}, to fourteen ${age.up_to_14}, to thirty ${age.up_to_30}, more ${age.over_30}`,
      ].join('\n'),
    ),
    context(`As of ${describeDate(report.on)}. The whole register is counted; nobody is named.`),
  ];
};

const files = actions('report_files', [
  button('Show as a table', 'report_table', ''),
  button('Show as a picture', 'report_picture', ''),
  button('Calendar file', 'report_calendar', '', {
    accessibility_label: 'Send me the deadlines as a calendar file',
  }),
  button('Spreadsheet', 'report_sheet', '', { accessibility_label: 'Send me the register as a spreadsheet' }),
]);

export const reportView = (report: DeadlineReport, handover: readonly HandoverRow[]): ModalView => ({
  type: 'modal',
  title: plain('Report'),
  close: plain('Close'),
  blocks: [
    ...standing(report),
    files,
    ...report.figures.map(group),
    ...(handover.length > 0 ? [section('*Hand-over: who has to move*')] : []),
    ...handover.slice(0, mostRows).map(handoverRow),
    ...(handover.length > mostRows
      ? [
          context(
            `… and ${handover.length - mostRows} more. \`/privacy cases\` pages through them; the spreadsheet has them all.`,
          ),
        ]
      : []),
  ],
});

/** What was sent, and where it stands. */
export const fileSentNotice = (what: string): Message =>
  notice(`${what} stands in our direct messages now. It names nobody.`);

export const fileRefusedNotice = (what: string): Message =>
  notice(
    `Slack did not take ${what}: I may not send files here yet. Whoever looks after me adds the scope \`files:write\` and installs me again.`,
  );
