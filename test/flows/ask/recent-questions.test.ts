import { expect, it } from 'vitest';
import { recentQuestions } from '../../../src/flows/ask/recent-questions.ts';

it('remembers a question for an hour and not a second longer', async () => {
  let now = new Date('2026-11-29T09:00:00Z');
  let ids = 0;
  const questions = recentQuestions(
    () => now,
    () => `q${ids++}`,
  );
  const id = questions.remember('who can see client data?');
  now = new Date(now.getTime() + 59 * 60_000 + 59_000);
  expect(await questions.recall(id)).toBe('who can see client data?');
  now = new Date(now.getTime() + 1_000);
  expect(await questions.recall(id)).toBe('');
});
