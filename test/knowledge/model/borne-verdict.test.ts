import { expect, it } from 'vitest';
import { borneVerdict, type Quoted } from '../../../src/knowledge/model/borne-verdict.ts';

type Verdict = 'yes' | 'no' | 'depends';

const quotes = (...texts: readonly string[]): readonly Quoted[] =>
  texts.map((text) => ({ text, before: '' }));

it.each<readonly [string, Verdict, string, string, Verdict | null]>([
  ['a plain yes', 'yes', 'are backups encrypted?', 'Backups are encrypted.', 'yes'],
  ['a plain no', 'no', 'do we sell personal data?', 'We do not sell personal data.', 'no'],
  [
    'a prohibition',
    'no',
    'may Hotjar sell data?',
    'Hotjar is contractually forbidden to sell any data.',
    'no',
  ],
  ['a yes that the words deny', 'yes', 'do we sell personal data?', 'We do not sell personal data.', null],
  ['a no that the words affirm', 'no', 'are backups encrypted?', 'Backups are encrypted.', null],
  [
    'a no with a negation of something else',
    'no',
    'are backups encrypted?',
    'Backups are encrypted, and they are not kept for long; we never print.',
    null,
  ],
  [
    'a yes with a condition',
    'yes',
    'can we keep CVs?',
    'We keep CVs for a year if the person agrees.',
    'depends',
  ],
  ['a yes with a limit', 'yes', 'can marketing see it?', 'Marketing may see it only in its role.', 'depends'],
  [
    'a no with an exception',
    'no',
    'do we share it?',
    'We do not share it unless the law requires it.',
    'depends',
  ],
  [
    'a no by a limit that leaves the asker out',
    'no',
    'can interns see it?',
    'Only our managers can see it.',
    'no',
  ],
  [
    'a no by a limit that names the asker',
    'no',
    'can managers see it?',
    'Only our managers can see it.',
    null,
  ],
  ['a no by another figure', 'no', 'do we keep logs for 5 years?', 'We keep logs for 2 years.', 'no'],
  ['a yes by another figure', 'yes', 'do we keep logs for 5 years?', 'We keep logs for 2 years.', null],
  [
    'a yes that leaves something out',
    'yes',
    'does the board see data?',
    'The board sees data without names.',
    null,
  ],
  ['a turned question', 'yes', 'is it true that we never sell data?', 'We never sell data.', 'yes'],
  [
    'a turned question, turned again',
    'no',
    'is it true that we never sell data?',
    'We never sell data.',
    null,
  ],
  ['a condition that is none', 'depends', 'are backups encrypted?', 'Backups are encrypted.', null],
  ['a question that is not for yes or no', 'yes', 'who can see it?', 'The operations team can see it.', null],
])('shows %s as the words bear it', (_, given, question, text, shown) => {
  expect(borneVerdict(given, question, quotes(text)).verdict).toBe(shown);
});

it('looks for conditions in every quote and in what is shown with it', () => {
  const question = 'do we keep CVs?';
  const further = quotes('We keep CVs.', 'This applies only to staff.');
  expect(borneVerdict('yes', question, further).verdict).toBe('depends');
  const below = [{ text: 'CVs', before: 'If you agree, we keep:' }];
  expect(borneVerdict('yes', question, below).verdict).toBe('depends');
});

it('gives the condition in the words of the policy, whole', () => {
  const text = 'We keep CVs. We delete them after a year unless the person asks us to keep them.';
  expect(borneVerdict('yes', 'do we keep CVs?', quotes(text)).condition).toBe(
    'We delete them after a year unless the person asks us to keep them.',
  );
});
