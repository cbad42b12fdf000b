import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ofNoPolicy } from '../../../src/knowledge/policy/beside-policy.ts';
import { openPolicies } from '../../../src/knowledge/policy/open-policies.ts';
import { readPolicyPhrasings } from '../../../src/knowledge/policy/policy-phrasings.ts';

const quote = 'Tickets are kept for two years.';
const text = `---
id: the-privacy-notice
title: Notice
version: "1"
updated: May 2026
controller: Alder Ltd
contact: privacy@alder.example
precedence: 1
---

# Keeping

${quote}
`;
const asked = JSON.stringify({ quote, asks: ['how long do tickets stay'] });

/** A folder with one policy, whose file and id go by different names. */
const folderWith = async (...files: readonly string[]): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'beside-'));
  await writeFile(join(dir, 'notice.md'), text);
  for (const name of files) await writeFile(join(dir, name), `${asked}\n`);
  return dir;
};

describe('files beside a policy', () => {
  it.each(['notice.phrasings.jsonl', 'the-privacy-notice.phrasings.jsonl'])(
    'are read from %s',
    async (name) => {
      const dir = await folderWith(name);
      const policies = await openPolicies(dir);
      const read = await Promise.all(policies.map((policy) => readPolicyPhrasings(policy)));
      expect(read.flatMap(({ lines }) => lines.map((line) => line.quote))).toEqual([quote]);
      expect(await ofNoPolicy(dir, policies)).toEqual([]);
    },
  );

  it('are named where they belong to none', async () => {
    const dir = await folderWith('notise.phrasings.jsonl', 'notice.phrasings.jsonl');
    expect(await ofNoPolicy(dir, await openPolicies(dir))).toEqual(['notise.phrasings.jsonl']);
  });

  it('stay with the shipped sample when it steps aside', async () => {
    const dir = await folderWith();
    await cp('data/policies', dir, { recursive: true });
    const policies = await openPolicies(dir);
    expect(policies.map(({ head }) => head.id)).toEqual(['the-privacy-notice']);
    expect(await ofNoPolicy(dir, policies)).toEqual([]);
  });
});
