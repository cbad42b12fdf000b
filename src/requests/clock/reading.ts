import { addMonths, type CalendarDate } from './calendar-date.ts';

/**
 * How the law is read where readings differ. One value is ours; the others are computed beside it, so that an
 * explanation can name the date they would give.
 */
export type Reading = {
  /** The end of a period of so many months. */
  readonly months: (from: CalendarDate, count: number) => CalendarDate;
  /** The end of an extended period. */
  readonly extended: (from: CalendarDate) => CalendarDate;
  /** Art 12A(5)(b): is the day of the answer left out of the count too? */
  readonly answerDayPaused: boolean;
  /** Does the last day for an extension notice roll over a weekend or holiday? */
  readonly noticeRolls: boolean;
  /** Does the clock wait for an agent's authority (ICO), though Art 12A(2) does not name it? */
  readonly authorityCounts: boolean;
  /** Does identity that was asked for late still restart the month? */
  readonly lateIdentityCounts: boolean;
  /** EU: is time suspended while identity is awaited (EDPB 01/2022 para 159)? */
  readonly euIdentitySuspends: boolean;
  /** EU: does a clarification suspend time (para 159 with Recital 63)? */
  readonly euClarificationSuspends: boolean;
  /** EU: does a suspension lengthen the time for an extension notice? */
  readonly euNoticeSuspended: boolean;
  /** What happens to a question asked after the month ended but before the rolled day: live days frozen, only until the answer, or nothing. */
  readonly rollTail: 'freeze' | 'until-answer' | 'ignore';
};

export const ourReading: Reading = {
  months: addMonths,
  extended: (from) => addMonths(from, 3),
  answerDayPaused: true,
  noticeRolls: true,
  authorityCounts: true,
  lateIdentityCounts: true,
  euIdentitySuspends: true,
  euClarificationSuspends: false,
  euNoticeSuspended: false,
  rollTail: 'freeze',
};

/** Every doubtful point read against us at once: nobody can call an answer by this date late. */
export const cautiousReading: Reading = {
  ...ourReading,
  extended: (from) => addMonths(addMonths(from, 1), 2),
  answerDayPaused: false,
  noticeRolls: false,
  authorityCounts: false,
  lateIdentityCounts: false,
  euIdentitySuspends: false,
  rollTail: 'until-answer',
};

export type OtherReading = {
  readonly reading: Reading;
  readonly basis: string;
  /** How the type of the events begins without which this reading changes nothing. */
  readonly concerns: 'clarification' | 'identity' | 'authority' | 'extension';
};

/** The single points on which serious people differ, each with its basis in words. */
export const otherReadings: readonly OtherReading[] = [
  {
    concerns: 'clarification',
    reading: { ...ourReading, answerDayPaused: false },
    basis:
      'if the pause is counted without the day of the answer (answer date minus asking date, the older practice)',
  },
  {
    concerns: 'extension',
    reading: { ...ourReading, noticeRolls: false },
    basis: 'if the extension notice had to be given by the unrolled last day',
  },
  {
    concerns: 'authority',
    reading: { ...ourReading, authorityCounts: false },
    basis: "if an agent's authority does not move the clock (Art 12A(2) names only identity information)",
  },
  {
    concerns: 'identity',
    reading: { ...ourReading, lateIdentityCounts: false },
    basis: 'from receipt, because the ICO expects identity to be asked for promptly',
  },
  {
    concerns: 'extension',
    reading: { ...ourReading, extended: cautiousReading.extended },
    basis: 'if the month is first clamped to a month end and two months are added to that',
  },
  {
    concerns: 'clarification',
    reading: { ...ourReading, rollTail: 'until-answer' },
    basis: 'cautious: answer on the day when the clarification arrives',
  },
  {
    concerns: 'clarification',
    reading: { ...ourReading, rollTail: 'ignore' },
    basis: 'strictest: the month was already over, so nothing was left to pause',
  },
  {
    concerns: 'identity',
    reading: { ...ourReading, euIdentitySuspends: false },
    basis: 'by the text of Art 12(3): the month runs from receipt, without suspension',
  },
  {
    concerns: 'clarification',
    reading: { ...ourReading, euClarificationSuspends: true },
    basis:
      'if a clarification about a large quantity of data suspends time (EDPB 01/2022 para 159 with Recital 63)',
  },
  {
    concerns: 'identity',
    reading: { ...ourReading, euNoticeSuspended: true },
    basis: 'if the time for the extension notice is suspended too',
  },
];
