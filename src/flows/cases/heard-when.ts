/** Who was asked and has not been told yet, and when they will be: messages wait for working hours, but not on a case's last day. */
import { type Case, isOpen } from '../../requests/case/case.ts';
import { type CalendarDate, parseCalendarDate } from '../../requests/clock/calendar-date.ts';
import { localMoment } from '../../requests/clock/zone.ts';
import { deciders, pending, preparers } from '../../requests/decisions/two-persons.ts';
import {
  civilFrom,
  type ReminderRules,
  slotAt,
  teamCalendar,
} from '../../requests/reminders/reminder-days.ts';
import type { CaseFace } from './case-face.ts';

export type Unheard = {
  readonly people: readonly string[];
  /** On the team's wall clock. */
  readonly date: CalendarDate;
  readonly time: string;
  /** The case is due before working hours begin again: that is why it is said then. */
  readonly lastDay: boolean;
};

type Question = { readonly since: string; readonly people: readonly string[] };

/** What is asked of others now, and since when. */
const questions = (request: Case, approvers: readonly string[]): readonly Question[] => [
  ...(request.state === 'ready_for_review' && request.review !== null
    ? [{ since: request.review.sentAt, people: deciders(request, approvers, preparers(request)) }]
    : []),
  ...pending(request).map(({ by, askedAt }) => ({
    since: askedAt,
    people: deciders(request, approvers, [by]),
  })),
  ...request.asked
    .filter(({ result }) => result === null)
    .map(({ askedAt, people }) => ({ since: askedAt, people })),
];

/** Null where everybody has heard, or nobody is asked; `reader` has the case open, and so has heard. */
export const unheard = (
  { request, due, daysLeft }: Pick<CaseFace, 'request' | 'due' | 'daysLeft'>,
  approvers: readonly string[],
  reader: string,
  now: Date,
  rules: ReminderRules,
): Unheard | null => {
  if (!isOpen(request) || (daysLeft !== null && daysLeft <= 0)) return null;
  const here = localMoment(now, rules.zone);
  const waiting = questions(request, approvers).flatMap(({ since, people }) => {
    const asked = localMoment(new Date(since), rules.zone);
    const slot = civilFrom(asked.date, asked.time, teamCalendar(rules), rules);
    return slot > slotAt(here.date, here.time)
      ? people.filter((one) => one !== reader).map((one) => ({ one, slot }))
      : [];
  });
  const [first] = waiting.toSorted((a, b) => a.slot.localeCompare(b.slot));
  if (first === undefined) return null;
  const [day = '', time = ''] = first.slot.split('T');
  const date = parseCalendarDate(day);
  if (date === undefined) return null;
  const people = [...new Set(waiting.map(({ one }) => one))];
  return due !== null && due <= date
    ? { people, date: due, time: '00:00', lastDay: true }
    : { people, date, time, lastDay: false };
};
