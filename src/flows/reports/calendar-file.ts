/** The deadlines as a calendar file (RFC 5545): number, right and date of each open case, nothing of a data subject. */
import { addDays } from '../../requests/clock/calendar-date.ts';
import { labelOf } from '../../requests/clock/rights.ts';
import type { HandoverRow } from './handover.ts';

const compact = (date: string): string => date.replaceAll('-', '');

const octets = (text: string): number => Buffer.byteLength(text);

/** A line of more than 75 octets goes on in the next, after a blank; no character is cut in two (section 3.1). */
const folded = (line: string): string => {
  if (octets(line) <= 75) return line;
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const more = octets(character);
    if (size + more > 75) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += more;
  }
  return [...parts, part].join('\r\n');
};

/** Text as section 3.3.11 wants it; a control character has no place in it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

const eventOf = (row: HandoverRow, stamp: string): readonly string[] => {
  const on = row.due ?? row.cautious_due;
  if (on === null) return [];
  const what = row.due === null ? 'work towards this day' : 'due';
  return [
    'BEGIN:VEVENT',
    `UID:${row.number}@privacy-assistant`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(`${row.number} ${labelOf(row.right)}: ${what}`)}`,
    `DESCRIPTION:${escaped(row.next_step)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
};

/** One all-day event for each open case with a date; the same case keeps its UID, so that a later file moves it. */
export const calendarText = (rows: readonly HandoverRow[], now: Date): string => {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Privacy Assistant//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Privacy deadlines',
    ...rows.flatMap((row) => eventOf(row, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
