import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { type Fact, factFaults, readFacts, soundFacts } from '../../../src/knowledge/policy/facts.ts';
import { readPolicy } from '../../../src/knowledge/policy/open-policies.ts';

const policy = await readPolicy(join(projectRoot, 'data/policies/smartxpo-privacy-notice.md'));
const quote =
  'We retain your information if you were a client for up to a year after termination of your agreement with us.';
const fact = (value: string, given: Partial<Fact> = {}): Fact => ({
  kind: 'retention',
  about: 'clients who have left',
  value,
  quote,
  topics: ['retention_client'],
  ...given,
});
const faultsOf = (one: Fact): readonly string[] => factFaults(policy, [one]).map(({ fault }) => fault);

describe('facts beside a policy', () => {
  it('of the shipped policy all stand in its text', async () => {
    const facts = await readFacts(policy);
    expect(facts.length).toBeGreaterThan(30);
    expect(factFaults(policy, facts)).toEqual([]);
  });

  it.each([
    ['a value that the quote has not', 'up to two years', 'value not in the quote'],
    ['a value without the limit', 'a year after termination', 'leaves out what turns the meaning'],
    [
      'a value without the condition',
      'up to a year after termination of your agreement',
      'leaves out what turns the meaning',
    ],
  ])('refuses %s', (_, value, why) => {
    expect(faultsOf(fact(value))).toEqual([why]);
  });

  it('refuses every fact of a passage that an edit has changed, and does not show it', () => {
    const edited = { ...policy, units: policy.units.filter(({ text }) => text !== quote) };
    const one = fact('if you were a client for up to a year after termination of your agreement');
    expect(faultsOf(one)).toEqual([]);
    expect(factFaults(edited, [one]).map(({ fault }) => fault)).toEqual(['quote not in the text']);
    expect(soundFacts(edited, [one])).toEqual([]);
  });
});
