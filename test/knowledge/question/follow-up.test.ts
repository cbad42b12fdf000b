import { describe, expect, it } from 'vitest';
import { joinedQuestion, leansOnBefore } from '../../../src/knowledge/question/follow-up.ts';
import { smallTalkIn } from '../../../src/knowledge/question/small-talk.ts';

describe('a further message in a thread', () => {
  it.each([
    'and for how long?',
    'can we do that in the US?',
    'ok and who decides?',
    'why?',
    'to whom?',
    'marketing too?',
    'what about job applicants?',
    'can they take it back?',
  ])('leans on the question before it: %s', (message) => {
    expect(leansOnBefore(message)).toBe(true);
  });

  it.each([
    'How long do we keep the records of former tenants?',
    'Are there links to other websites on our site?',
    'What is Hotjar?',
    'Who has access to the data that we hold on customers?',
    'Can a customer take their consent back?',
    'thanks!',
  ])('stands on its own: %s', (message) => {
    expect(leansOnBefore(message)).toBe(false);
    expect(joinedQuestion(message, 'Do we keep invoices?')).toBe(message);
  });

  it('becomes one question with it', () => {
    expect(joinedQuestion('ok, and for how long?', 'Do we keep invoices?')).toBe(
      'for how long, about: keep invoices?',
    );
    expect(joinedQuestion('and for how long?', null)).toBe('and for how long?');
  });
});

describe('pleasantries', () => {
  it.each([
    ['thanks!', 'thanks'],
    ['ok cool', 'thanks'],
    ['great, that helps', 'thanks'],
    ['👍', 'thanks'],
    [':+1:', 'thanks'],
    ['got it 👍', 'thanks'],
    ['see you tomorrow', 'goodbye'],
    ['perfect, have a nice day', 'goodbye'],
    ['good morning', 'greeting'],
  ] as const)('%s is %s', (message, talk) => {
    expect(smallTalkIn(message)).toBe(talk);
  });

  it.each([
    'ok and who decides?',
    'thanks, and for how long?',
    'who can see you tomorrow meetings?',
    'is it ok to say thank you to a customer by email?',
    '',
    '???',
  ])('a question is none: %s', (message) => {
    expect(smallTalkIn(message)).toBeNull();
  });
});
