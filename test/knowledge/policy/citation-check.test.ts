import { expect, it } from 'vitest';
import { cite, citeAll } from '../../../src/knowledge/policy/citation-check.ts';
import { readHead } from '../../../src/knowledge/policy/front-matter.ts';
import type { Policy } from '../../../src/knowledge/policy/policy.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';

const policyOf = (file: string): Policy => {
  const { head, bodyStart } = readHead('p.md', file);
  return { head, file, path: 'p.md', units: unitsOf(head.id, file, bodyStart) };
};

const FILE =
  '---\nid: p\ntitle: P\nversion: 1\nupdated: May\ncontroller: C\ncontact: c\n---\n## S\n\nWe do not sell data. We keep it. We delete it.\n\nWe share it with:\n\n- banks. Not all;\n- shops:\n  - near.\n';
const policy = policyOf(FILE);
const refOf = (words: string) => {
  const start = FILE.indexOf(words);
  return { policy: 'p', version: '1', start, end: start + words.length };
};

it.each(['We keep it.', 'We keep it. We delete it.', 'banks. Not all;', 'Not all;', 'We share it with:'])(
  'cites whole units, or neighbours of one paragraph: %s',
  (words) => {
    expect(cite([policy], refOf(words))?.quote).toBe(words);
  },
);

it.each([
  'sell data.',
  'We do not',
  'We keep it. We',
  'keep it',
  'We delete it.\n\nWe share it with:',
  'banks. Not all',
  '## S',
])('refuses anything less or more: %s', (words) => {
  expect(cite([policy], refOf(words))).toBeNull();
});

it('refuses another version, another policy, and a file that was edited', () => {
  const ref = refOf('We keep it.');
  expect(cite([policy], { ...ref, version: '2' })).toBeNull();
  expect(cite([policy], { ...ref, policy: 'q' })).toBeNull();
  expect(cite([policyOf(FILE.replace('We do not sell', 'We sell'))], ref)).toBeNull();
});

it('shows every lead-in above a nested bullet', () => {
  expect(cite([policy], refOf('near.'))?.leadIn).toBe('We share it with:\nshops:');
});

it('answers nothing when one of several references does not hold', () => {
  expect(citeAll([policy], [refOf('We keep it.'), refOf('keep it')])).toBeNull();
  expect(citeAll([policy], [refOf('We keep it.')])).toHaveLength(1);
});
