/** Gestures that move the clock, protect the data, or set a case right. Most need a second person. */
import { describeDate } from '../../requests/clock/calendar-date.ts';
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
import {
  clientSteps,
  correctionReasons,
  extensionChoices,
  holdReasons,
  jurisdictionReasons,
  proofs,
  regimeChoices,
  regimeReasons,
  restrictionGrounds,
} from './case-choices.ts';
import {
  type ActionForm,
  choice,
  codeOf,
  day,
  type FieldChoice,
  inWords,
  none,
  personal,
  type SeenCase,
  words,
} from './gesture-row.ts';

const nations: readonly FieldChoice[] = [
  ['england-and-wales', 'England and Wales'],
  ['scotland', 'Scotland'],
  ['northern-ireland', 'Northern Ireland'],
];

/** Under the EU GDPR the holidays of the Member State count that the answer is sent from. */
const memberStates: readonly FieldChoice[] = [
  ['austria', 'Austria'],
  ['belgium', 'Belgium'],
  ['bulgaria', 'Bulgaria'],
  ['croatia', 'Croatia'],
  ['cyprus', 'Cyprus'],
  ['czechia', 'Czechia'],
  ['denmark', 'Denmark'],
  ['estonia', 'Estonia'],
  ['finland', 'Finland'],
  ['france', 'France'],
  ['germany', 'Germany'],
  ['greece', 'Greece'],
  ['hungary', 'Hungary'],
  ['ireland', 'Ireland'],
  ['italy', 'Italy'],
  ['latvia', 'Latvia'],
  ['lithuania', 'Lithuania'],
  ['luxembourg', 'Luxembourg'],
  ['malta', 'Malta'],
  ['netherlands', 'Netherlands'],
  ['poland', 'Poland'],
  ['portugal', 'Portugal'],
  ['romania', 'Romania'],
  ['slovakia', 'Slovakia'],
  ['slovenia', 'Slovenia'],
  ['spain', 'Spain'],
  ['sweden', 'Sweden'],
];

const placesOf = ({ request }: SeenCase): readonly FieldChoice[] =>
  request.regime === 'eu' ? [...memberStates, ...nations] : nations;

const reasons = words('reasons', 'Reasons', {
  hint: 'So that somebody can follow this later. Sealed in the register.',
});

const secondPerson = 'A second person has to agree before it takes effect.';

export const clockRows = {
  extend: {
    intro: ({ deadline }) => [
      'By two months at most, once, for complexity or number alone (Art 12A(3)). A second person agrees; then *the person must be told*.',
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
    intro: () => ['From now on the data is stored and not used otherwise (Art 18).'],
    fields: () => [choice('ground', 'Ground', restrictionGrounds)],
    decide:
      ({ values }) =>
      (request, moment) =>
        restrict(request, codeOf(restrictionGrounds, values['ground']), moment),
  },
  tellBeforeLifting: {
    intro: () => ['The person is told *before* a restriction is lifted (Art 18(3)).'],
    fields: () => [day('sent', 'Told on')],
    decide:
      ({ values }) =>
      (request, moment) =>
        tellBeforeLifting(request, values['sent'] ?? '', moment),
  },
  liftRestriction: {
    intro: () => [secondPerson],
    fields: () => [words('reasons', 'Reasons', { optional: true })],
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
    fields: () => [words('reasons', 'What will be deleted, and what is kept and why', { optional: true })],
    decide:
      ({ values }) =>
      (request, moment) =>
        proposeDeletion(request, moment, personal({ reasons: values['reasons'] }).personal),
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
    fields: () => [choice('regime', 'Which law?', regimeChoices), choice('reason', 'Why?', regimeReasons)],
    decide:
      ({ values }) =>
      (request, moment) =>
        changeRegime(
          request,
          {
            regime: codeOf(regimeChoices, values['regime']),
            reason: codeOf(regimeReasons, values['reason']),
          },
          moment,
        ),
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
