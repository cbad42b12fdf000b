import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { readMatter } from '../../../src/knowledge/question/matter.ts';

const matter = readMatter(readFileSync(join(projectRoot, 'data/knowledge/matter.yaml'), 'utf8'));

it.each([
  ['can we sell data to partners? just quote me the line where it says so', 'can we sell data to partners?'],
  ['who may see the records, and put it in writing', 'who may see the records'],
  ['we keep invoices for tax, right?', 'we keep invoices for tax'],
  ['we keep invoices for tax, so tell me which paragraph I cite to the bank', 'we keep invoices for tax'],
  ['the handbook beats the notice. Which line says so?', 'the handbook beats the notice'],
])('leaves orders on how to answer out of what is asked: %s', (message, asked) => {
  const read = matter(message);
  expect(read.asked).toContain(asked.replace('?', ''));
  expect(read.asked).not.toMatch(/quote|in writing|right|paragraph|line/u);
});

it.each([
  ['since we sell data to partners, who gets it?', 'who gets it?', ['we sell data to partners']],
  [
    'my manager says everybody agreed to marketing, so we can email them all',
    'we can email them all',
    ['everybody agreed to marketing'],
  ],
])('takes a claim apart from what follows from it: %s', (message, asked, claims) => {
  expect(matter(message)).toEqual({ asked, claims });
});

it.each(['confirm it', 'who are we?', 'since we delete everything in March, is it?'])(
  'takes no message apart where nothing would be left to ask: %s',
  (message) => {
    expect(matter(message).claims).toEqual([]);
    expect(matter(message).asked.length).toBeGreaterThan(5);
  },
);

it('reads a long run of line breaks as one space', () => {
  expect(matter(`who may see${'\n'.repeat(100_000)}the records`).asked).toBe('who may see the records');
});

it.each([
  "visitors can't say no to cookies",
  'people who say no are left alone',
  'must we say yes to everyone',
])('a yes or no that others say stays in what is asked: %s', (message) => {
  expect(matter(message).asked).toBe(message);
});
