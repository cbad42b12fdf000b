/** Actions that move the clock, protect the data, or set a case right. Most need a second person. */

import type { RestrictionGround } from '../../requests/case/case-events.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import {
  changeJurisdiction,
  changeRegime,
  correctReceipt,
  extend,
  recordExtensionNotice,
} from '../../requests/decisions/decide-clock.ts';
import {
  liftHold,
  liftRestriction,
  placeHold,
  proposeDeletion,
  recordClientStep,
  restrict,
  tellBeforeLifting,
} from '../../requests/decisions/decide-safeguards.ts';
import { isDecided } from '../../requests/decisions/guards.ts';
import { groundsOf, partialGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  day,
  type FieldChoice,
  inWords,
  none,
  personal,
  type SeenCase,
  words,
} from './case-action-row.ts';
import {
  clientSteps,
  correctionReasons,
  extensionChoices,
  holdReasons,
  jurisdictionReasons,
  proofs,
  regimeReasons,
  restrictionGrounds,
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

/** Each ground with what ends it, as the regime has it. */
const restrictionGroundsOf = ({ request, moment }: SeenCase): readonly FieldChoice[] => {
  const { restriction } = groundsOf(request, moment);
  return restrictionGrounds.map(([id, words]): FieldChoice => {
    const row = restriction.find((one) => one.id === id);
    return row === undefined ? [id, words] : [id, words, clipped(`Ends ${row.ends}`)];
  });
};

/** Where the right itself says why: nobody is asked (Art 18(1)(a) and (d)). */
const saidByRight: Readonly<Partial<Record<Right, RestrictionGround>>> = {
  rectification: 'accuracy_contested',
  objection: 'objection_pending',
};

const reasons = words('reasons', 'Reasons', {
  hint: 'So that somebody can follow this later. Sealed in the register.',
});

const secondPerson = 'A second person has to agree before it takes effect.';

/** What it comes to where no search says where something was found. */
const usuallyErased: Readonly<Partial<Record<Right, string>>> = {
  client_data_deletion: 'everything in the client’s workspace',
  client_information_retention: 'the contacts at the client, in marketing too',
  consent_withdrawal: 'what rested on this consent',
};

/** Where something was found, as it is proposed to be erased. */
const toErase = ({ request }: SeenCase): string => {
  const found = request.searches.filter(({ result }) => result === 'found');
  const names = [...new Set(found.map(({ system }) => systemNamed(system, request.places).name))];
  return names.length === 0
    ? (usuallyErased[request.right] ?? '')
    : names.map((name) => `their data in: ${name}`).join('\n');
};

/** What the register knows to be kept already: each exemption with the words it was recorded with. */
const heldBack = ({ request, moment, history }: SeenCase): string =>
  history
    .flatMap((event) => {
      if (event.type !== 'exemption_logged') return [];
      const ground = partialGroundsFor(request, moment).find(({ id }) => id === event.exemption);
      return [`${event.personal?.['reasons'] ?? ''}: ${ground?.title ?? event.exemption}`];
    })
    .join('\n');

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
  restrict: {
    intro: () => ['From now on the data is stored and not used otherwise.'],
    fields: (seen) =>
      saidByRight[seen.request.right] === undefined
        ? [choice('ground', 'Ground', restrictionGroundsOf(seen))]
        : [],
    decide:
      ({ values }) =>
      (request, moment) =>
        restrict(request, saidByRight[request.right] ?? codeOf(restrictionGrounds, values['ground']), moment),
  },
  tellBeforeLifting: {
    intro: () => ['The person is told *before* a restriction is lifted.'],
    fields: () => [day('sent', 'Told on')],
    decide:
      ({ values }) =>
      (request, moment) =>
        tellBeforeLifting(request, values['sent'] ?? '', moment),
  },
  liftRestriction: {
    intro: () => [secondPerson],
    fields: ({ request }) => (isDecided(request) ? [] : [words('reasons', 'Reasons', { optional: true })]),
    decide:
      ({ values }) =>
      (request, moment) =>
        liftRestriction(request, moment, personal({ reasons: values['reasons'] }).personal),
  },
  placeHold: {
    intro: () => ['Nothing of this person may be erased while the hold is on.'],
    fields: () => [choice('reason', 'Why?', holdReasons)],
    decide:
      ({ values }) =>
      (request, moment) =>
        placeHold(request, codeOf(holdReasons, values['reason']), moment),
  },
  liftHold: { fields: none, sure: 'The data may be erased again after this.', decide: () => liftHold },
  proposeDeletion: {
    intro: () => [
      'Erasing cannot be undone, so a second person agrees first. Nothing is deleted by this form.',
    ],
    fields: (seen) => [
      words('erase', 'What is erased', { initial: toErase(seen) }),
      words('keep', 'What is kept, and on which ground', {
        initial: heldBack(seen),
        hint: 'One line for each, such as “invoices of 2024: the tax law wants them”. Or: nothing.',
      }),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        proposeDeletion(request, inWords({ erase: values['erase'], keep: values['keep'] }), moment),
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
