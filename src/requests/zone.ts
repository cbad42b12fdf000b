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

const partsOf = (instant: Date, zone: string): ReadonlyMap<string, string> =>
  new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );

/**
 * The calendar date that people in `zone` (IANA) have at that instant, summer time included: 23:30 UTC on 31 July is
 * 1 August in London. Throws on an invalid date or a zone that {@link isTimeZone} refuses.
 */
export const localDate = (instant: Date, zone: string): CalendarDate => {
  const parts = partsOf(instant, zone);
  const text = `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`the instant has no calendar date in ${zone}`);
  return date;
};

/** The time of day in `zone`, 'HH:MM'. */
export const localTime = (instant: Date, zone: string): string => {
  const parts = partsOf(instant, zone);
  return `${parts.get('hour')}:${parts.get('minute')}`;
};
