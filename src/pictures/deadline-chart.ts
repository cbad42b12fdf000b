/** What the picture of open cases shows, before it is drawn: numbers, rights and dates, nothing of a data subject. */

import { waitsForRequester } from '../flows/cases/waits-for.ts';
import { byDate, type ReportRow } from '../flows/reports/report-rows.ts';
import { type CalendarDate, daysBetween, describeDate } from '../requests/clock/calendar-date.ts';
import type { Right } from '../requests/clock/rights.ts';
import { rightNames } from '../views/cases/right-names.ts';

export type ChartRow = {
  readonly number: string;
  readonly right: Right;
  readonly receivedOn: CalendarDate;
  /** The legal date; where none may be shown, the day to work towards; null where there is neither. */
  readonly until: CalendarDate | null;
  /** `waiting`: the clock stands still or has not begun. `undated`: the law gives no date. */
  readonly mark: 'overdue' | 'soon' | 'running' | 'waiting' | 'undated';
  /** From today; negative when overdue. */
  readonly days: number | null;
};

export type Chart = {
  readonly on: CalendarDate;
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  readonly waiting: number;
  readonly rows: readonly ChartRow[];
  /** Open cases that are not drawn: all of them less urgent than those that are. */
  readonly more: number;
};

/** What fits on a screen and can still be read. */
export const mostDrawn = 40;
const soonDays = 7;

const markOf = ({ request, owed, cautiousDue }: ReportRow, on: CalendarDate): ChartRow['mark'] => {
  if (owed !== null) return owed < on ? 'overdue' : daysBetween(on, owed) <= soonDays ? 'soon' : 'running';
  return waitsForRequester(request) || cautiousDue !== null ? 'waiting' : 'undated';
};

const rowOf = (row: ReportRow, on: CalendarDate): ChartRow => {
  const until = row.owed ?? row.cautiousDue;
  return {
    number: row.request.number,
    right: row.request.right,
    receivedOn: row.receivedOn,
    until,
    mark: markOf(row, on),
    days: until === null ? null : daysBetween(on, until),
  };
};

/** The most urgent of the open cases on that day. */
export const chartOf = (rows: readonly ReportRow[], on: CalendarDate): Chart => {
  const open = rows
    .filter((row) => row.open)
    .toSorted(byDate)
    .map((row) => rowOf(row, on));
  const count = (mark: ChartRow['mark']): number => open.filter((row) => row.mark === mark).length;
  return {
    on,
    open: open.length,
    overdue: count('overdue'),
    soon: count('soon'),
    waiting: count('waiting'),
    rows: open.slice(0, mostDrawn),
    more: Math.max(0, open.length - mostDrawn),
  };
};

const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** How far away it is: "5 days overdue", "due today", "12 days left", "waiting". */
export const distanceWords = ({ mark, days }: ChartRow): string => {
  if (mark === 'undated') return 'no legal date';
  if (mark === 'waiting') return 'waiting';
  if (days === null) return '';
  return days < 0 ? `${inDays(-days)} overdue` : days === 0 ? 'due today' : `${inDays(days)} left`;
};

export const countWords = ({ open, overdue, soon, waiting }: Chart): string =>
  open === 0
    ? 'Nothing is due.'
    : [
        ...(overdue > 0 ? [`${overdue} overdue`] : []),
        `${soon === 0 ? 'nothing' : soon} due within seven days`,
        ...(waiting > 0 ? [`${waiting} waiting for the requester`] : []),
      ].join(' · ');

export const titleWords = ({ open }: Chart): string =>
  open === 0 ? 'No open cases' : `${open.toLocaleString('en-GB')} open ${open === 1 ? 'case' : 'cases'}`;

/** Slack's limit for the alternative text of a file. */
const longestAlt = 1_000;

/** The same in words, for whoever does not see the picture: the counts, then as many cases as there is room for. */
export const altText = (chart: Chart): string => {
  const head = `${titleWords(chart)} on ${describeDate(chart.on)}. ${countWords(chart)}.`.replace('..', '.');
  const rest = (left: number): string => (left > 0 ? ` And ${left} more.` : '');
  let text = head;
  let told = 0;
  for (const row of chart.rows) {
    const date = row.until === null ? '' : `, ${describeDate(row.until)}`;
    const next = ` ${row.number} ${rightNames[row.right]}${date}: ${distanceWords(row)}.`;
    if (text.length + next.length + rest(chart.open).length > longestAlt) break;
    text += next;
    told += 1;
  }
  return `${text}${rest(chart.open - told)}`;
};
