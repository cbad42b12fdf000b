import { expect, it } from 'vitest';
import type { Citation } from '../../src/knowledge/answer/answer.ts';
import { passages, sourceLine } from '../../src/views/answers/citations.ts';
import { wordsOf } from '../support/bot.ts';

const citation = (policy: string, section: string, quote: string): Citation => ({
  policy,
  version: '1',
  section,
  quote,
  leadIn: null,
  header: null,
  start: 0,
  end: quote.length,
});
const head = (id: string, title: string, updated: string) => ({
  id,
  title,
  version: '1',
  updated,
  controller: 'Garden Society',
  contact: 'c@example.org',
  precedence: 0,
});
const heads = [
  head('notice', 'Privacy notice', 'May 2026'),
  head('schedule', 'Retention schedule', 'not stated'),
];
const notice = citation('notice', 'Retention', 'We keep invoices as the schedule says.');
const schedule = citation('schedule', 'Retention', 'Invoices: six years.');

it('each quote is shown with its document where several answer, even under one heading', () => {
  const words = wordsOf(passages([notice, schedule], 'q', heads)).split('\n');
  expect(words.filter((line) => line.includes('Retention'))).toEqual([
    '*Retention* · Privacy notice',
    '*Retention* · Retention schedule',
  ]);
});

it('one document is named once, below', () => {
  expect(wordsOf(passages([notice], 'q', heads))).not.toContain('Privacy notice');
  expect(sourceLine([notice, schedule], heads)).toBe('Source: Privacy notice, May 2026; Retention schedule');
});
