/** The state of the register in one form: counts, shares and who has to move. Numbers and staff ids, nothing of a data subject. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { HandoverRow } from '../flows/handover.ts';
import type { Report, Share, Spread } from '../flows/report.ts';
import { describeDate } from '../requests/calendar-date.ts';
import { button, context, escaped, plain, section, shortened } from './blocks.ts';
import { mention, stateWords } from './case-words.ts';
import { rightNames } from './right-names.ts';

const mostRows = 20;

const shareWords = ({ of, count, percent }: Share): string =>
  percent === null ? 'none yet' : `${percent} % (${count} of ${of})`;

const spreadWords = ({ count, median, ninetieth }: Spread): string =>
  count === 0 ? 'none yet' : `median ${median}, nine in ten within ${ninetieth}`;

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

const handoverRow = (row: HandoverRow): KnownBlock => ({
  ...section(
    [
      `*${row.number}* · ${rightNames[row.right]} · ${stateWords[row.state]}`,
      row.due === null ? 'No due date now' : `Due ${describeDate(row.due)} (${row.days_left} days left)`,
      `Next: ${escaped(shortened(row.next_step, 300))} Waits for ${row.waits_for.slice(0, 5).map(waits).join(', ')}.`,
    ].join('\n'),
  ),
  accessory: button('Open case', `open_case:${row.number}`, row.number, {
    accessibility_label: `Open case ${row.number}`,
  }),
});

export const reportView = (report: Report, handover: readonly HandoverRow[]): ModalView => ({
  type: 'modal',
  title: plain('Report'),
  close: plain('Close'),
  blocks: [
    lines(
      `${report.open} open of ${report.cases} cases, ${describeDate(report.on)}`,
      `By right: ${tally(report.by_right, (right) => rightNames[right], keysOf(rightNames))}`,
      `By state: ${tally(report.by_state, (state) => stateWords[state], keysOf(stateWords))}`,
      `Due this week ${report.week.dueThisWeek}, next week ${report.week.dueNextWeek} · overdue ${report.week.overdue} · waiting for a second person ${report.waiting_for_second_person}`,
      `Age in days: up to 7 ${report.age.up_to_7}, to 14 ${report.age.up_to_14}, to 30 ${report.age.up_to_30}, more ${report.age.over_30}`,
    ),
    lines(
      'In time?',
      `Answered within the legal time: ${shareWords(report.answered_in_time)}`,
      `Days to answer: ${spreadWords(report.days_to_answer)}`,
      `Days from receipt to register: ${spreadWords(report.receipt_lag_days)}; logged more than two days late: ${shareWords(report.found_late)}`,
      `Marketing stopped within two working days: ${shareWords(report.marketing_stopped_in_house_time)}`,
    ),
    lines(
      'How they go',
      `Extended ${shareWords(report.extended)} · paused ${shareWords(report.paused)} · identity asked ${shareWords(report.identity_asked)}`,
      `Refused or partial ${shareWords(report.refused_or_partial)} · lapsed ${shareWords(report.lapsed)} · reopened ${shareWords(report.reopened)}`,
      `Complaints open ${report.complaints.open}, per 100 requests ${report.complaints.per_100_requests ?? '–'}, acknowledged in time ${shareWords(report.complaints.acknowledged_in_time)}`,
      `Client ceilings open ${report.ceilings.open}, within 90 days ${report.ceilings.within_90_days}, met ${shareWords(report.ceilings.met)}`,
    ),
    ...(handover.length > 0 ? [section('*Hand-over: who has to move*')] : []),
    ...handover.slice(0, mostRows).map(handoverRow),
    ...(handover.length > mostRows
      ? [
          context(
            `… and ${handover.length - mostRows} more. \`npx privacy report --handover\` prints them all.`,
          ),
        ]
      : []),
  ],
});
