#!/usr/bin/env node
// Writes data/calendars/*.json from date-holidays and our dated overrides. Run: node bin/make-calendars.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const library = require('date-holidays/package.json').version;
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'calendars');
const { overrides, reviewed } = JSON.parse(readFileSync(join(folder, 'overrides.json'), 'utf8'));
const [firstYear, lastYear] = [2018, 2035];

const nations = {
  'england-and-wales': ['GB', 'ENG'],
  scotland: ['GB', 'SCT'],
  'northern-ireland': ['GB', 'NIR'],
};
const memberStates = {
  austria: ['AT'],
  belgium: ['BE'],
  bulgaria: ['BG'],
  croatia: ['HR'],
  cyprus: ['CY'],
  czechia: ['CZ'],
  denmark: ['DK'],
  estonia: ['EE'],
  finland: ['FI'],
  france: ['FR'],
  germany: ['DE'],
  greece: ['GR'],
  hungary: ['HU'],
  ireland: ['IE'],
  italy: ['IT'],
  latvia: ['LV'],
  lithuania: ['LT'],
  luxembourg: ['LU'],
  malta: ['MT'],
  netherlands: ['NL'],
  poland: ['PL'],
  portugal: ['PT'],
  romania: ['RO'],
  slovakia: ['SK'],
  slovenia: ['SI'],
  spain: ['ES'],
  sweden: ['SE'],
};

const daysOf = (jurisdiction, place) => {
  const days = new Map();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { date, type, name } of new Holidays(...place, { languages: ['en'] }).getHolidays(year)) {
      if (type === 'public') days.set(date.slice(0, 10), name.replaceAll('’', "'"));
    }
  }
  for (const { action, date, name } of overrides.filter((one) => one.jurisdiction === jurisdiction)) {
    if (action === 'add') days.set(date, name);
    else days.delete(date);
  }
  return Object.fromEntries([...days].filter(([date]) => Number(date.slice(0, 4)) <= lastYear).sort());
};

const writeTable = (file, head, places) => {
  const jurisdictions = Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, daysOf(name, place)]),
  );
  const lines = JSON.stringify({ ...head, jurisdictions }, null, 1);
  writeFileSync(join(folder, file), `${lines}\n`);
  console.log(`${file}: ${Object.keys(places).length} jurisdictions, ${firstYear}-${lastYear}`);
};

const made = `Made by bin/make-calendars.mjs from date-holidays ${library} (type "public") and overrides.json.`;
writeTable(
  'uk-bank-holidays.json',
  {
    version: reviewed,
    source: `${made} Compared with https://www.gov.uk/bank-holidays for 2024-2028; later years are projected.`,
    firstYear,
    lastYear,
    publishedTo: 2028,
  },
  nations,
);
writeTable(
  'eu-public-holidays.json',
  {
    version: reviewed,
    source: `${made} National holidays only. Ireland, Germany, France and the Netherlands were compared for 2024-2029; the others were not.`,
    firstYear,
    lastYear,
    publishedTo: 2028,
  },
  memberStates,
);
