/** The one message a day in the privacy channel: what it holds now, whether it stands already, and whether it has to be edited. */
import type { LedgerPlace } from '../../register/ledger.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { Reminder } from '../../requests/reminders/due-reminder.ts';
import { registerReminders } from '../../requests/reminders/register-reminders.ts';
import { deadlineOf, type RungCache, reminderByKey } from '../../requests/reminders/reminders.ts';
import { rowWith } from '../reports/report-rows.ts';
import { type Digest, isFirstDayOfWeek, linesOf } from './reminder-digest.ts';
import { readTellingKey } from './reminder-plan.ts';
import type { Outgoing, RemindParts, Scene } from './reminder-post.ts';
import { isDue } from './say-once.ts';
import { type Week, weekOf } from './week.ts';

export const digestId = (date: CalendarDate): string => `digest/${date}`;
/** What people read at one go; the rest is counted. */
const mostLines = 20;
/** Beside the week's digest, which has lists of its own. */
const mostLinesBesideWeek = 12;
/** Last week, and the day off that the first working day may come after. */
const weekMs = 8 * 86_400_000;
const weeklyKey = (date: CalendarDate): string => `weekly/${date}`;

/** A number for what the message says; the ledger keeps it with the place, so that the same words are not sent twice. */
export const versionOf = (digest: Digest): number => {
  let hash = 0x811c9dc5;
  // The anchor moves with every change of a case, which is no reason to edit the message.
  const { week } = digest;
  const said = { ...digest, week: week === null ? null : { ...week, anchor: null } };
  for (const letter of JSON.stringify(said)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
};

export type DigestBook = {
  readonly now: (at: Scene) => Extract<Outgoing, { kind: 'digest' }>;
  /** Where today's message stands; null when it was not posted yet. */
  readonly place: (date: CalendarDate) => LedgerPlace | null;
  /** The key of this week's digest when it belongs into today's message and is not in it. */
  readonly weeklyDue: (at: Scene) => string | null;
};

export const digestBook = (
  { ledger, register, rules, hasChannel }: RemindParts,
  cache: RungCache,
): DigestBook => {
  const deadlineAt = (request: Case, at: Scene): Deadline | null =>
    deadlineOf(request, at.date, rules, cache);
  const isOverdue = (request: Case, at: Scene): boolean => {
    const acknowledged = request.right === 'complaint' && request.acknowledgedAt !== null;
    const due = acknowledged ? null : (deadlineAt(request, at)?.due ?? null);
    return due !== null && due < at.date;
  };
  const week = (at: Scene): Week =>
    weekOf(
      at.cases.map((request) => rowWith(request, deadlineAt(request, at), rules.table)),
      at.date,
      rules,
      register.anchor(),
    );
  /** A register that sleeps says nothing every week. */
  const anythingToSay = (at: Scene): boolean =>
    at.cases.some(
      (request) =>
        isOpen(request) ||
        (request.endedAt !== null && at.now.getTime() - Date.parse(request.endedAt) < weekMs),
    );

  /** What the channel was told today, as it stands now; numbers of cases that are done with. */
  const toldToday = (
    at: Scene,
  ): { readonly reminders: readonly Reminder[]; readonly settled: readonly string[] } => {
    const reminders: Reminder[] = [];
    const settled: string[] = [];
    for (const { key } of ledger.carriedBy(digestId(at.date))) {
      const read = readTellingKey(key);
      if (read === null) continue;
      const request = at.caseOf(read.number);
      if (request === null)
        reminders.push(...registerReminders((one) => one !== read.reminder, at.date, at.time, rules));
      else {
        const found = reminderByKey(request, read.reminder, at.date, at.time, rules, cache);
        if (found === null) settled.push(read.number);
        else if (found.newest) reminders.push(found.reminder);
      }
    }
    return { reminders, settled };
  };

  const untold = (key: string): boolean => {
    const state = ledger.find(key)?.state;
    return state === undefined || state === 'failed';
  };

  return {
    now: (at) => {
      const told = toldToday(at);
      const all = linesOf(told.reminders, told.settled, at.caseOf, rules.table);
      const restricted = all.filter(
        ({ number }) => number !== null && at.caseOf(number)?.people === 'staff_or_applicant',
      );
      const circle = new Set(restricted);
      const shownLines = all.filter((line) => !circle.has(line));
      const open = at.cases.filter(isOpen);
      const weekly = untold(weeklyKey(at.date)) ? null : week(at);
      const most = weekly === null ? mostLines : mostLinesBesideWeek;
      return {
        kind: 'digest',
        id: digestId(at.date),
        digest: {
          date: at.date,
          lines: shownLines.slice(0, most),
          more: Math.max(0, shownLines.length - most),
          restricted: restricted.length,
          overdue: open.filter((request) => isOverdue(request, at)).length,
          unowned: open.filter(({ owner }) => owner === null).length,
          week: weekly,
        },
      };
    },
    place: (date) => ledger.find(digestId(date))?.place ?? null,
    weeklyDue: (at) => {
      const key = weeklyKey(at.date);
      const known = ledger.find(key);
      const wanted = known === null || (known.state === 'failed' && isDue(known, at.now));
      return hasChannel && wanted && isFirstDayOfWeek(at.date, rules) && anythingToSay(at) ? key : null;
    },
  };
};
