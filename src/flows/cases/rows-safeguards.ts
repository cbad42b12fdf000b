/** Actions that protect the data: restriction, legal hold, and what is proposed before anything is erased. */
import type { RestrictionGround } from '../../requests/case/case-events.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { whereFound } from '../../requests/decisions/decide-outcome.ts';
import {
  liftHold,
  liftRestriction,
  placeHold,
  proposeDeletion,
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
  type FieldChoice,
  inWords,
  none,
  oneDay,
  personal,
  type SeenCase,
  secondPerson,
  words,
} from './case-action-row.ts';
import { holdReasons, restrictionGrounds } from './case-choices.ts';

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

/** What it comes to where no search says where something was found. */
const usuallyErased: Readonly<Partial<Record<Right, string>>> = {
  client_data_deletion: 'everything in the client’s workspace',
  client_information_retention: 'the contacts at the client, in marketing too',
  consent_withdrawal: 'what rested on this consent',
};

/** Where something was found, as it is proposed to be erased. */
const toErase = ({ request }: SeenCase): string => {
  const names = [...new Set(whereFound(request).map((system) => systemNamed(system, request.places).name))];
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

export const safeguardRows = {
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
    ...oneDay('sent', 'Told on', tellBeforeLifting),
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
} satisfies Record<string, ActionForm>;
