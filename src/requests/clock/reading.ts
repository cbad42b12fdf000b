/** How the law is read where readings differ: the engine's neutral choice, and the changes that a regime's rows make to it. */
import { addDays, addMonths, type CalendarDate } from './calendar-date.ts';
import type { Length } from './regime.ts';

export type Reading = {
  /** The end of a period that begins after `from`. */
  readonly add: (from: CalendarDate, length: Length) => CalendarDate;
  /** Is an extended period counted to the end of the first one, and on from there? */
  readonly clampFirst: boolean;
  /** Of a suspension with both its days left out: is the day of the answer left out too? */
  readonly answerDayPaused: boolean;
  /** Does the last day for an extension notice roll over a weekend or holiday? */
  readonly noticeRolls: boolean;
  /** Does the clock wait for an agent's authority? */
  readonly authorityCounts: boolean;
  /** Does identity that was asked for late still restart the period? */
  readonly lateIdentityCounts: boolean;
  /** Does what was asked for after the end begin a fresh period? */
  readonly expiredRevives: boolean;
  /** Does a suspension for identity count, where the regime has one? */
  readonly identitySuspends: boolean;
  /** Does identity restart the period where the regime's row says that it does nothing? */
  readonly identityRestarts: boolean;
  /** Does a clarification suspend time where the regime's row says that it does nothing? */
  readonly clarificationSuspends: boolean;
  /** Does a suspension lengthen the time for an extension notice, whatever the row says? */
  readonly noticeSuspended: boolean;
  /** What happens to a question asked after the period ended but before the rolled day: live days frozen, only until the answer, or nothing. */
  readonly rollTail: 'freeze' | 'until-answer' | 'ignore';
};

export type ReadingChange = Partial<Omit<Reading, 'add'>>;

export const ourReading: Reading = {
  add: (from, { unit, count }) => (unit === 'months' ? addMonths(from, count) : addDays(from, count)),
  clampFirst: false,
  answerDayPaused: true,
  noticeRolls: true,
  authorityCounts: true,
  lateIdentityCounts: true,
  expiredRevives: false,
  identitySuspends: true,
  identityRestarts: false,
  clarificationSuspends: false,
  noticeSuspended: false,
  rollTail: 'freeze',
};

/** The end of the extended period; clamped first, the rest is counted from the end of the first period. */
export const extendedEnd = (
  reading: Reading,
  from: CalendarDate,
  period: Length,
  extended: Length,
): CalendarDate =>
  reading.clampFirst && period.unit === extended.unit
    ? reading.add(reading.add(from, period), { ...extended, count: extended.count - period.count })
    : reading.add(from, extended);
