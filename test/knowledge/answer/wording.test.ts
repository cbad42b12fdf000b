import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { type AnswerDecision, nothing } from '../../../src/knowledge/answer/decide-one.ts';
import { shortAnswer, wordingOf } from '../../../src/knowledge/answer/wording.ts';
import { type Fact, readFacts } from '../../../src/knowledge/policy/facts.ts';
import { readPolicy } from '../../../src/knowledge/policy/open-policies.ts';

const policy = await readPolicy(join(projectRoot, 'data/policies/smartxpo-privacy-notice.md'));
const facts = await readFacts(policy);
const topic = (id: string, about?: string) => ({ id, meaning: '', slot: '', ...(about && { about }) });
const units = (...texts: readonly string[]) => policy.units.filter(({ text }) => texts.includes(text));
const decided = (given: Partial<AnswerDecision>): AnswerDecision => ({
  ...nothing,
  outcome: 'answered',
  confidence: 0.9,
  ...given,
});

const teams: Fact['quote'] = 'Our operations team and senior management have access to your information.';
const others =
  'As appropriate our marketing, support and accounts teams will access people’s information appropriate to their functions and role.';

it('gives the few words of the one passage that answers', () => {
  const decision = decided({ topics: [topic('who_access')], units: units(teams) });
  expect(shortAnswer('who may see the data?', facts, decision)).toBe(
    'Our operations team and senior management',
  );
});

it('gives no few words where other passages answer as well: they would pass for the whole', () => {
  const decision = decided({ topics: [topic('who_access')], units: units(teams, others) });
  expect(shortAnswer('who may see the data?', facts, decision)).toBeNull();
});

it.each(['which teams may not see the data?', 'who can’t see it?', 'who besides them, or who else?'])(
  'gives no few words to a question that turns them round: %s',
  (question) => {
    const decision = decided({ topics: [topic('who_access')], units: units(teams) });
    expect(shortAnswer(question, facts, decision)).toBeNull();
  },
);

it('does not say on what the policy is silent where the question may have been read amiss', () => {
  const silent = {
    outcome: 'silent',
    certain: true,
    topics: [topic('deletion', 'anything about deletion')],
  } as const;
  const said = (confidence: number) => wordingOf('q', decided({ ...silent, confidence }), [], null, null);
  expect(said(0.8)).toContain('anything about deletion');
  expect(said(0.4)).not.toContain('anything about deletion');
  const lacking = wordingOf('q', decided({ ...silent, lacks: 'how soon', confidence: 0.4 }), [], null, null);
  expect(lacking).toContain('does not say how soon');
});

it('says that a passage was not found, not that there is none, where nobody has mapped the policy', () => {
  const silent = { outcome: 'silent', near: units(teams), lacks: 'how soon' } as const;
  expect(wordingOf('q', decided(silent), [], null, null)).toBe(
    'I found no passage that says how soon. Closest:',
  );
});

it('begins with the verdict and then says it in the words of the policy', () => {
  const said = wordingOf('q', decided({ units: units(teams) }), [], null, null, 'yes');
  expect(said).toBe(`Yes. ${teams}`);
});

it('says of the second half of a question only what is lacking, not that the whole topic is', () => {
  const silentOn = [
    { topic: topic('deletion', 'anything about deletion'), lacks: 'how soon', confidence: 0.9 },
  ];
  const said = wordingOf('q', decided({ silentOn }), [], null, null);
  expect(said).toContain('It does not say how soon.');
  expect(said).not.toContain('anything about deletion');
});
