import { expect, it } from 'vitest';
import { rowInWords } from '../../../src/knowledge/answer/row-in-words.ts';

it.each([
  ['| Record | Period |', '| Orders | 6 years |', 'Orders: kept for 6 years'],
  ['| Record | How long we keep it |', '| Orders | 6 years |', 'Orders: kept for 6 years'],
  ['| Request | Response time |', '| A copy | 30 days |', 'A copy: response time: 30 days'],
  ['| Contract | Notice period |', '| Cleaning | 3 months |', 'Cleaning: notice period: 3 months'],
])('a period is one to keep only where its column says so: %s %s', (header, row, words) => {
  expect(rowInWords(header, row)).toBe(words);
});
