import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../src/base/config.ts';
import { variables } from '../src/base/environment.ts';
import { projectRoot } from '../src/base/root.ts';

const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
const guide = readFileSync(join(projectRoot, 'docs/operate.md'), 'utf8');
/** Set by whatever runs Node, not by whoever fills in the file. */
const own = variables.filter((name) => name !== 'NODE_ENV').sort();
const set = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];

it('the example file names every variable, once, and nothing else', () => {
  expect(set.map(([, name]) => name).sort()).toEqual(own);
});

it('the example file as it stands is valid and changes nothing', () => {
  expect(readConfig(Object.fromEntries(set.map(([, name = '', value]) => [name, value])))).toEqual(
    readConfig({}),
  );
});

it('the operating guide explains every variable', () => {
  const rows = guide
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect([...new Set(rows)].sort()).toEqual(own);
});

it('the operating guide names the defaults that hold', () => {
  const read = readConfig({});
  if (!read.ok) throw new Error('the defaults are not valid');
  const { dataDir, policyDir, timeZone, regime, jurisdiction, reminderTime, logLevel, slackApiUrl } =
    read.config;
  for (const value of [
    dataDir,
    policyDir,
    timeZone,
    regime,
    jurisdiction,
    reminderTime,
    logLevel,
    slackApiUrl,
  ])
    expect(guide).toContain(`\`${value}\``);
});
