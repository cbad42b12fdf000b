import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHolidayTable } from '../calendars.ts';
import { readConfig } from '../config.ts';
import { type HandoverRow, handover } from '../flows/handover.ts';
import { type Report, reportOf, type Share, type Spread } from '../flows/report.ts';
import { caseKind } from '../register/case-kind.ts';
import { writeDurably } from '../register/durable-file.ts';
import { isRegisterError } from '../register/errors.ts';
import { openRegister } from '../register/open.ts';
import { describeDate } from '../requests/calendar-date.ts';
import { ruleOf } from '../requests/rights.ts';
import { localDate } from '../requests/zone.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';
import { registerEnv } from './register.ts';
import { calendarText } from './report-calendar.ts';

const usage = 'Usage: privacy report [--json] | report --handover [--json] | report --ics FILE';

const shareWords = ({ of, count, percent }: Share): string =>
  percent === null ? 'none yet' : `${percent} % (${count} of ${of})`;
const spreadWords = ({ count, median, ninetieth }: Spread): string =>
  count === 0 ? 'none yet' : `median ${median}, 90th percentile ${ninetieth} (${count} cases)`;
const tallyWords = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${count}`)
    .join(', ') || 'none';

const readable = (report: Report): readonly string[] =>
  [
    ['Open', `${report.open} of ${report.cases}`],
    ['  by right', tallyWords(report.by_right)],
    ['  by state', tallyWords(report.by_state)],
    ['Overdue', String(report.week.overdue)],
    ['Due this week, next week', `${report.week.dueThisWeek}, ${report.week.dueNextWeek}`],
    ['Waiting for a second person', String(report.waiting_for_second_person)],
    [
      'Age in days',
      `up to 7: ${report.age.up_to_7}, 14: ${report.age.up_to_14}, 30: ${report.age.up_to_30}, more: ${report.age.over_30}`,
    ],
    ['Answered in time', shareWords(report.answered_in_time)],
    ['Days to answer', spreadWords(report.days_to_answer)],
    ['Days from receipt to register', spreadWords(report.receipt_lag_days)],
    ['Logged more than 2 days late', shareWords(report.found_late)],
    ['Extended', shareWords(report.extended)],
    ['Paused', shareWords(report.paused)],
    ['Identity asked', shareWords(report.identity_asked)],
    ['Refused or partial', shareWords(report.refused_or_partial)],
    ['Lapsed', shareWords(report.lapsed)],
    ['Reopened', shareWords(report.reopened)],
    ['Marketing stopped in 2 days', shareWords(report.marketing_stopped_in_house_time)],
    [
      'Complaints open',
      `${report.complaints.open}; per 100 requests ${report.complaints.per_100_requests ?? '–'}`,
    ],
    ['  acknowledged in time', shareWords(report.complaints.acknowledged_in_time)],
    [
      'Client ceilings',
      `${report.ceilings.open} open, ${report.ceilings.within_90_days} within 90 days; met ${shareWords(report.ceilings.met)}`,
    ],
  ].map(([what = '', figure = '']) => `${what.padEnd(32)} ${figure}`);

const handoverLine = (row: HandoverRow): string =>
  [
    row.number.padEnd(14),
    ruleOf(row.right).label.padEnd(30),
    (row.due === null ? 'no due date' : `due ${describeDate(row.due)}`).padEnd(20),
    (row.days_left === null ? '' : `${row.days_left} days`).padEnd(9),
    `waits for ${row.waits_for.join(', ')}`,
    row.next_step,
  ].join('  ');

const options = {
  json: { type: 'boolean' },
  handover: { type: 'boolean' },
  ics: { type: 'string' },
} as const;

const readArgs = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'wrong use';
  }
};

type Wanted = Exclude<ReturnType<typeof readArgs>, string>;

const write = async ({ json, handover: handed, ics }: Wanted, io: Io): Promise<void> => {
  const config = readConfig(io.env);
  const zone = config.ok ? config.config.timeZone : 'Europe/London';
  const now = io.clock();
  const on = localDate(now, zone);
  const table = readHolidayTable();
  const register = await openRegister({ ...registerEnv(io.env), readOnly: true }, caseKind, io.err);
  const requests = (await register.list().finally(() => register.close())).map(({ summary }) => summary);
  const rows = handover(requests, on, table);
  if (ics !== undefined) {
    await writeDurably(resolve(ics), calendarText(rows, now));
    io.err(`${rows.length} open cases written to ${ics}, without personal data.`);
  } else if (handed === true) {
    if (json === true) io.out(JSON.stringify(rows));
    else for (const row of rows) io.out(handoverLine(row));
  } else {
    const report = reportOf(requests, on, table);
    if (json === true) io.out(JSON.stringify(report));
    else for (const line of readable(report)) io.out(line);
  }
};

/** `report`: counts and shares; `--handover`: every open case and who has to move; `--ics FILE`: the deadlines as a calendar. */
export const report: Verb = async (args, io) => {
  const values = readArgs(args);
  if (
    typeof values === 'string' ||
    (values.ics !== undefined && (values.json === true || values.handover === true))
  ) {
    io.err(`privacy report: ${typeof values === 'string' ? values : '--ics goes alone.'}`);
    io.err(usage);
    return wrongUse;
  }
  try {
    await write(values, io);
    return done;
  } catch (cause) {
    if (!isRegisterError(cause)) throw cause;
    io.err(cause.message);
    return no;
  }
};
