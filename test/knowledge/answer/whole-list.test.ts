import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';
import { asksForList } from '../../../src/knowledge/answer/whole-list.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

describe('a question', () => {
  it.each([
    'which rights do people have?',
    'What cookies do we use?',
    'what kinds of data do we collect?',
    'who do we share data with?',
    'who else gets it?',
    'list all the exceptions',
  ])('asks for a list: %s', (question) => {
    expect(asksForList(question)).toBe(true);
  });

  it.each([
    'what happens to old invoices?',
    'What does the policy say on backups?',
    'which of them is deleted?',
    'can I have my data erased?',
    'how long do we keep applications?',
    'what is a processor?',
    'what was said?',
  ])('asks for none: %s', (question) => {
    expect(asksForList(question)).toBe(false);
  });
});

describe('a list that answers', () => {
  it.each<readonly [string, number]>([
    ['what cookies do we use?', 3],
    ['which rights do people have?', 7],
  ])('is cited with all its points: %s', async (question, points) => {
    const { outcome, citations } = await (await shippedKnowledge()).ask(question);
    expect(outcome).toBe('answered');
    const [first] = citations;
    expect(first?.leadIn).toBeTruthy();
    expect(citations.filter(({ leadIn }) => leadIn === first?.leadIn)).toHaveLength(points);
  });

  it('is whole on a policy that nobody mapped, and one point answers where one thing is asked', async () => {
    const larkstone = join(projectRoot, 'eval/policies/larkstone');
    const knowledge = await openKnowledge(
      join(larkstone, 'policies'),
      undefined,
      undefined,
      undefined,
      join(larkstone, 'phrasings'),
    );
    const points = (answer: Awaited<ReturnType<typeof knowledge.ask>>): number =>
      answer.citations.filter(({ leadIn }) => leadIn === answer.citations[0]?.leadIn && leadIn !== null)
        .length;
    expect(points(await knowledge.ask('Which rights do people have?'))).toBe(3);
    expect(points(await knowledge.ask('Who audits the sample of our files?'))).toBeLessThanOrEqual(1);
  });
});
