/** Actions that wait for the person: identity, authority, fee, clarification, chasers. */
import { openQuestions } from '../../requests/case/case.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import {
  askForAuthority,
  askForClarification,
  askForFee,
  askForIdentity,
  authorityReceived,
  chase,
  clarificationReceived,
  feePaid,
  identityReceived,
  questionPauses,
} from '../../requests/decisions/decide-waiting.ts';
import {
  type ActionForm,
  choice,
  codeOf,
  day,
  type FormField,
  inWords,
  oneDay,
  personal,
  type SeenCase,
  words,
} from './case-action-row.ts';
import { doubts, feeFindings } from './case-choices.ts';
import { abouts, allMethods, methodsFor, penceOf, reasonable } from './waiting-choices.ts';

const isOver = ({ deadline, moment }: SeenCase): boolean =>
  deadline?.due !== null && deadline?.due !== undefined && moment.dateOf(moment.at) > deadline.due;

const clarificationIntro = (seen: SeenCase): readonly string[] => {
  const { request, moment } = seen;
  const hints = regimeOf(moment.law, request.regime)?.hints;
  if (hints === undefined) return [];
  const effect = questionPauses(request, moment);
  if (effect === 'other-right') return [hints.clarificationOtherRight];
  if (effect === 'runs') return [hints.clarificationRuns];
  return [
    isOver(seen)
      ? 'The period is over, so this question *does not pause* the clock.'
      : hints.clarificationPauses,
  ];
};

/** What is asked for after the end revives nothing; whoever asks has to know that the answer is overdue. */
const overIntro = (seen: SeenCase): readonly string[] =>
  isOver(seen) ? ['The period is over: asking *does not move* the date. The answer is overdue.'] : [];

const stillOpenField: FormField = {
  kind: 'tick',
  id: 'still_open',
  label: 'Is anything still open?',
  words: 'Another question is not answered yet',
};

export const waitingRows = {
  askForIdentity: {
    intro: (seen) => [
      'Ask only if there is a *reasonable doubt* who this is, and only for the lightest thing that settles it.',
      `The minimum that suffices here: *${(methodsFor(seen)[0]?.[1] ?? 'nothing').toLowerCase()}*. Record the method, never a document.`,
      ...overIntro(seen),
      ...(seen.request.identityRequests > 0 ? ['Asking a second time needs a second person.'] : []),
    ],
    fields: (seen) => [
      choice('doubt', 'Why is there a doubt?', doubts),
      choice('method', 'What do you ask for?', methodsFor(seen), {
        hint: 'From light to heavy.',
        initial: methodsFor(seen)[0]?.[0] ?? '',
      }),
      day('sent', 'Asked on'),
    ],
    decide: ({ values }) => {
      const doubt = codeOf(doubts, values['doubt']);
      return (request, moment) =>
        askForIdentity(
          request,
          {
            doubt: doubt === 'no_doubt' ? null : doubt,
            method: codeOf(allMethods, values['method']),
            sentAt: values['sent'] ?? '',
          },
          moment,
        );
    },
  },
  identityReceived: {
    intro: () => [
      'Give the moment when the *last missing piece* came in. Delete any document now; keep only the method.',
    ],
    fields: () => [
      day('received', 'Received on'),
      choice('method', 'How they showed it', allMethods),
      {
        kind: 'tick',
        id: 'weak',
        label: 'How sure are we?',
        words: 'The proof is weak; a second person should decide',
      },
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        identityReceived(
          request,
          {
            receivedAt: values['received'] ?? '',
            method: codeOf(allMethods, values['method']),
            weak: values['weak'] === 'yes',
          },
          moment,
        ),
  },
  askForAuthority: {
    intro: (seen) => [
      'Only where somebody acts for the person, or for a client company.',
      ...overIntro(seen),
    ],
    ...oneDay('sent', 'Asked on', askForAuthority),
  },
  authorityReceived: oneDay('received', 'Received on', authorityReceived),
  askForFee: {
    intro: (seen) => [
      ...overIntro(seen),
      'A fee needs a finding, reasons and a second person. The request goes out after they agreed.',
    ],
    fields: ({ request, moment: { law } }) => [
      choice('finding', 'The request is', feeFindings),
      words('amount', `Amount in ${regimeOf(law, request.regime)?.grounds.letters.currencyName ?? 'money'}`, {
        lines: 'one',
        hint: 'A reasonable one, such as 15.00.',
      }),
      words('reasons', 'Reasons'),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        askForFee(
          request,
          {
            finding: codeOf(feeFindings, values['finding']),
            pence: penceOf(values['amount'] ?? ''),
            personal: inWords({ reasons: values['reasons'] }),
          },
          moment,
        ),
  },
  feePaid: oneDay('paid', 'Paid on', feePaid),
  askForClarification: {
    intro: clarificationIntro,
    fields: () => [
      words('question', 'The question you asked', { hint: 'As it went out. It is sealed in the register.' }),
      choice('about', 'It is about', abouts, { initial: 'information' }),
      choice('reasonable', 'Do you reasonably need to know?', reasonable, { initial: 'yes' }),
      day('sent', 'Asked on'),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        askForClarification(
          request,
          {
            sentAt: values['sent'] ?? '',
            about: codeOf(abouts, values['about']),
            reasonable: codeOf(reasonable, values['reasonable']) === 'yes',
            personal: inWords({ question: values['question'] }),
          },
          moment,
        ),
  },
  clarificationReceived: {
    intro: ({ request }) =>
      openQuestions(request) > 1
        ? [
            'More than one question is open. *This answer closes them all*, unless you say that one is still open.',
          ]
        : [],
    fields: ({ request }) => [
      day('received', 'Received on'),
      words('answer', 'What they answered', { optional: true }),
      ...(openQuestions(request) > 1 ? [stillOpenField] : []),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        clarificationReceived(
          request,
          {
            receivedAt: values['received'] ?? '',
            stillOpen: values['still_open'] === 'yes',
            ...personal({ answer: values['answer'] }),
          },
          moment,
        ),
  },
  chase: {
    intro: ({ request }) => [`Reminders to the person so far: ${request.chasers.length}.`],
    fields: () => [day('sent', 'Reminded on')],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        chase(request, { entry, sentAt: values['sent'] ?? '' }, moment),
  },
} satisfies Record<string, ActionForm>;
