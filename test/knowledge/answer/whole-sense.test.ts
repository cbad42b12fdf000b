import { expect, it } from 'vitest';
import { spansOf } from '../../../src/knowledge/answer/whole-sense.ts';
import { readHead } from '../../../src/knowledge/policy/front-matter.ts';
import type { Policy } from '../../../src/knowledge/policy/policy.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';

const file =
  'We sell nothing. However, we share data. Banks see it.\n\nYes. Use the link.\n\nThis policy covers the site.\n';
const { head, bodyStart } = readHead('p.md', file);
const policy: Policy = { head, file, path: 'p.md', units: unitsOf(head.id, file, bodyStart) };
const cited = (...beginnings: readonly string[]): readonly string[] =>
  spansOf(
    [policy],
    beginnings.flatMap((words) => policy.units.find(({ text }) => text.startsWith(words)) ?? []),
  ).map(({ start, end }) => file.slice(start, end));

it('cites a sentence that leans on the one before together with it', () => {
  expect(cited('However')).toEqual(['We sell nothing. However, we share data.']);
  expect(cited('Banks')).toEqual(['Banks see it.']);
  expect(cited('This policy')).toEqual(['This policy covers the site.']);
});

it('cites a bare yes with what it says yes to doing', () => {
  expect(cited('Yes')).toEqual(['Yes. Use the link.']);
});

it('cites nothing twice', () => {
  expect(cited('However', 'We sell', 'However')).toEqual(['We sell nothing. However, we share data.']);
});
