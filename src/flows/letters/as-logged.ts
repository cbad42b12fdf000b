/** What was logged of how a request reached us, of its person, and of how they are reached. */
import type { PersonalFacts } from '../../letters/facts-of-case.ts';
import type { ArrivalChannel, CaseEvent } from '../../requests/case/case-events.ts';
import { sealedWords } from '../../requests/case/sealed-words.ts';

export const channelOf = ([logged]: readonly CaseEvent[]): ArrivalChannel =>
  logged?.type === 'logged' ? logged.channel : 'other';

/** '' where none was logged. */
export const contactOf = ([logged]: readonly CaseEvent[]): string => sealedWords(logged, 'contact') ?? '';

const channelInLetter: Readonly<Record<ArrivalChannel, string | undefined>> = {
  email: 'by e-mail',
  slack: undefined,
  phone: 'by phone',
  in_person: 'in person',
  letter: 'by post',
  web_form: 'through the form on our website',
  chat: 'in a support chat',
  social_media: 'on social media',
  other: undefined,
};

/** As a letter says it; undefined where it says nothing. */
export const receivedHow = (history: readonly CaseEvent[]): string | undefined =>
  channelInLetter[channelOf(history)];

export const personalOf = ([logged]: readonly CaseEvent[]): PersonalFacts => ({
  personName: sealedWords(logged, 'name'),
  addressRoute: sealedWords(logged, 'contact'),
  clientName: sealedWords(logged, 'client') ?? sealedWords(logged, 'name'),
  clientContact: sealedWords(logged, 'contact'),
});
