/** Actions that end a case otherwise than by an answer, or open it again. */
import { contentHash } from '../../letters/content-hash.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { close, forward, lapse, withdraw } from '../../requests/decisions/decide-ending.ts';
import { confirmStopped, stopAndTell } from '../../requests/decisions/decide-marketing.ts';
import { reopen } from '../../requests/decisions/decide-reopening.ts';
import { type ActionForm, choice, codeOf, day, inWords, none, oneDay, words } from './case-action-row.ts';
import { withdrawalWays } from './case-choices.ts';

/** What people are told whose objection or withdrawal has been carried out; its fingerprint is kept. */
export const stoppedWords = (right: Right): string =>
  right === 'consent_withdrawal'
    ? 'We have stopped what you had agreed to. What was done before stays as it is. Messages about the service you use are not affected.'
    : 'We have stopped all direct marketing to you. Your address stays on a short list only so that we never write to you again. Messages about the service you use are not affected.';

export const endingRows = {
  confirmStopped: {
    fields: none,
    decide: () => (request, moment) =>
      confirmStopped(request, contentHash(stoppedWords(request.right)), moment),
  },
  stopAndTell: {
    fields: none,
    decide: () => (request, moment) => stopAndTell(request, contentHash(stoppedWords(request.right)), moment),
  },
  reopen: { fields: none, decide: () => reopen },
  withdraw: {
    intro: () => [
      'Only the person’s own words or a confirmed call end a request. Confirm it in writing afterwards.',
    ],
    fields: () => [
      choice('confirmed', 'How do we know?', withdrawalWays),
      words('words', 'Their words'),
      {
        kind: 'tick',
        id: 'agent',
        label: 'Who said it?',
        words: 'Somebody acting for the person (a second person then decides)',
      },
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        withdraw(
          request,
          {
            confirmed: codeOf(withdrawalWays, values['confirmed']),
            byAgent: values['agent'] === 'yes',
            personal: inWords({ words: values['words'] }),
          },
          moment,
        ),
  },
  lapse: {
    intro: () => [
      'After two reminders, thirty days, and a notice that says how to revive the request. A second person decides.',
    ],
    ...oneDay('sent', 'Notice sent on', lapse),
  },
  forward: {
    intro: () => ['The client is the controller and answers. Pass it on without delay and tell the person.'],
    fields: () => [
      words('client', 'Which client?', { lines: 'one' }),
      words('evidence', 'How it was passed on', { hint: 'For example: e-mail to their privacy contact.' }),
      day('sent', 'Passed on'),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        forward(
          request,
          {
            sentAt: values['sent'] ?? '',
            personal: inWords({ client: values['client'], evidence: values['evidence'] }),
          },
          moment,
        ),
  },
  close: {
    fields: none,
    sure: 'A closed case stays as it is. What comes later is a new, linked case.',
    decide: () => close,
  },
} satisfies Record<string, ActionForm>;
