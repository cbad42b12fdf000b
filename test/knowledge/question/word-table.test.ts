import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordTable } from '../../../src/knowledge/question/word-table.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !text.includes('\n'));

it('tells in which line a word stands first, and of any other word that it stands in none', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), fc.array(word), (words, others) => {
      const lineOf = wordTable(words.join('\n'));
      for (const one of [...words, ...others]) expect(lineOf(one)).toBe(words.indexOf(one));
    }),
  );
});

it('tells a word from the beginning and the end of another', () => {
  const lineOf = wordTable('delete\ndel\nete\nd');
  expect(['delete', 'del', 'ete', 'd', 'e', 'dele', 'deletes', ''].map(lineOf)).toEqual([
    0, 1, 2, 3, -1, -1, -1, -1,
  ]);
});
