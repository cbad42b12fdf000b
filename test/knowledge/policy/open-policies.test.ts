import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPolicies } from '../../../src/knowledge/policy/open-policies.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'policies-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const put = (name: string, text: string): Promise<void> => writeFile(join(dir, name), text);

it('says that the folder is empty, and what to put there', async () => {
  await expect(openPolicies(dir)).rejects.toMatchObject({ name: 'PolicyProblem', file: dir, fix: /\.md/ });
  await expect(openPolicies(join(dir, 'nowhere'))).rejects.toMatchObject({ name: 'PolicyProblem' });
});

it.each([
  ['never closed', '---\nid: a\n\n# A\n\nText.\n'],
  ['no YAML', '---\nid: [a\n---\nText.\n'],
  ['a field missing', '---\nid: a\n---\nText.\n'],
  ['no text', '---\nid: a\ntitle: A\nversion: 1\nupdated: May\ncontroller: C\ncontact: c\n---\n'],
  ['an empty file', ''],
])('names the file and the fix when the front matter is broken: %s', async (_why, text) => {
  await put('a.md', text);
  await expect(openPolicies(dir)).rejects.toMatchObject({ name: 'PolicyProblem', file: join(dir, 'a.md') });
});

it('reads plain Markdown with what it says of itself', async () => {
  await put(
    'Staff Notice.md',
    '# Staff privacy\n\nWe keep pay records. Write to hr@example.org.\n\nLast updated: 3 May 2024\n',
  );
  const [policy] = await openPolicies(dir);
  expect(policy?.head).toMatchObject({
    id: 'staff-notice',
    title: 'Staff privacy',
    updated: '3 May 2024',
    version: 'not stated',
    contact: 'hr@example.org',
  });
});

it('puts the policy of highest precedence first and refuses one id twice', async () => {
  const head = (id: string, precedence: number): string =>
    `---\nid: ${id}\ntitle: T\nversion: 1\nupdated: May\ncontroller: C\ncontact: c\nprecedence: ${precedence}\n---\nText.\n`;
  await put('a.md', head('low', 1));
  await put('b.md', head('high', 5));
  expect((await openPolicies(dir)).map((policy) => policy.head.id)).toEqual(['high', 'low']);
  await put('c.md', head('low', 3));
  await expect(openPolicies(dir)).rejects.toMatchObject({ name: 'PolicyProblem' });
});
