/** The instant at which clocks in a place show a date and a time: what a person means when they fill in a form. */
import type { CalendarDate } from './calendar-date.ts';
import { localMoment } from './zone.ts';

const minuteMs = 60_000;

/** How far the clocks of `zone` are ahead of UTC at that instant, in minutes. */
const offsetMinutes = (instant: Date, zone: string): number => {
  const { date, time } = localMoment(instant, zone);
  const shown = Date.parse(`${date}T${time}:00Z`);
  return Math.round((shown - Math.floor(instant.getTime() / minuteMs) * minuteMs) / minuteMs);
};

/**
 * `time` is 'HH:MM'. In the hour that a change to summer time leaves out, the instant an hour later is meant; in the hour that comes twice,
 * the first one: nobody loses time by it.
 */
export const instantAt = (date: CalendarDate, time: string, zone: string): Date => {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const candidates = [-1, 1].map((side) => {
    const near = new Date(wall + side * 24 * 60 * minuteMs);
    return new Date(wall - offsetMinutes(near, zone) * minuteMs);
  });
  const exact = candidates.filter((instant) => {
    const shown = localMoment(instant, zone);
    return shown.date === date && shown.time === time;
  });
  const [first = new Date(wall)] = (exact.length > 0 ? exact : candidates).sort(
    (a, b) => a.getTime() - b.getTime(),
  );
  return exact.length > 0 ? first : new Date(Math.max(...candidates.map((each) => each.getTime())));
};
