import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOf, isFactName } from '../../src/letters/fact-fields.ts';
import { fill } from '../../src/letters/fill.ts';
import { openLetters } from '../../src/letters/open-letters.ts';
import type { TemplateNode } from '../../src/letters/template-syntax.ts';
import { goodFacts, lettersDir, policies, regimesOf, templates } from './good-facts.ts';

const unknownNames = (nodes: readonly TemplateNode[], columns: readonly string[] = []): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'words') return [];
    if (node.kind === 'field') return columns.includes(node.name) || isFactName(node.name) ? [] : [node.name];
    if (!isFactName(node.name)) return [node.name];
    return node.kind === 'each'
      ? unknownNames(node.body, ['this', ...columnsOf(node.name)])
      : unknownNames([...node.then, ...node.otherwise], columns);
  });

describe('the templates', () => {
  it('cover every moment of every right', () => {
    expect(templates.map(({ id }) => id).sort()).toEqual([
      'access-answer',
      'acknowledgement',
      'authority-request',
      'automated-decision-answer',
      'chaser',
      'clarification',
      'client-data-certificate',
      'client-data-plan',
      'client-data-returned',
      'complaint-acknowledgement',
      'complaint-form',
      'complaint-outcome',
      'complaint-update',
      'consent-withdrawn',
      'erasure-answer',
      'extension',
      'fee',
      'fee-for-copies',
      'forwarded-to-controller',
      'identity-request',
      'lapsed',
      'marketing-acknowledgement',
      'marketing-stopped',
      'no-data',
      'objection-refused',
      'objection-upheld',
      'portability-answer',
      'recipient-notice',
      'rectification-answer',
      'refusal',
      'restriction-answer',
      'restriction-lifting-notice',
      'withdrawal-confirmed',
    ]);
  });

  it.each(templates)('$id asks only for facts that exist', ({ body }) => {
    expect(unknownNames(body)).toEqual([]);
  });

  it.each(templates)('$id names company, contact and regulator from configuration only', ({ words }) => {
    const [policy] = policies;
    const names = [
      policy?.head.controller,
      policy?.head.contact,
      'Smartxpo',
      'Information Commission',
      'ICO',
    ];
    expect(names.filter((name) => name !== undefined && words.includes(name))).toEqual([]);
  });

  it.each(templates)('$id marks the place of each required element', (template) => {
    const places = template.required.flatMap(({ where }) => (where === '' ? [] : [where.split('|')]));
    const lost = places.filter((words) => !words.some((part) => template.words.includes(part)));
    expect(lost).toEqual([]);
  });

  it.each(templates)('$id addresses one law at a time', (template) => {
    const under = (id: string) => fill(template, goodFacts(template, id)).text;
    if (regimesOf(template).includes('eu'))
      expect(under('eu')).not.toMatch(/164A|Data Protection Act 2018|UK GDPR|FADP/);
    if (regimesOf(template).includes('ch')) expect(under('ch')).not.toMatch(/164A|Act 2018|GDPR|Article 12A/);
  });

  it.each(templates)('$id names no article of one law', ({ regimes, words }) => {
    expect(regimes === null ? words.match(/Article \d+|section \d+/g) : null).toBeNull();
  });

  it('that are for one law only say so in words that data/regimes knows', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'letters-'));
    await cp(lettersDir, dir, { recursive: true });
    const path = join(dir, 'fee-for-copies.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('[uk, eu]', '[uk, atlantis]'));
    await expect(openLetters(dir)).rejects.toThrow('atlantis');
    await rm(dir, { recursive: true });
  });
});
