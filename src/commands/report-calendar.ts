/** The deadlines as a calendar file (RFC 5545): number, right and date of each open case, nothing of a data subject. */
import type { HandoverRow } from '../flows/handover.ts';
import { addDays } from '../requests/calendar-date.ts';
import { ruleOf } from '../requests/rights.ts';

const compact = (date: string): string => date.replaceAll('-', '');

/** Lines longer than 75 octets go on in the next, after a blank (section 3.1). */
const folded = (line: string): string => {
  const parts: string[] = [];
  let rest = line;
  while (new TextEncoder().encode(rest).length > 75) {
    let cut = 74;
    while (new TextEncoder().encode(rest.slice(0, cut)).length > 74) cut -= 1;
    parts.push(rest.slice(0, cut));
    rest = ` ${rest.slice(cut)}`;
  }
  return [...parts, rest].join('\r\n');
};

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

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
    `SUMMARY:${escaped(`${row.number} ${ruleOf(row.right).label}: ${what}`)}`,
    `DESCRIPTION:${escaped(row.next_step)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
};

export const calendarText = (rows: readonly HandoverRow[], now: Date): string => {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Privacy Assistant//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...rows.flatMap((row) => eventOf(row, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
