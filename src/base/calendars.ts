/** Reads the shipped tables of public holidays. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { projectRoot } from './root.ts';

const tableFile = z.object({
  version: z.string(),
  firstYear: z.number().int(),
  lastYear: z.number().int(),
  publishedTo: z.number().int(),
  jurisdictions: z.record(z.string(), z.record(z.string(), z.string())),
});

const readTable = (folder: string, file: string): z.infer<typeof tableFile> =>
  tableFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));

/**
 * The shipped holidays of the United Kingdom's nations and the EU's Member States, read once at start.
 * Throws when a file is missing or foreign; `node bin/make-calendars.mjs` writes them anew.
 */
export const readHolidayTable = (folder: string = join(projectRoot, 'data', 'calendars')): HolidayTable => {
  const uk = readTable(folder, 'uk-bank-holidays.json');
  const eu = readTable(folder, 'eu-public-holidays.json');
  const withRegime = (
    regime: 'uk' | 'eu',
    jurisdictions: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): HolidayTable['jurisdictions'] =>
    Object.fromEntries(Object.entries(jurisdictions).map(([name, days]) => [name, { regime, days }]));
  return {
    version: uk.version === eu.version ? uk.version : `${uk.version}, ${eu.version}`,
    firstYear: Math.max(uk.firstYear, eu.firstYear),
    lastYear: Math.min(uk.lastYear, eu.lastYear),
    publishedTo: Math.min(uk.publishedTo, eu.publishedTo),
    jurisdictions: {
      ...withRegime('uk', uk.jurisdictions),
      ...withRegime('eu', eu.jurisdictions),
    },
  };
};
