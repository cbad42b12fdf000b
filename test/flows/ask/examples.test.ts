import { expect, it } from 'vitest';
import { exampleQuestions } from '../../../src/flows/ask/examples.ts';
import type { Answer } from '../../../src/knowledge/answer/answer.ts';

const knowledge = (
  titles: readonly string[],
  answered: (question: string) => boolean,
  sure = (_: string) => 1,
) => ({
  documents: [],
  sections: titles.map((title) => ({ policy: 'p', title })),
  ask: (question: string): Promise<Answer> =>
    Promise.resolve({
      question,
      outcome: answered(question) ? 'answered' : 'silent',
      answer: '',
      citations: [],
      nearest: [],
      didYouMean: [],
      law: [],
      procedure: [],
      verdict: null,
      foundBy: 'search',
      answeredBy: 'extract',
      confidence: sure(question),
    }),
});

it.each<readonly [string, Parameters<typeof exampleQuestions>, readonly string[]]>([
  ['the company’s own, unasked', [knowledge([], () => false), ['Who sees a chart?']], ['Who sees a chart?']],
  [
    'headings that ask, without their number, before plain questions',
    [knowledge(['1. Scope', '2. Who can see your record?'], (one) => /record|share/u.test(one)), []],
    ['Who can see your record?', 'Who do we share personal data with?'],
  ],
  [
    'other headings where nothing else is answered, and none that is too short or too long for a button',
    [
      knowledge(['Scope', 'Retention of films', 'x'.repeat(80)], (one) => !/personal data|rights/u.test(one)),
      [],
    ],
    ['Retention of films'],
  ],
  [
    'one plain question where the policies answer none',
    [knowledge(['Retention of films'], () => false), []],
    ['How long do we keep personal data?'],
  ],
  [
    'what is answered surely before what is not',
    [
      knowledge(
        ['Retention of films'],
        () => true,
        (one) => (/films/u.test(one) ? 0.9 : 0.6),
      ),
      [],
    ],
    ['Retention of films', 'How long do we keep personal data?', 'Who can see personal data?'],
  ],
])('offers %s', async (_, args, offered) => {
  expect(await exampleQuestions(...args)).toEqual(offered);
});
