/** Actions that move the clock or set a case right. Most need a second person. */

import { describeDate } from '../../requests/clock/calendar-date.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import {
  changeJurisdiction,
  changeRegime,
  correctReceipt,
  extend,
  recordExtensionNotice,
} from '../../requests/decisions/decide-clock.ts';
import { recordClientStep } from '../../requests/decisions/decide-safeguards.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  day,
  type FieldChoice,
  inWords,
  type SeenCase,
  secondPerson,
  words,
} from './case-action-row.ts';
import {
  clientSteps,
  correctionReasons,
  extensionChoices,
  jurisdictionReasons,
  proofs,
  regimeReasons,
} from './case-choices.ts';

/** The places of the case's regime; where foreign places are known, those of the others too. */
const placesOf = ({ request, moment: { law } }: SeenCase): readonly FieldChoice[] => {
  const all = Object.entries(law.jurisdictions);
  const choicesOf = (places: typeof all): readonly FieldChoice[] =>
    places.map(([id, { name }]) => [id, name]);
  const own = all.filter(([, place]) => place.regime === request.regime);
  const foreign = regimeOf(law, request.regime)?.foreignPlaces === 'weekends-only';
  return choicesOf(foreign ? [...own, ...all.filter((one) => !own.includes(one))].slice(0, 100) : own);
};

/** One law, or two at once: every date is kept then, and the earlier leads. */
const lawsOf = ({ moment: { law } }: SeenCase): readonly FieldChoice[] => {
  const all = Object.values(law.regimes);
  const pairs = all.flatMap((first) =>
    all
      .filter((other) => other.id !== first.id)
      .map(
        (other): FieldChoice => [
          `${first.id}+${other.id}`,
          clipped(`${first.short} and ${other.short}: the earlier date leads`),
          `Letters follow the ${first.law}`,
        ],
      ),
  );
  return [...all.map(({ id, name }): FieldChoice => [id, name]), ...pairs];
};

const reasons = words('reasons', 'Reasons', {
  hint: 'So that somebody can follow this later. Sealed in the register.',
});

export const clockRows = {
  extend: {
    intro: ({ request, deadline, moment }) => [
      regimeOf(moment.law, request.regime)?.hints.extension ?? '',
      ...(deadline?.extensionNoticeDue
        ? [`They must be told by *${describeDate(deadline.extensionNoticeDue)}* at the latest.`]
        : []),
    ],
    fields: () => [choice('reason', 'Why?', extensionChoices), reasons],
    decide:
      ({ values }) =>
      (request, moment) =>
        extend(
          request,
          { reason: values['reason'] ?? '', personal: inWords({ reasons: values['reasons'] }) },
          moment,
        ),
  },
  recordExtensionNotice: {
    intro: () => ['The extension counts only once the person has been told, with the reason.'],
    fields: () => [day('sent', 'Told on'), choice('proof', 'How', proofs, { initial: 'email_sent' })],
    decide:
      ({ values }) =>
      (request, moment) =>
        recordExtensionNotice(
          request,
          { sentAt: values['sent'] ?? '', proof: codeOf(proofs, values['proof']) },
          moment,
        ),
  },
  recordClientStep: {
    intro: () => [
      'The policy needs both: the client’s confirmation that it received its copy, and its written request.',
    ],
    fields: () => [choice('step', 'What happened?', clientSteps), day('on', 'When')],
    decide:
      ({ values }) =>
      (request, moment) =>
        recordClientStep(
          request,
          { step: codeOf(clientSteps, values['step']), on: values['on'] ?? '' },
          moment,
        ),
  },
  correctReceipt: {
    intro: () => [`The due date will be worked out anew. ${secondPerson}`],
    fields: () => [
      day('received', 'Really received on'),
      choice('reason', 'Why?', correctionReasons),
      reasons,
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        correctReceipt(
          request,
          {
            receivedAt: values['received'] ?? '',
            reason: codeOf(correctionReasons, values['reason']),
            personal: inWords({ reasons: values['reasons'] }),
          },
          moment,
        ),
  },
  changeRegime: {
    intro: () => [`The due date will be worked out anew. ${secondPerson}`],
    fields: (seen) => [choice('regime', 'Which law?', lawsOf(seen)), choice('reason', 'Why?', regimeReasons)],
    decide: ({ values }) => {
      const [regime = '', ...also] = (values['regime'] ?? '').split('+');
      return (request, moment) =>
        changeRegime(request, { regime, also, reason: codeOf(regimeReasons, values['reason']) }, moment);
    },
  },
  changeJurisdiction: {
    intro: () => [`Its public holidays count from then on. ${secondPerson}`],
    fields: (seen) => [
      choice('place', 'Where?', placesOf(seen)),
      choice('reason', 'Why?', jurisdictionReasons),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        changeJurisdiction(
          request,
          { jurisdiction: values['place'] ?? '', reason: codeOf(jurisdictionReasons, values['reason']) },
          moment,
        ),
  },
} satisfies Record<string, ActionForm>;
