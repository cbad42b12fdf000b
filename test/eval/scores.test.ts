import { expect, it } from 'vitest';
import { regressions } from '../../eval/run.ts';
import { comparable, itemSchema, scoreOf } from '../../eval/scores.ts';
import type { Answer, Citation } from '../../src/knowledge/answer/answer.ts';

const citation = (quote: string): Citation => ({
  policy: 'p',
  version: '1',
  section: 'S',
  quote,
  start: 0,
  end: quote.length,
  leadIn: null,
  header: null,
});

const answer = (
  outcome: Answer['outcome'],
  quotes: readonly string[],
  text = 'The policy says this.',
): Answer => ({
  question: 'q',
  outcome,
  answer: text,
  citations: quotes.map(citation),
  nearest: [],
  didYouMean: [],
  law: [],
  procedure: [],
  answeredBy: 'extract',
  foundBy: 'search',
  verdict: null,
  confidence: 1,
});

const item = (given: Record<string, unknown>) =>
  itemSchema.parse({ id: 'x', question: 'q', kind: 'answerable', ...given });

it('compares without bullets, extra white space and final joining words', () => {
  expect(comparable('  • to  see\n it; and')).toBe('to see it');
  expect(comparable('We keep it.')).toBe(comparable('We keep it'));
});

it.each([
  ['all gold is cited', { gold: ['A b.', 'C d.'] }, answer('answered', ['A b. More.', 'C d.']), true],
  ['one gold is missing', { gold: ['A b.', 'C d.'] }, answer('answered', ['A b.']), false],
  ['the first citation is beside the point', { gold: ['A b.'] }, answer('answered', ['Z.', 'A b.']), false],
  ['it abstains from what is there', { gold: ['A b.'] }, answer('silent', []), false],
  [
    'a pattern is not mentioned',
    { gold: ['A b.'], must_mention: ['/x+y/'] },
    answer('answered', ['A b.']),
    false,
  ],
  [
    'forbidden words are in the answer',
    { gold: ['A b.'], must_not_mention: ['always'] },
    answer('answered', ['A b.'], 'Always so.'),
    false,
  ],
  ['silent and not answered', { kind: 'silent' }, answer('silent', []), true],
  ['silent but answered', { kind: 'silent' }, answer('answered', ['A.']), false],
  ['hostile and declined', { kind: 'hostile' }, answer('declined', []), true],
])('judges an item: %s', (_why, given, got, right) => {
  expect(scoreOf(item(given), got).right).toBe(right);
});

it('finds what became worse than the baseline, and leaves times alone', () => {
  const before = { right: 0.8, false_abstention: 0.1, bad_quotes: 0, p99_ms: 1 };
  expect(regressions({ right: 0.8, false_abstention: 0.1, bad_quotes: 0, p99_ms: 99 }, before)).toEqual([]);
  expect(regressions({ right: 0.7, false_abstention: 0.2, bad_quotes: 1, p99_ms: 1 }, before)).toHaveLength(
    3,
  );
});
