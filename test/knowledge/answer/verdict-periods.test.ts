import { expect, it } from 'vitest';
import { comparesPeriods, periodsIn, periodTerms } from '../../../src/knowledge/answer/verdict-periods.ts';

it.each([
  ['72 hours', [3]],
  ['half a day, then two weeks', [0.5, 14]],
  ['a year or 6y', [365, 2190]],
  ['the password and the code', []],
  ['a dozen hats', []],
])('reads the periods of "%s" in days', (text, days) => {
  expect(periodsIn(text)).toEqual(days);
});

it('says that a week is more than 72 hours, and what of it is asked', () => {
  expect(periodTerms('is it still there after a week?', 'Footage is kept for 72 hours.', 'fact')).toContain(
    'persf:factkeep>',
  );
});

it('takes a month of the question and thirty days of the passage as not the same, and twelve months as a year nearly', () => {
  expect(periodTerms('kept a year?', 'Kept for 12 months.', 'fact')).toContain('per:=');
  expect(periodTerms('kept a month?', 'Kept for 60 days.', 'fact')).toContain('per:<');
});

it('compares nothing where only one of them names a period', () => {
  expect(comparesPeriods('is it kept for a year?', 'It is kept until the case is closed.')).toBe(false);
  expect(comparesPeriods('is it kept?', 'It is kept for a year.')).toBe(false);
});
