import { expect, it } from 'vitest';
import { askedWords } from '../../../src/knowledge/question/asked-words.ts';

const english = new Set(['who', 'may', 'see', 'the', 'file', 'of', 'grace', 'delete', 'information']);
const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

it('takes no word for ordinary that people write as a name', () => {
  const { ordinary } = askedWords(times(4, 'may Grace see the file of Grace'), english);
  expect(ordinary).toContain('file');
  expect(ordinary).not.toContain('grace');
});

it('takes no word for ordinary that one person alone uses, or that is no English one', () => {
  const questions = ['who may see the file', 'who may see zorblat', 'delete zorblat'];
  const { ordinary } = askedWords(questions, english);
  expect(ordinary).toEqual(['may', 'see', 'who']);
});

it('knows a new word that many write, but no slip however many make it', () => {
  const { known } = askedWords(
    [...times(100, 'delete information'), ...times(10, 'delete infromation hotjar')],
    english,
  );
  expect(Object.keys(known)).toEqual(['delete', 'hotjar', 'information']);
});
