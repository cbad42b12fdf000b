/** How a due date was counted, told to the person outside. */
import { addDays, addMonths, type CalendarDate } from '../requests/clock/calendar-date.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import type { AnswerLaw, Length } from '../requests/clock/regime.ts';
import { writeDate } from './letter-dates.ts';

/** Every day that the end moved over, from the day it fell on. */
const passedOver = (end: CalendarDate, due: CalendarDate): string => {
  const days: CalendarDate[] = [];
  for (let day = end; day < due; day = addDays(day, 1)) days.push(day);
  const names = days.map(writeDate);
  const last = names.at(-1) ?? '';
  return names.length < 2
    ? `${last} is no working day`
    : `${names.slice(0, -1).join(', ')} and ${last} are no working days`;
};

const numbers: Readonly<Record<number, string>> = { 1: 'one', 2: 'two', 3: 'three' };

const after = (from: CalendarDate, { unit, count }: Length): CalendarDate =>
  unit === 'months' ? addMonths(from, count) : addDays(from, count);

const lengthOf = ({ period, extended: whole }: AnswerLaw, extended: boolean): string => {
  const { unit, count } = period;
  const law =
    unit === 'months'
      ? `The law gives us ${numbers[count] ?? count} calendar ${count === 1 ? 'month' : 'months'}`
      : `The law gives us ${count} days`;
  const more = whole.count - count;
  if (extended) return `${law} and, for the reasons we told you, ${numbers[more] ?? more} more.`;
  return unit === 'months'
    ? `${law}: it ends on the same date of the next month, or on the last day of a shorter one.`
    : `${law}, counted from the day after.`;
};

/**
 * How a due date was counted, in words for the person outside: no rule versions and no house targets, which are for staff.
 * Empty when there is no date. `law` is the regime's row for the day of receipt.
 */
export const howCounted = (clock: Deadline, received: CalendarDate, law: AnswerLaw): readonly string[] => {
  const { due, relevantDate, pausedDays, extended } = clock;
  if (due === null) return [];
  const from = relevantDate ?? received;
  const begins =
    from === received
      ? `Your request reached us on ${writeDate(received)}.`
      : `The time begins on ${writeDate(from)}, when we had everything that we needed from you.`;
  const length = lengthOf(law, extended);
  const paused =
    pausedDays === 0
      ? []
      : [
          `${pausedDays} ${pausedDays === 1 ? 'day does' : 'days do'} not count, while we waited for your answer.`,
        ];
  const end = addDays(after(from, extended ? law.extended : law.period), pausedDays);
  // Where days were left out, the last day may have moved for them as well as for a weekend or a holiday.
  const moved =
    due <= end
      ? []
      : pausedDays > 0
        ? [`With the weekends and public holidays on the way, the time ends with ${writeDate(due)}.`]
        : [`${passedOver(end, due)}, so the time ends with ${writeDate(due)}.`];
  return [begins, length, ...paused, ...moved];
};
