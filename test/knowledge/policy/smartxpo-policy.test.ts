import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { readPolicy } from '../../../src/knowledge/policy/open-policies.ts';

const words = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:•|-(?!--)|#+|\d+\.)\s+/u, '').trim())
    .filter((line) => line !== '' && line !== '---')
    .flatMap((line) => line.split(' '));

const path = join(projectRoot, 'data/policies/smartxpo-privacy-notice.md');

it('the policy file has the words of the published notice, every one, in order', async () => {
  const published = await readFile(join(projectRoot, 'test/data/smartxpo-privacy-notice.txt'), 'utf8');
  const ours = (await readFile(path, 'utf8')).replace(/^---\n[\s\S]*?\n---\n/, '');
  expect(words(ours)).toEqual(words(published));
});

it('the date of the last update can be cited', async () => {
  const policy = await readPolicy(path);
  expect(policy.units.map((unit) => unit.text)).toContain('Last updated: June 2020');
  expect(policy.head).toMatchObject({
    id: 'smartxpo-privacy-notice',
    version: '2020-06',
    updated: 'June 2020',
  });
});

it('every bullet of a list carries the sentence that introduces it', async () => {
  const policy = await readPolicy(path);
  const bullet = policy.units.find((unit) => unit.text.startsWith('to require us to erase'));
  expect(bullet?.kind).toBe('bullet');
  const law = policy.units.find((unit) => unit.text.startsWith('comply with legal requirements'));
  expect(law?.leadIn?.text).toMatch(/^We may also disclose .* necessary to:$/u);
});
