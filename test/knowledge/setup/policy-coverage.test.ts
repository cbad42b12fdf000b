import { expect, it } from 'vitest';
import { notesLaw } from '../../../src/base/regimes.ts';
import type { Policy } from '../../../src/knowledge/policy/policy.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';
import { coverageOf } from '../../../src/knowledge/setup/policy-coverage.ts';
import { lintPolicy } from '../../../src/knowledge/setup/policy-lint.ts';

const policy = (file: string): Policy => ({
  head: {
    id: 'p',
    title: 'P',
    version: '1',
    updated: 'May 2019',
    controller: 'C',
    contact: 'c',
    precedence: 0,
  },
  file,
  path: 'p.md',
  units: unitsOf('p', file, 0),
});

const partOf = (file: string, article: string) =>
  coverageOf(policy(file), null, notesLaw('uk')).find((one) => one.article === article)?.parts[0]?.quotes;

it.each<readonly [string, string, string, readonly string[]]>([
  [
    'periods in the rows of a table, by its header',
    '# N\n\n## Times\n\n| Data | Kept for |\n| --- | --- |\n| Door logs | 90 days |\n| Badges | one year |\n',
    'Art. 13(2)(a)',
    ['| Door logs | 90 days |', '| Badges | one year |'],
  ],
  [
    'periods in points below a heading that asks how long',
    '# N\n\n## How long we keep it\n\n- Invoices: six years after the year.\n- Films: 30 days.\n',
    'Art. 13(2)(a)',
    ['Invoices: six years after the year.', 'Films: 30 days.'],
  ],
  [
    'a period in a sentence',
    '# N\n\nWe delete applications after six months.\n',
    'Art. 13(2)(a)',
    ['We delete applications after six months.'],
  ],
  ['no period in a heading alone', '# N\n\n## How long we keep it\n\nAsk our office.\n', 'Art. 13(2)(a)', []],
  [
    'no period in a number of days for something else',
    '# N\n\n## Requests\n\nWe answer within 30 days.\n',
    'Art. 13(2)(a)',
    [],
  ],
  [
    'that consent may be taken back, in other words',
    '# N\n\nYou can stop the newsletter at any time.\n',
    'Art. 13(2)(c)',
    ['You can stop the newsletter at any time.'],
  ],
])('finds %s', (_, file, article, quotes) => {
  expect(partOf(file, article)).toEqual(quotes);
});

const text = '# N\n\nWe are in the UK and outside the EEA. You may complain to us. It cannot be deleted.\n';

it.each(['eu', 'ch'])('names no act of the United Kingdom to a company under the law of %s', (id) => {
  const law = notesLaw(id);
  const said = [
    ...coverageOf(policy(text), null, law).map(({ article }) => article),
    ...lintPolicy(policy(text), new Date('2026-11-30'), law).map(({ source }) => source),
  ];
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((line) => /\bUK\b|2018|DPA/u.test(line))).toEqual([]);
});

it('names them to a company of the United Kingdom', () => {
  const law = notesLaw('uk');
  expect(coverageOf(policy(text), null, law).map(({ article }) => article)).toContain(
    'Art. 13(2)(d), DPA 2018 s. 164A',
  );
});
