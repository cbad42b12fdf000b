import { expect, it } from 'vitest';
import { countInWords } from '../../../src/flows/cases/count-in-words.ts';

it.each([
  ['3', 3],
  [' 12 ', 12],
  ['1,200', 1200],
  ['three', 3],
  ['Three', 3],
  ['seventeen', 17],
  ['forty', 40],
  ['forty two', 42],
  ['twenty-one', 21],
  ['a dozen', 12],
  ['two dozen', 24],
  ['a hundred', 100],
  ['two hundred and seven', 207],
  ['zero', 0],
])('“%s” is %i', (typed, count) => {
  expect(countInWords(typed)).toBe(count);
});

it.each(['', 'some', 'a few', '3 or 4', 'three pages', 'ten hundred', 'twenty twelve', '-3', '3.5', 'drei'])(
  '“%s” is no number that anybody could mean with certainty',
  (typed) => {
    expect(countInWords(typed)).toBeNull();
  },
);
