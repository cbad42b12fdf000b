#!/usr/bin/env node
// Writes data/calendars/*.json, one a regime, from date-holidays, the places of data/regimes and our dated overrides.
// Run: node bin/make-calendars.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const library = require('date-holidays/package.json').version;
const data = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');
const { overrides, rules, reviewed } = JSON.parse(
  readFileSync(join(data, 'calendars', 'overrides.json'), 'utf8'),
);
const [firstYear, lastYear] = [2018, 2035];
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

/** Easter Sunday of the Julian calendar as a date of ours (Meeus); 13 days apart until 2099. */
const orthodoxEaster = (year) => {
  const [a, b, c] = [year % 4, year % 7, year % 19];
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const sum = d + e + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1 + 13);
};

const dateOf = (rule, year) => {
  const start = rule.easter === 'orthodox' ? orthodoxEaster(year) : Date.UTC(year, rule.month - 1, rule.day);
  return new Date(start + (rule.offset ?? 0) * 86_400_000).toISOString().slice(0, 10);
};

/** Where a holiday on a weekend gives the first working day after it: the first two for two of them. */
const moveWeekends = (days, { name, from, except }) => {
  const isOff = (day) => [0, 6].includes(new Date(day).getUTCDay()) || days.has(day);
  const next = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const onWeekends = [...days]
    .filter(([day, holiday]) => Number(day.slice(0, 4)) >= from && !except.includes(holiday))
    .filter(([day]) => [0, 6].includes(new Date(day).getUTCDay()))
    .sort();
  for (const [day] of onWeekends) {
    let to = next(day);
    while (isOff(to)) to = next(to);
    days.set(to, name);
  }
};

const changes = [
  ...rules
    .filter(({ action }) => action !== 'move-weekends')
    .flatMap((rule) => years.map((year) => ({ ...rule, date: dateOf(rule, year) }))),
  ...overrides,
];

const daysOf = (jurisdiction, { library: place, only }) => {
  const days = new Map();
  for (const year of years) {
    for (const { date, type, name } of new Holidays(...place, { languages: ['en'] }).getHolidays(year)) {
      if (type === 'public' && (only?.includes(name) ?? true))
        days.set(date.slice(0, 10), name.replaceAll('’', "'"));
    }
  }
  for (const { action, date, name } of changes.filter((one) => one.jurisdiction === jurisdiction)) {
    if (action === 'add') days.set(date, name);
    else days.delete(date);
  }
  for (const rule of rules) {
    if (rule.action === 'move-weekends' && rule.jurisdiction === jurisdiction) moveWeekends(days, rule);
  }
  return Object.fromEntries([...days].filter(([date]) => Number(date.slice(0, 4)) <= lastYear).sort());
};

for (const entry of readdirSync(join(data, 'regimes'), { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const { places } = parse(readFileSync(join(data, 'regimes', entry.name, 'places.yaml'), 'utf8'));
  const jurisdictions = Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, daysOf(name, place)]),
  );
  const made = {
    version: reviewed,
    source: `Made by bin/make-calendars.mjs from date-holidays ${library} (type "public") and overrides.json.`,
    firstYear,
    lastYear,
    jurisdictions,
  };
  writeFileSync(join(data, 'calendars', `${entry.name}.json`), `${JSON.stringify(made, null, 1)}\n`);
  console.log(`${entry.name}.json: ${Object.keys(places).length} jurisdictions, ${firstYear}-${lastYear}`);
}
