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

  it.each<readonly [string, string, string]>([
    ['Who may play back the recordings?', 'and for how long?', 'how long do we keep the recordings?'],
    ['Who has access to the questionnaire?', 'for how long?', 'how long do we keep the questionnaire?'],
    [
      'What happens to the records when a contract ends?',
      'what about the invoices?',
      'What happens to the invoices when a contract ends?',
    ],
    ['Can we put records on a server?', 'until when?', 'how long do we keep records?'],
    ['How long do you keep job applications?', 'and invoices?', 'How long do you keep invoices?'],
    ['How long do we keep records of tenants?', 'what about invoices?', 'How long do we keep invoices?'],
    ['How long do you keep job applications?', 'and for invoices?', 'How long do you keep invoices?'],
    ['How long are films kept in the office?', 'and door logs?', 'How long are door logs kept?'],
    ['Who can see the questionnaire?', 'and the photograph?', 'Who can see the photograph?'],
    ['Do we share films with the police?', 'photos too?', 'Do we share photos with the police?'],
    ['Do we share films with the police?', 'and with insurers?', 'Do we share films with insurers?'],
    ['What do repair firms receive?', 'and banks?', 'What do banks receive?'],
    ['What is the ground for calls?', 'and for letters?', 'What is the ground for letters?'],
    ['How long do you keep job applications?', 'why?', 'why do you keep job applications?'],
    ['Are calls recorded?', 'but why?', 'why are calls recorded?'],
    ['How long are films kept?', 'and in Germany?', 'How long are films kept in Germany?'],
    ['Do we keep invoices?', 'ok, and for how long?', 'for how long do we keep invoices?'],
    [
      'How long do we keep a bid that we lost?',
      'and one that was won?',
      'How long do we keep a bid that was won?',
    ],
    ['Who can see the films?', 'what about under-16s?', 'Who can see the films for children under 16?'],
    ['Do we keep the films?', 'who signs it off then?', 'who signs the films off?'],
    ['Do we keep the films?', 'and then?', 'what happens after this, about: keep the films?'],
    ['Do we keep invoices?', 'who decides?', 'who decides, about: keep invoices?'],
  ])('after “%s” the words “%s” ask “%s”', (before, message, whole) => {
    expect(joinedQuestion(message, before)).toBe(whole);
  });

  it('is itself where nothing stands before it', () => {
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
    'and then?',
    'who can see you tomorrow meetings?',
    'is it ok to say thank you to a customer by email?',
    '',
    '???',
  ])('a question is none: %s', (message) => {
    expect(smallTalkIn(message)).toBeNull();
  });
});
