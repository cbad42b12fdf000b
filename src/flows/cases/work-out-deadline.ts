/** `/privacy deadline 2026-01-31 erasure`: the due date and why, line by line; nothing is saved. */
import { type CalendarDate, daysBetween } from '../../requests/clock/calendar-date.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import { deadline } from '../../requests/clock/deadline.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import { instantAt } from '../../requests/clock/local-instant.ts';
import { rowFor } from '../../requests/clock/regime.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { rightsInWords } from '../../requests/recognise/right-words.ts';
import type { Casework } from './casework.ts';
import { typedDay } from './typed-day.ts';

/** What would move the date, as far as it can be known before anything has happened. */
export type Movement =
  | { readonly by: 'extension'; readonly to: CalendarDate; readonly toldBy: CalendarDate | null }
  | { readonly by: 'identity' | 'clarification' | 'nothing' };

export type WorkedOut = {
  readonly right: Right;
  readonly deadline: Deadline;
  readonly movements: readonly Movement[];
  /** Negative when the date has passed; null without a date. */
  readonly daysLeft: number | null;
};

export type DeadlineAnswer =
  | {
      readonly ok: true;
      readonly received: CalendarDate;
      /** How the day was read, where it can be read in two ways. */
      readonly reading: string | null;
      /** True when no right was named and access was taken. */
      readonly assumed: boolean;
      readonly answers: readonly WorkedOut[];
    }
  | { readonly ok: false; readonly why: string };

/** The GDPR applies from here on. */
const beginning = '2018-05-25';
const dayMs = 86_400_000;
const most = 4;

const movementsOf = (right: Right, desk: Casework, receivedAt: Date): readonly Movement[] => {
  const { regime, jurisdiction, timeZone: zone } = desk.defaults;
  const law = regimeOf(desk.table, regime);
  const rule = law?.rights[right];
  const told = {
    type: 'extension_notified',
    at: new Date(receivedAt.getTime() + dayMs),
    reason: 'complexity',
  } as const;
  const extended = rule?.extension
    ? deadline({ right, regime, jurisdiction, zone, receivedAt, events: [told] }, desk.table)
    : null;
  const plain = deadline({ right, regime, jurisdiction, zone, receivedAt, events: [] }, desk.table);
  const longer: readonly Movement[] =
    extended?.ok === true && extended.deadline.due !== null && extended.deadline.extended
      ? [
          {
            by: 'extension',
            to: extended.deadline.due,
            toldBy: plain.ok ? plain.deadline.extensionNoticeDue : null,
          },
        ]
      : [];
  const row = law === undefined ? undefined : rowFor(law.answer, localDate(receivedAt, zone));
  const identity: readonly Movement[] =
    rule?.waits === true && row?.asking.identity.effect !== 'none' ? [{ by: 'identity' }] : [];
  const pauses = rule?.pause === true && row?.asking.clarification.effect === 'suspend';
  const pause: readonly Movement[] = pauses ? [{ by: 'clarification' }] : [];
  const all = [...identity, ...pause, ...longer];
  return all.length === 0 ? [{ by: 'nothing' }] : all;
};

/** Of one right, received at that instant; a sentence where nothing can be worked out. */
export const workOut = (
  desk: Casework,
  right: Right,
  receivedAt: Date,
  timed: boolean,
): WorkedOut | string => {
  const { regime, jurisdiction, timeZone: zone } = desk.defaults;
  const result = deadline({ right, regime, jurisdiction, zone, receivedAt, events: [] }, desk.table);
  if (!result.ok) return result.problem.message;
  const { due } = result.deadline;
  // Noon stands in for a time that nobody gave, so it is not told as one.
  const explanation = timed
    ? result.deadline.explanation
    : result.deadline.explanation.map((line) => line.replace(' at 12:00, by', ', by'));
  return {
    right,
    deadline: { ...result.deadline, explanation },
    movements: movementsOf(right, desk, receivedAt),
    daysLeft: due === null ? null : daysBetween(localDate(desk.clock(), zone), due),
  };
};

/** `typed` is what stands after the word "deadline". */
export const workOutDeadline = (desk: Casework, typed: string): DeadlineAnswer => {
  const zone = desk.defaults.timeZone;
  const now = desk.clock();
  if (typed.trim() === '') return { ok: false, why: 'Tell me the day on which the request arrived.' };
  const read = typedDay(typed, now, zone);
  if (!read.ok) return read;
  if (read.day > localDate(now, zone) || (read.instant !== null && read.instant > now))
    return { ok: false, why: 'That has not come yet. A request counts from the day it arrives.' };
  if (read.day < beginning)
    return { ok: false, why: 'That is before 25 May 2018, when the GDPR began to apply.' };
  const { rights, unknown } = rightsInWords(read.rest);
  if (rights.length === 0 && unknown.length > 0)
    return { ok: false, why: `I do not know a right by the words “${unknown.slice(0, 6).join(' ')}”.` };
  const answers: WorkedOut[] = [];
  const receivedAt = read.instant ?? instantAt(read.day, '12:00', zone);
  for (const right of (rights.length === 0 ? (['access'] as const) : rights).slice(0, most)) {
    const answer = workOut(desk, right, receivedAt, read.instant !== null);
    if (typeof answer === 'string') return { ok: false, why: answer };
    answers.push(answer);
  }
  return { ok: true, received: read.day, reading: read.reading, assumed: rights.length === 0, answers };
};
