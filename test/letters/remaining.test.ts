import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citeAll } from '../../src/knowledge/policy/citation-check.ts';
import { openPolicies } from '../../src/knowledge/policy/open-policies.ts';
import type { Policy } from '../../src/knowledge/policy/policy.ts';
import type { LetterFacts } from '../../src/letters/fact-fields.ts';
import { fill } from '../../src/letters/fill.ts';
import { lint } from '../../src/letters/lint.ts';
import { carveOutIn, remainingFacts } from '../../src/letters/remaining.ts';
import { goodFacts, lawOf, policies, templates } from './good-facts.ts';

const policyWith = async (edit: (text: string) => string): Promise<readonly Policy[]> => {
  const dir = await mkdtemp(join(tmpdir(), 'policy-'));
  await writeFile(join(dir, 'policy.md'), edit(await readFile(policies[0]?.path ?? '', 'utf8')));
  return openPolicies(dir);
};

const factsFrom = (from: readonly Policy[]): LetterFacts =>
  remainingFacts((carveOut) => {
    const ref = carveOutIn(from, carveOut);
    return ref === null ? null : (citeAll(from, [ref])?.[0] ?? null);
  });

const erasure = templates.find(({ id }) => id === 'erasure-answer');
if (erasure === undefined) throw new Error('no erasure letter');

const letterUnder = (from: readonly Policy[]) => {
  const facts = { ...goodFacts(erasure, 'uk'), ...factsFrom(from) };
  const { text } = fill(erasure, facts);
  return {
    text,
    findings: lint(text, erasure, facts, { law: lawOf('uk'), verify: (refs) => citeAll(from, refs) }),
  };
};

describe('what will remain comes from the policy', () => {
  it('word for word, with the sentence that introduces it', () => {
    const { invoicesQuote, backupsQuote, retentionQuote } = factsFrom(policies);
    expect(invoicesQuote?.quote).toMatch(/^Historic invoices .* tax purposes\.$/);
    expect(backupsQuote?.quote).toMatch(/^Copies of deleted data .* not practically possible\.$/);
    expect(retentionQuote?.quote).toMatch(/^In the event a client .* is removed\.$/);
    expect(invoicesQuote?.leadIn).toContain('which may include:');
  });

  it.each([
    ['invoices', /^- Historic invoices.*\n/m, 'Historic invoices'],
    ['backups', /^- Copies of deleted data.*\n/m, 'Copies of deleted data'],
  ])('a policy without the bullet on %s gives a letter without it', async (_, bullet, words) => {
    const before = letterUnder(policies);
    const after = letterUnder(await policyWith((text) => text.replace(bullet, '')));
    expect(before.text).toContain(words);
    expect(after.text).not.toContain(words);
    expect([before.findings, after.findings]).toEqual([[], []]);
  });

  it('an edited bullet is quoted as it stands now', async () => {
    const edited = await policyWith((text) => text.replace('for audit and tax purposes', 'for six years'));
    const after = letterUnder(edited);
    expect(after.text).toContain('must be retained for six years.');
    expect(after.findings).toEqual([]);
  });

  it('a letter drafted under the old policy fails under the new one', async () => {
    const edited = await policyWith((text) => text.replace('for audit and tax purposes', 'for six years'));
    const facts = goodFacts(erasure, 'uk');
    const { text } = fill(erasure, facts);
    const findings = lint(text, erasure, facts, {
      law: lawOf('uk'),
      verify: (refs) => citeAll(edited, refs),
    });
    expect(findings.map(({ code }) => code)).toContain('quote_not_in_policy');
  });

  it('a sentence of the policy that a letter would have to disown is not quoted', () => {
    for (const template of templates) expect(template.words).not.toMatch(/cannot be redacted|chatLogsQuote/);
  });

  it('the backups are told of even where no policy mentions them', async () => {
    const { text } = letterUnder(
      await policyWith((text) => text.replace(/^- Copies of deleted data.*\n/m, '')),
    );
    expect(text).toContain('encrypted backups');
  });
});
