/** Actions about the answer: review by a second person, refusal, sending, and every other end of a case. */
import { contentHash } from '../../letters/content-hash.ts';
import { tellsRestrictionEnds } from '../../letters/restriction-ends.ts';
import { answerUnderReview } from '../../requests/case/kept-letters.ts';
import { describeDate, parseCalendarDate } from '../../requests/clock/calendar-date.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { agree, decline } from '../../requests/decisions/decide-approvals.ts';
import { close, forward, lapse, withdraw } from '../../requests/decisions/decide-ending.ts';
import { confirmStopped, stopAndTell } from '../../requests/decisions/decide-marketing.ts';
import { reopen } from '../../requests/decisions/decide-reopening.ts';
import {
  approve,
  recall,
  recordResponseSent,
  refuseRequest,
  returnForWork,
  sendForReview,
} from '../../requests/decisions/decide-review.ts';
import { outcomeTrouble } from '../../requests/decisions/guards.ts';
import { refusalGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  day,
  type FieldChoice,
  type FormField,
  inWords,
  none,
  personal,
  type SeenCase,
  words,
} from './case-action-row.ts';
import { declineReasons, outcomesOf, proofs, returnReasons, withdrawalWays } from './case-choices.ts';
import { proposalDetail } from './plain-words.ts';

const letter: FormField = {
  kind: 'text',
  id: 'letter',
  label: 'The answer you will send',
  hint: 'Paste it whole. The approver reads exactly this, and only this may be sent.',
};

/** The sealed words of a proposal, by field. */
export const wordsOfProposal = (
  { history }: Pick<SeenCase, 'history'>,
  about: string,
): Readonly<Record<string, string>> =>
  history.find((event) => event.type === 'approval_requested' && event.id === about)?.personal ?? {};

const reasonsOf = (seen: SeenCase, about: string): string | null =>
  Object.values(wordsOfProposal(seen, about)).join('\n\n') || null;

/** What exactly is to be agreed to, and who wants it. */
const proposed = ({ request }: SeenCase, about: string): readonly string[] =>
  request.approvals
    .filter(({ id }) => id === about)
    .map(({ proposal, by }) => `Proposed by <@${by}>: *${proposalDetail(proposal, request.timeZone)}*.`);

const unchanged: readonly FieldChoice<'as_approved' | 'changed'>[] = [
  ['as_approved', 'Yes, word for word'],
  ['changed', 'No, it was changed after the approval', 'Then it has to be approved again'],
];

const groundsOf = ({ request, moment }: SeenCase): readonly FieldChoice[] =>
  refusalGroundsFor(request, moment).map(({ id, title, source }) => [id, clipped(title), source]);

/** A late refusal is recorded all the same; whoever makes it learns that it is a breach. */
const lateRefusal = ({ moment }: SeenCase): readonly string[] => {
  const last = parseCalendarDate(moment.clock.refusalDue ?? '');
  return last !== undefined && moment.dateOf(moment.at) > last
    ? [
        `*This refusal is late:* it had to be sent by *${describeDate(last)}*. It can be recorded; the case will say so. Note the breach, and consider answering instead.`,
      ]
    : [];
};

/** What people are told whose objection or withdrawal has been carried out; its fingerprint is kept. */
export const stoppedWords = (right: Right): string =>
  right === 'consent_withdrawal'
    ? 'We have stopped what you had agreed to. What was done before stays as it is. Messages about the service you use are not affected.'
    : 'We have stopped all direct marketing to you. Your address stays on a short list only so that we never write to you again. Messages about the service you use are not affected.';

export const answerRows = {
  sendForReview: {
    intro: () => ['A second person reads the answer before it goes out. You cannot approve it yourself.'],
    fields: ({ request }) => [
      choice(
        'outcome',
        'Outcome',
        outcomesOf(request.right).filter(([outcome]) => outcomeTrouble(request, outcome) === null),
      ),
      letter,
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        sendForReview(
          request,
          {
            outcome: codeOf(outcomesOf(request.right), values['outcome']),
            contentHash: contentHash(values['letter'] ?? ''),
            personal: inWords({ letter: values['letter'] }),
            endsRestriction: tellsRestrictionEnds(values['letter'] ?? ''),
          },
          moment,
        ),
  },
  refuse: {
    intro: (seen) => [
      'A refusal needs a ground from the law, reasons, and a second person. Then it is sent like any answer.',
      ...lateRefusal(seen),
    ],
    fields: (seen) => [
      choice('ground', 'Ground', groundsOf(seen)),
      words('reasons', 'Reasons', { hint: 'Why this ground is met here. Sealed in the register.' }),
      letter,
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        refuseRequest(
          request,
          {
            ground: values['ground'] ?? '',
            contentHash: contentHash(values['letter'] ?? ''),
            personal: inWords({ reasons: values['reasons'], letter: values['letter'] }),
            endsRestriction: tellsRestrictionEnds(values['letter'] ?? ''),
          },
          moment,
        ),
  },
  // Signed by the press: the letter stands above the button, in the case itself.
  approve: {
    fields: none,
    decide:
      ({ about }) =>
      (request, moment) =>
        approve(request, about, moment),
  },
  return: {
    intro: () => ['It goes back to its owner, who reads your words in the case.'],
    fields: () => [
      choice('reason', 'Why?', returnReasons),
      words('note', 'What has to change', { optional: true }),
    ],
    reading: ({ request, history }) => answerUnderReview(request, history),
    decide:
      ({ values }) =>
      (request, moment) =>
        returnForWork(
          request,
          { reason: codeOf(returnReasons, values['reason']), ...personal({ note: values['note'] }) },
          moment,
        ),
  },
  recall: {
    fields: none,
    sure: 'The answer goes back to work, and an approval falls away.',
    decide: () => recall,
  },
  agree: {
    fields: none,
    decide:
      ({ about }) =>
      (request, moment) =>
        agree(request, about, moment),
  },
  decline: {
    intro: proposed,
    reading: reasonsOf,
    fields: () => [
      choice('reason', 'Why?', declineReasons),
      words('note', 'In your words: what is missing, or what you would agree to', { optional: true }),
    ],
    decide:
      ({ values, about }) =>
      (request, moment) =>
        decline(
          request,
          {
            id: about,
            reason: codeOf(declineReasons, values['reason']),
            ...personal({ note: values['note'] }),
          },
          moment,
        ),
  },
  recordResponseSent: {
    intro: () => ['This stops the clock.'],
    fields: () => [
      day('sent', 'Sent on'),
      choice('proof', 'How it was sent', proofs, { initial: 'email_sent' }),
      choice('unchanged', 'Was it sent as it was approved?', unchanged, { initial: 'as_approved' }),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        recordResponseSent(
          request,
          {
            sentAt: values['sent'] ?? '',
            proof: codeOf(proofs, values['proof']),
            contentHash:
              codeOf(unchanged, values['unchanged']) === 'as_approved'
                ? (request.review?.contentHash ?? '')
                : '',
          },
          moment,
        ),
  },
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
    fields: () => [day('sent', 'Notice sent on')],
    decide:
      ({ values }) =>
      (request, moment) =>
        lapse(request, values['sent'] ?? '', moment),
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
