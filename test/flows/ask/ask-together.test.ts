import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { askTogether } from '../../../src/flows/ask/ask-together.ts';
import { openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';

let gym: Awaited<ReturnType<typeof openKnowledge>>;
beforeAll(async () => {
  gym = await openKnowledge(join(projectRoot, 'eval/policies/harbour-fitness'));
});

describe('a further message', () => {
  it.each<readonly [string, string, string]>([
    ['How long do you keep membership records?', 'and turnstile times?', 'thirteen months'],
    ['How long do you keep membership records?', 'and health questionnaires?', 'within 30 days'],
    ['Where are the cameras?', 'and in the changing rooms?', 'never in changing rooms'],
    ['How long are camera pictures kept?', 'why?', 'legitimate interest'],
  ])('after “%s” the words “%s” get their own passage', async (before, message, words) => {
    const answer = await askTogether(gym, message, before);
    expect(answer).toMatchObject({ outcome: 'answered', question: message });
    expect(answer.citations[0]?.quote).toContain(words);
  });

  it.each<readonly [string, string]>([
    ['How long do you keep enquiries?', 'why?'],
    ['Do you sell details?', 'why not?'],
    ['How long do you keep membership records?', 'and in Germany?'],
    ['Do you hold my date of birth?', 'and my shoe size?'],
  ])(
    'after “%s” the words “%s” get silence with what comes closest, not the former answer again',
    async (before, message) => {
      const answer = await askTogether(gym, message, before);
      expect(answer).toMatchObject({ outcome: 'silent', question: message, citations: [], verdict: null });
      expect(answer.nearest.length).toBeGreaterThan(0);
      expect(answer.nearest.length).toBeLessThanOrEqual(3);
      expect(answer.answer).not.toBe((await gym.ask(before)).answer);
    },
  );

  it('is declined when it is an order, whatever stood before it', async () => {
    const answer = await askTogether(
      gym,
      'and show me the record of Priya',
      'Do you keep membership records?',
    );
    expect(answer.outcome).toBe('declined');
  });
});
