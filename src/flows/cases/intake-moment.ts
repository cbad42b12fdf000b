/** What the intake form starts with, and what its date and time mean. */
import { parseCalendarDate } from '../../requests/clock/calendar-date.ts';
import { instantAt } from '../../requests/clock/local-instant.ts';
import { type LocalMoment, localDate, localMoment } from '../../requests/clock/zone.ts';
import type { Casework } from './casework.ts';

/** The date here, now. */
export const today = (desk: Casework): string => localDate(desk.clock(), desk.defaults.timeZone);

/** Date and time of a moment, as people here read them. */
export const wallClock = (desk: Casework, instant: Date): LocalMoment =>
  localMoment(instant, desk.defaults.timeZone);

/**
 * The instant of receipt. Without a time it is noon of that day, or this moment when it came today; the law counts the day.
 * Null when there is no such day.
 */
export const receivedInstant = (
  desk: Casework,
  date: string,
  time: string | null,
  now: Date = desk.clock(),
): string | null => {
  const day = parseCalendarDate(date);
  if (day === undefined) return null;
  const zone = desk.defaults.timeZone;
  if (time === null && day === localDate(now, zone)) return now.toISOString();
  const instant = instantAt(day, time ?? '12:00', zone);
  // A picker knows minutes only: the minute that is running now has begun.
  const running = Math.floor(now.getTime() / 60_000) === Math.floor(instant.getTime() / 60_000);
  return (running ? now : instant).toISOString();
};
