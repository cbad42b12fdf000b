/** `privacy calendars`: which regimes and places there are, how far their data can be trusted, and what needs a look this January. */
import { readHolidayTable } from '../base/calendars.ts';
import { LawDataError } from '../base/regimes.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { lawReview, type ReviewItem } from '../requests/clock/law-review.ts';
import { localDate } from '../requests/clock/zone.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';

const placesOf = (table: HolidayTable) =>
  Object.entries(table.jurisdictions).map(([place, { regime, compared, source, publishedTo }]) => ({
    regime,
    place,
    compared: compared ?? 'never',
    published_to: publishedTo,
    source,
  }));

const readable = (table: HolidayTable, items: readonly ReviewItem[]): readonly string[] => [
  `Holiday table ${table.version}, ${table.firstYear} to ${table.lastYear}.`,
  ...Object.values(table.regimes).map(
    ({ id, name, checked, answer }) =>
      `${id.padEnd(4)} ${name}: state of the law ${checked}, ${answer.at(-1)?.evidence === 'read' ? 'read in the text' : 'read through others'}`,
  ),
  '',
  ...placesOf(table).map(
    ({ regime, place, compared, published_to: to }) =>
      `${regime.padEnd(4)} ${place.padEnd(20)} compared ${compared.padEnd(10)} published to ${to}`,
  ),
  '',
  items.length === 0 ? 'Nothing needs a look.' : `${items.length} things need a look:`,
  ...items.flatMap(({ regime, about, problem, fix }) => [
    `${regime.padEnd(4)} ${about}: ${problem}.`,
    `     → ${fix}`,
  ]),
];

const show = (json: boolean, io: Io): number => {
  const table = readHolidayTable();
  const items = lawReview(table, localDate(io.clock(), 'UTC'));
  if (json) io.out(JSON.stringify({ version: table.version, places: placesOf(table), review: items }));
  else for (const line of readable(table, items)) io.out(line);
  return done;
};

/** Exit 1 when the data of the law cannot be used; every problem is named. What needs a look is no failure. */
export const calendars: Verb = async (args, io) => {
  if (args.some((arg) => arg !== '--json')) {
    io.err('Usage: privacy calendars [--json]');
    return wrongUse;
  }
  try {
    return show(args.includes('--json'), io);
  } catch (cause) {
    if (!(cause instanceof LawDataError)) throw cause;
    io.err(cause.message);
    return no;
  }
};
