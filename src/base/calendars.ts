/** The table that every date is worked out from: the shipped holidays and the regimes they belong to, read once at start. */
import { join } from 'node:path';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { readRegimes } from './regimes.ts';
import { projectRoot } from './root.ts';

/**
 * Reads data/regimes and data/calendars; throws a LawDataError that names every problem. `node bin/make-calendars.mjs` writes the
 * calendars anew from each regime's places.
 */
export const readHolidayTable = (data: string = join(projectRoot, 'data')): HolidayTable => {
  const regimes = readRegimes(data);
  const calendars = regimes.flatMap(({ calendar }) => (calendar === null ? [] : [calendar]));
  const places = regimes.flatMap((one) => Object.entries(one.places));
  return {
    version: [...new Set(calendars.map(({ version }) => version))].join(', '),
    firstYear: Math.max(...calendars.map(({ firstYear }) => firstYear)),
    lastYear: Math.min(...calendars.map(({ lastYear }) => lastYear)),
    publishedTo: Math.min(...places.map(([, { publishedTo }]) => publishedTo)),
    jurisdictions: Object.fromEntries(places),
    regimes: Object.fromEntries(regimes.map(({ id, regime }) => [id, regime])),
  };
};
