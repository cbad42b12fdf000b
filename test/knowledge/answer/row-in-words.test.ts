import { expect, it } from 'vitest';
import { rowInWords } from '../../../src/knowledge/answer/row-in-words.ts';

it.each([
  ['| Record | Period |', '| Orders | 6 years |', 'Orders: kept for 6 years'],
  [
    '| Record | How long | Owner |',
    '| Orders | until paid | Sales |',
    'Orders: how long: until paid; owner: Sales',
  ],
  ['| Record | Period | Exceptions |', '| **Orders** | 6 years | None |', 'Orders: kept for 6 years'],
  ['', '| a \\| b | c |', 'a | b: c'],
])('says the row %s %s', (header, row, words) => {
  expect(rowInWords(header, row)).toBe(words);
});
