/** `privacy report`: counts, hand-over, calendar file and picture. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHolidayTable } from '../base/calendars.ts';
import { readConfig } from '../base/config.ts';
import { calendarText } from '../flows/reports/calendar-file.ts';
import { type Figure, figureParts } from '../flows/reports/figure.ts';
import { type HandoverRow, handover } from '../flows/reports/handover.ts';
import { type DeadlineReport, reportOf } from '../flows/reports/report.ts';
import { rowsOf } from '../flows/reports/report-rows.ts';
import { altText, type Chart, chartOf } from '../pictures/deadline-chart.ts';
import { deadlineSvg } from '../pictures/deadline-svg.ts';
import { pngOf } from '../pictures/png.ts';
import { isRegisterError } from '../register/errors.ts';
import { writeDurably } from '../register/files/durable-file.ts';
import { caseKind } from '../register/history/case-kind.ts';
import { openRegister } from '../register/open.ts';
import { describeDate } from '../requests/clock/calendar-date.ts';
import { labelOf } from '../requests/clock/rights.ts';
import { localDate } from '../requests/clock/zone.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';
import { registerEnv } from './register/register.ts';

const usage =
  'Usage: privacy report [--json] | report --handover [--json] | report --ics FILE | report --picture FILE.png';

const tallyWords = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${count}`)
    .join(', ') || 'none';

const line = (what: string, words: string): string => `${what.padEnd(52)} ${words}`;

const figureLine = (one: Figure): string => {
  const { figure, made } = figureParts(one);
  return line(`  ${one.title}`, `${figure} (${made})`);
};

const readable = (report: DeadlineReport): readonly string[] => {
  const { age } = report;
  return [
    line('Open', `${report.open} of ${report.cases} cases`),
    line('  by right', tallyWords(report.by_right)),
    line('  by state', tallyWords(report.by_state)),
    line('  overdue, due within seven days', `${report.overdue}, ${report.due_within_seven_days}`),
    line('  without an owner', String(report.without_owner)),
    line('  waiting for the requester', String(report.waiting_for_requester)),
    line('  waiting for a second person', String(report.waiting_for_second_person)),
    line(
      '  age in days',
      `up to 7: ${age.up_to_7}, to 14: ${age.up_to_14}, to 30: ${age.up_to_30}, more: ${age.over_30}`,
    ),
    ...report.figures.flatMap(({ title, figures }) => ['', title, ...figures.map(figureLine)]),
  ];
};

const handoverLine = (row: HandoverRow): string =>
  [
    row.number.padEnd(14),
    labelOf(row.right).padEnd(30),
    (row.due === null ? 'no due date' : `due ${describeDate(row.due)}`).padEnd(20),
    (row.days_left === null ? '' : `${row.days_left} days`).padEnd(9),
    `waits for ${row.waits_for.join(', ')}`,
    row.next_step,
  ].join('  ');

const options = {
  json: { type: 'boolean' },
  handover: { type: 'boolean' },
  ics: { type: 'string' },
  picture: { type: 'string' },
} as const;

const readArgs = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'wrong use';
  }
};

type ReportOptions = Exclude<ReturnType<typeof readArgs>, string>;

const pictureAs = async (file: string, chart: Chart): Promise<string | Uint8Array> => {
  const svg = deadlineSvg(chart);
  return file.toLowerCase().endsWith('.svg') ? svg : pngOf(svg);
};

const write = async ({ json, handover: handed, ics, picture }: ReportOptions, io: Io): Promise<void> => {
  const config = readConfig(io.env);
  const zone = config.ok ? config.config.timeZone : 'Europe/London';
  const now = io.clock();
  const on = localDate(now, zone);
  const register = await openRegister({ ...registerEnv(io.env), readOnly: true }, caseKind, io.err);
  const requests = (await register.list().finally(() => register.close())).map(({ summary }) => summary);
  const table = readHolidayTable();
  const rows = rowsOf(requests, table);
  if (ics !== undefined) {
    const open = handover(rows, on, table);
    await writeDurably(resolve(ics), calendarText(open, now));
    io.err(`The deadlines of ${open.length} open cases written to ${ics}, without personal data.`);
  } else if (picture !== undefined) {
    const chart = chartOf(rows, on);
    await writeDurably(resolve(picture), await pictureAs(picture, chart));
    io.err(`Written to ${picture}, without personal data. In words:`);
    io.out(altText(chart));
  } else if (handed === true) {
    const open = handover(rows, on, table);
    if (json === true) io.out(JSON.stringify(open));
    else for (const row of open) io.out(handoverLine(row));
  } else {
    const report = reportOf(rows, on, table);
    if (json === true) io.out(JSON.stringify(report));
    else for (const line of readable(report)) io.out(line);
  }
};

/** What goes with what: a file goes alone. */
const trouble = ({ json, handover: handed, ics, picture }: ReportOptions): string | null => {
  const files = [ics, picture].filter((file) => file !== undefined);
  if (files.length > 1 || (files.length > 0 && (json === true || handed === true)))
    return 'a file goes alone.';
  return picture === undefined || /\.(png|svg)$/i.test(picture)
    ? null
    : 'the picture is a .png (or .svg) file.';
};

/** `report`: counts and figures; `--handover`: every open case and who has to move; `--ics`, `--picture`: the deadlines as a file. */
export const report: Verb = async (args, io) => {
  const values = readArgs(args);
  const wrong = typeof values === 'string' ? values : trouble(values);
  if (typeof values === 'string' || wrong !== null) {
    io.err(`privacy report: ${wrong}`);
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
