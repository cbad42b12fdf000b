/** `privacy remind`: the reminders that are due at an instant. */
import { parseArgs } from 'node:util';
import { readHolidayTable } from '../base/calendars.ts';
import { readConfig } from '../base/config.ts';
import { describeProblems } from '../base/config-problems.ts';
import { mostUrgentFirst } from '../flows/reminders/reminder-plan.ts';
import { isRegisterError } from '../register/errors.ts';
import { caseKind } from '../register/history/case-kind.ts';
import { openRegister, readLedger } from '../register/open.ts';
import { describeDate } from '../requests/clock/calendar-date.ts';
import { labelOf } from '../requests/clock/rights.ts';
import { localMoment } from '../requests/clock/zone.ts';
import type { Reminder } from '../requests/reminders/due-reminder.ts';
import { registerReminders } from '../requests/reminders/register-reminders.ts';
import { isCivil, type ReminderRules } from '../requests/reminders/reminder-days.ts';
import { remindersAt } from '../requests/reminders/reminders.ts';
import { lawIn } from './company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';
import { registerEnv } from './register/register.ts';

const usage = 'Usage: privacy remind [--at INSTANT] [--dry-run] [--json]';

/** What a program reads of a reminder; dates are calendar dates, `at` is the team's wall clock. */
const printed = (reminder: Reminder, owner: string | null) => ({
  case: reminder.case,
  right: reminder.right,
  rung: reminder.rung,
  at: reminder.slot,
  due: reminder.due,
  cautious_due: reminder.cautiousDue,
  days_left: reminder.daysLeft,
  overdue: reminder.overdue,
  to: reminder.to,
  owner,
  text: reminder.ask,
  key: reminder.key,
});

const readable = ({ case: number, right, rung, due, daysLeft, to, ask }: Reminder): string =>
  [
    (number ?? 'the register').padEnd(14),
    rung.padEnd(14),
    (right === null ? '' : labelOf(right)).padEnd(30),
    due === null ? 'no due date' : `due ${describeDate(due)}`,
    daysLeft === null ? '' : `${daysLeft} days left`,
    `to ${to.join(', ')}`,
    ask,
  ].join('  ');

const instantOf = (text: string): Date | null =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text))
    ? new Date(text)
    : null;

/**
 * What a tick at that instant says. Earlier days are taken as said: an instant that lies ahead has had its reminders by then. Today's are
 * left out when the ledger knows them. Nothing is posted or written down: that is the running bot's work.
 */
const dueAt = async (
  io: Io,
  at: Date,
): Promise<readonly { readonly reminder: Reminder; readonly owner: string | null }[] | null> => {
  const read = readConfig(io.env);
  if (!read.ok) {
    io.err(describeProblems(read.problems));
    return null;
  }
  const { config } = read;
  const rules: ReminderRules = {
    table: readHolidayTable(),
    jurisdiction: (await lawIn(io.env)).jurisdiction,
    zone: config.timeZone,
    time: config.reminderTime,
  };
  const { date, time } = localMoment(at, rules.zone);
  if (!isCivil(date, time, rules)) {
    io.err(`${describeDate(date)}, ${time}: reminders wait for working days from ${rules.time}.`);
    return [];
  }
  const place = registerEnv(io.env);
  const known = await readLedger(place);
  const knows = (key: string): boolean => known.has(key);
  const register = await openRegister({ ...place, readOnly: true }, caseKind, io.err);
  const heads = await register.list().finally(() => register.close());
  const ofCases = heads
    .filter(({ summary }) => Date.parse(summary.loggedAt) <= at.getTime())
    .flatMap(({ summary }) =>
      remindersAt(summary, knows, date, time, rules).map((reminder) => ({ reminder, owner: summary.owner })),
    );
  return [
    ...registerReminders(knows, date, time, rules).map((reminder) => ({ reminder, owner: null })),
    ...ofCases,
  ]
    .filter(({ reminder }) => reminder.slot.startsWith(date))
    .sort((a, b) => mostUrgentFirst(a.reminder, b.reminder));
};

const options = {
  at: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const readArgs = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'wrong use';
  }
};

/** `remind --at INSTANT [--dry-run] --json`: an array, one object a reminder. With or without --dry-run it only prints. */
export const remind: Verb = async (args, io) => {
  const misuse = (message: string): number => {
    io.err(`privacy remind: ${message}`);
    io.err(usage);
    return wrongUse;
  };
  const values = readArgs(args);
  if (typeof values === 'string') return misuse(values);
  const at = values.at === undefined ? io.clock() : instantOf(values.at);
  if (at === null)
    return misuse(`"${values.at}" is not an instant; write for instance 2026-12-15T09:15:00Z.`);
  try {
    const found = await dueAt(io, at);
    if (found === null) return wrongUse;
    if (values.json === true)
      io.out(JSON.stringify(found.map(({ reminder, owner }) => printed(reminder, owner))));
    else for (const { reminder } of found) io.out(readable(reminder));
    if (found.length === 0 && values.json !== true) io.err('No reminder is due then.');
    return done;
  } catch (cause) {
    if (!isRegisterError(cause)) throw cause;
    io.err(cause.message);
    return no;
  }
};
