import { describe, expect, it } from 'vitest';
import { plainQuestions } from '../../../src/knowledge/rank/written-questions.ts';

const words = new Set(
  'what do we keep in the file of a volunteer how long are films kept can driver see my phone number who holds it policy nhs numbers'.split(
    ' ',
  ),
);
const spelling = { isWord: (word: string) => words.has(word), short: new Set(['nhs']) };
const shown = (...texts: readonly string[]) =>
  plainQuestions({ texts, owners: texts.map(() => 0) }, spelling).get(0);

describe('of the questions that are written for a passage', () => {
  it.each([
    'volunteer, films, how long, file kept',
    'a volunteer in my file, what do we keep',
    'how long are flims kept in the file',
    'what do u keep in the file',
    'films are kept in the file right',
    'can we keep films in the file, right?',
    'what film kept long in',
    'We keep films. How long are films kept?',
  ])('none goes on a button that was typed in a hurry: %s', (text) => {
    expect(shown(text)).toBeUndefined();
  });

  it.each([
    ['how long are films kept in the file', 'How long are films kept in the file?'],
    ['can we keep nhs numbers in the file?', 'Can we keep NHS numbers in the file?'],
    ['who can see what i keep', 'Who can see what I keep?'],
  ])('the first whole one is shown with its capital and its mark: %s', (text, question) => {
    const withI = { ...spelling, isWord: (word: string) => words.has(word) || word === 'i' };
    expect(plainQuestions({ texts: ['films kept long??', text], owners: [0, 0] }, withI).get(0)).toBe(
      question,
    );
  });
});
