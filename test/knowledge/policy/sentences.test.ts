import { expect, it } from 'vitest';
import { splitSentences } from '../../../src/knowledge/policy/sentences.ts';

const split = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

const cases: readonly (readonly [why: string, text: string, expected: readonly string[]])[] = [
  ['a plain pair', 'We keep it. We delete it.', ['We keep it.', 'We delete it.']],
  [
    'e.g. and i.e. end nothing',
    'Sites (e.g. Beta) and apps, i.e. Ours, count. Done.',
    ['Sites (e.g. Beta) and apps, i.e. Ours, count.', 'Done.'],
  ],
  [
    'articles and numbers',
    'See Art. 15 and No. 7 of it. Then stop.',
    ['See Art. 15 and No. 7 of it.', 'Then stop.'],
  ],
  ['etc. before a capital ends one', 'Names, etc. We keep them.', ['Names, etc.', 'We keep them.']],
  ['etc. before a small letter does not', 'Names, etc. are kept.', ['Names, etc. are kept.']],
  ['initials', 'Ask J. R. Smith about it. Please.', ['Ask J. R. Smith about it.', 'Please.']],
  ['a case of law', 'As in Smith v. Jones it holds. Yes.', ['As in Smith v. Jones it holds.', 'Yes.']],
  [
    'decimals and addresses',
    'Pay 3.5 at www.example.com today. Or later.',
    ['Pay 3.5 at www.example.com today.', 'Or later.'],
  ],
  ['abroad', 'Data in the U.S. is rare. Good.', ['Data in the U.S. is rare.', 'Good.']],
  ['a quote after the stop', 'He said “no.” We agreed.', ['He said “no.”', 'We agreed.']],
  ['a bracket after the stop', '(We keep it.) We sell nothing.', ['(We keep it.)', 'We sell nothing.']],
  ['a semicolon goes on', 'We ask; you answer. Fine.', ['We ask; you answer.', 'Fine.']],
  ['questions', 'Why? Because!', ['Why?', 'Because!']],
  ['no stop at the end', 'Last updated: June 2020', ['Last updated: June 2020']],
  ['hard wraps', 'We keep\nit. We\ndelete it.', ['We keep\nit.', 'We\ndelete it.']],
  ['nothing', '   ', []],
];

it.each(cases)('splits %s', (_why, text, expected) => {
  expect(split(text)).toEqual(expected);
});
