/** Instants as local dates. */
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';

// Making a formatter costs more than a thousand uses of it, so each zone's is kept; it is a constant of that zone.
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
};

/** True for a name of the IANA time-zone database such as 'Europe/London'. */
export const isTimeZone = (zone: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9+_/-]*$/.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
};

// What a wall clock showed never changes, and the events of a case are read many times: the last few thousand are kept.
const moments = new Map<string, LocalMoment>();
const mostMoments = 5000;

/** What a calendar and a clock on the wall show. */
export type LocalMoment = { readonly date: CalendarDate; readonly time: string };

/**
 * The calendar date and the time of day ('HH:MM') that people in `zone` (IANA) have at that instant, summer time
 * included: 23:30 UTC on 31 July is 1 August in London. Throws on an invalid date or a zone that {@link isTimeZone} refuses.
 */
export const localMoment = (instant: Date, zone: string): LocalMoment => {
  const key = `${instant.getTime()} ${zone}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  const moment = readMoment(instant, zone);
  if (moments.size >= mostMoments) moments.clear();
  moments.set(key, moment);
  return moment;
};

const readMoment = (instant: Date, zone: string): LocalMoment => {
  let [year, month, day, hour, minute] = ['', '', '', '', ''];
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) {
    if (type === 'year') year = value.padStart(4, '0');
    else if (type === 'month') month = value;
    else if (type === 'day') day = value;
    else if (type === 'hour') hour = value;
    else if (type === 'minute') minute = value;
  }
  const date = parseCalendarDate(`${year}-${month}-${day}`);
  if (date === undefined) throw new RangeError(`the instant has no calendar date in ${zone}`);
  return { date, time: `${hour}:${minute}` };
};

/** The calendar date alone; see {@link localMoment}. */
export const localDate = (instant: Date, zone: string): CalendarDate => localMoment(instant, zone).date;
