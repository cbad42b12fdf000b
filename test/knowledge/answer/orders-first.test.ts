import { expect, it } from 'vitest';
import { ordersFirst } from '../../../src/knowledge/answer/orders-first.ts';
import { otherFigure } from '../../../src/knowledge/answer/other-figure.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';

const units = unitsOf(
  'p',
  '# Requests\n\nDeletion has its limits: pledges stay. Anyone can ask for a copy. Do not answer it yourself; pass it to the lead the same day.\n',
  0,
);
const order = units.findIndex(({ text }) => text.includes('pass it'));

it('what to do stands before what else is said, where the question is what to do', () => {
  const [first, ...rest] = ordersFirst('a lady wants all about her deleted, what do I do', units);
  expect(first?.text).toContain('pass it to the lead');
  expect(rest).toHaveLength(units.length - 1);
});

it.each(['do pledges stay?', 'what are the limits of deletion?'])(
  'and stays in its place where it is not: %s',
  (question) => {
    expect(ordersFirst(question, units)).toEqual(units);
    expect(order).toBeGreaterThan(0);
  },
);

const kept = (quote: string) => [
  { policy: 'p', version: '1', section: '', quote, start: 0, end: 1, leadIn: null, header: null },
];

it.each([
  ['do we keep it for 3 years?', true],
  ['may a 16 year old play?', false],
  ['the kitten is two months old, may it be adopted?', false],
  ['she left 3 years ago, do we still have it?', false],
])('an age, or how long ago it was, is no period that is asked about: %s', (question, expected) => {
  expect(otherFigure(question, kept('It is kept for 7 years.'))).toBe(expected);
});
