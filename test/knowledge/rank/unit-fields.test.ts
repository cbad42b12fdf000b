import { describe, expect, it } from 'vitest';
import { openPolicies } from '../../../src/knowledge/policy/open-policies.ts';
import { readPhrasingLines } from '../../../src/knowledge/policy/policy-phrasings.ts';
import { answeringUnits } from '../../../src/knowledge/rank/unit-fields.ts';
import { policyFolder } from '../../support/policy-folder.ts';

const policiesOf = (text: string) => openPolicies(policyFolder({ 'notice.md': `## Rules\n\n${text}\n` }));

const answering = async (text: string): Promise<readonly string[]> =>
  (await policiesOf(text)).flatMap(answeringUnits).map((unit) => unit.text);

describe('what may answer', () => {
  it.each([
    '11.2 We answer within one month.',
    '2.2 For ledgers we are a processor.',
    'B.4 USB sticks are blocked.',
    'I.2 The Privacy Team makes the reply.',
    '10.2 No recording.',
    '**We do not sell names.**',
  ])('is a sentence, however short and however it is marked: %s', async (text) => {
    expect(await answering(`${text} Where a matter is hard, it takes longer.`)).toContain(text);
  });

  it.each([
    '10.4 Footage.',
    'B.2 Call recording.',
    '10.13 Staff who are residents.',
    '3.1 What we collect.',
    '**Website.**',
    '**How we use it.**',
    '**Odds and ends, and exceptions to what stands above.**',
  ])('is no heading, though it stands at the head of its paragraph: %s', async (text) => {
    expect(await answering(`${text} Names are kept for two years.`)).toEqual([
      'Names are kept for two years.',
    ]);
  });
});

describe('a question that is written for a passage', () => {
  it.each(['B.2 A grant lasts four hours.', 'A grant lasts four hours.'])(
    'finds it with its number and without: %s',
    async (quote) => {
      const [policy] = await policiesOf(
        'B.2 A grant lasts four hours. Nobody may approve their own request.',
      );
      const line = JSON.stringify({ quote, asks: ['how long is it open'] });
      const { units } = readPhrasingLines(line, policy?.units ?? []);
      expect(units.map((unit) => unit?.text)).toEqual(['B.2 A grant lasts four hours.']);
    },
  );
});
