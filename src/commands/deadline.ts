/** `privacy deadline`: due dates with their reasons, for people and as JSON Lines. */
import { parseArgs } from 'node:util';
import { readHolidayTable } from '../base/calendars.ts';
import { lawDefaults } from '../base/regimes.ts';
import { describeDate, parseCalendarDate } from '../requests/clock/calendar-date.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import { type HolidayTable, regimeOf } from '../requests/clock/holidays.ts';
import { instantAt } from '../requests/clock/local-instant.ts';
import { deadlineUnderAll } from '../requests/clock/several-regimes.ts';
import { isTimeZone } from '../requests/clock/zone.ts';
import { lawIn } from './company-env.ts';
import { type CaseDefaults, type CaseError, readDeadlineCase } from './deadline-case.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';

const USE =
  'Usage: privacy deadline 2026-01-31 access   or   privacy deadline --received 2026-01-31 --right access [--regime uk+eu] [--jurisdiction scotland,ireland] [--json]   or   privacy deadline --jsonl < cases';

type CommandDeadline = { readonly deadline: Deadline } | { readonly error: CaseError };

/** The output of interface.md, section 4. */
export const writtenDeadline = (one: Deadline): Readonly<Record<string, unknown>> => ({
  due: one.due,
  state: one.state,
  extension_notice_due: one.extensionNoticeDue,
  relevant_date: one.relevantDate,
  paused_days: one.pausedDays,
  extended: one.extended,
  flags: one.flags,
  refusal_due: one.refusalDue,
  strict_due: one.strictDue,
  schedule_by: one.scheduleBy,
  house_action_by: one.houseActionBy,
  cautious_due: one.cautiousDue,
  explanation: one.explanation,
});

const answerCase = (value: unknown, table: HolidayTable, defaults: CaseDefaults): CommandDeadline => {
  const read = readDeadlineCase(value, defaults);
  if (!read.ok) return { error: read.error };
  const result = deadlineUnderAll(read.input, read.also, table);
  return result.ok ? { deadline: result.deadline } : { error: result.problem };
};

const written = (answered: CommandDeadline): string =>
  JSON.stringify('error' in answered ? answered : writtenDeadline(answered.deadline));

/** One line of JSON in, one line out; a line that is no JSON object is an error object in its place. */
export const answerLine = (line: string, table: HolidayTable, defaults: CaseDefaults): string => {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return written({ error: { code: 'bad_json', message: 'This line is not valid JSON.', field: 'line' } });
  }
  return written(answerCase(value, table, defaults));
};

const defaultsOf = async (env: Io['env']): Promise<CaseDefaults> => ({
  ...(await lawIn(env)),
  zone: env['TIME_ZONE'] || lawDefaults().timeZone,
});

const readable = (one: Deadline): readonly string[] => {
  const head =
    one.due === null ? `No due date: ${one.state.replaceAll('_', ' ')}.` : `Due: ${describeDate(one.due)}`;
  return [head, '', ...one.explanation.map((line) => `- ${line}`)];
};

const options = {
  jsonl: { type: 'boolean' },
  json: { type: 'boolean' },
  received: { type: 'string' },
  right: { type: 'string' },
  regime: { type: 'string' },
  jurisdiction: { type: 'string' },
} as const;

const readArgs = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [received, right, ...more] = positionals;
    if (more.length > 0) return { values: null, problem: `"${more.join(' ')}" is one word too many.` };
    return {
      values: {
        ...values,
        ...(received === undefined ? {} : { received }),
        ...(right === undefined ? {} : { right }),
      },
      problem: null,
    };
  } catch (cause) {
    return { values: null, problem: cause instanceof Error ? cause.message : 'wrong use' };
  }
};

/** `privacy deadline`: the due date of one case for a person, or of many as JSON Lines. */
export const deadlineVerb: Verb = async (args, io) => {
  const misuse = (message: string): number => {
    io.err(`privacy deadline: ${message}`);
    io.err(USE);
    return wrongUse;
  };
  const { values, problem } = readArgs(args);
  if (values === null) return misuse(problem);
  const defaults = await defaultsOf(io.env);
  if (!isTimeZone(defaults.zone)) return misuse(`TIME_ZONE "${defaults.zone}" is not a time zone.`);
  const table = readHolidayTable();
  const stray = defaults.regime.split('+').find((one) => regimeOf(table, one) === undefined);
  if (stray !== undefined)
    return misuse(`REGIME "${stray}" is not one of ${Object.keys(table.regimes).join(', ')}.`);
  const { jsonl, json, received, right, regime, jurisdiction } = values;
  if (jsonl === true) {
    if (received ?? right ?? regime ?? jurisdiction) return misuse('--jsonl reads its cases from the input.');
    for await (const line of io.lines()) io.out(answerLine(line, table, defaults));
    return done;
  }
  if (received === undefined) return misuse('the day of receipt is needed, such as 2026-01-31.');
  if (right === undefined) return misuse('the right is needed, such as access or erasure.');
  const day = parseCalendarDate(received);
  if (day === undefined && !received.includes('T'))
    return misuse(`"${received}" is not a day. Write it as year-month-day, such as 2026-01-31.`);
  const given = {
    right: right.replaceAll('-', '_'),
    received_at: day === undefined ? received : instantAt(day, '12:00', defaults.zone).toISOString(),
    ...(regime === undefined ? {} : { regime }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
  const answered = answerCase(given, table, defaults);
  if (json === true) {
    io.out(written(answered));
    return 'error' in answered ? no : done;
  }
  if ('error' in answered) return misuse(answered.error.message);
  for (const line of readable(answered.deadline)) io.out(line);
  return done;
};
