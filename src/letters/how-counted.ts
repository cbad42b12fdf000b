import { addDays, addMonths, type CalendarDate } from '../requests/clock/calendar-date.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import { writeDate } from './letter-dates.ts';

/**
 * How a due date was counted, in words for the person outside: no rule versions and no house targets, which are for staff.
 * Empty when there is no date. Source: UK GDPR Arts 12(3), 12A and 4A; EU GDPR Art 12(3).
 */
export const howCounted = (clock: Deadline, received: CalendarDate): readonly string[] => {
  const { due, relevantDate, pausedDays, extended } = clock;
  if (due === null) return [];
  const from = relevantDate ?? received;
  const begins =
    from === received
      ? `Your request reached us on ${writeDate(received)}.`
      : `The time begins on ${writeDate(from)}, when we had everything that we needed from you.`;
  const length = extended
    ? 'The law gives us one calendar month and, for the reasons we told you, two more.'
    : 'The law gives us one calendar month: it ends on the same date of the next month, or on the last day of a shorter one.';
  const paused =
    pausedDays === 0
      ? []
      : [
          `${pausedDays} ${pausedDays === 1 ? 'day does' : 'days do'} not count, while we waited for your answer.`,
        ];
  const end = addDays(addMonths(from, extended ? 3 : 1), pausedDays);
  // Where days were left out, the last day may have moved for them as well as for a weekend or a holiday.
  const moved =
    due <= end
      ? []
      : pausedDays > 0
        ? [`With the weekends and public holidays on the way, the time ends with ${writeDate(due)}.`]
        : [`${writeDate(end)} is no working day, so the time ends with ${writeDate(due)}.`];
  return [begins, length, ...paused, ...moved];
};
