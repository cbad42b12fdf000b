/** Actions about the answer: review by a second person, refusal, sending; and a second person's word on a proposal. */
import { contentHash } from '../../letters/content-hash.ts';
import { tellsRestrictionEnds } from '../../letters/restriction-ends.ts';
import { answerUnderReview } from '../../requests/case/kept-letters.ts';
import { describeDate, parseCalendarDate } from '../../requests/clock/calendar-date.ts';
import { agree, decline } from '../../requests/decisions/decide-approvals.ts';
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
import { declineReasons, outcomesOf, proofs, returnReasons } from './case-choices.ts';
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
const proposed = ({ request, moment: { law } }: SeenCase, about: string): readonly string[] =>
  request.approvals
    .filter(({ id }) => id === about)
    .map(({ proposal, by }) => `Proposed by <@${by}>: *${proposalDetail(proposal, request, law)}*.`);

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
} satisfies Record<string, ActionForm>;
