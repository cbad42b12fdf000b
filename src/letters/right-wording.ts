/** How letters speak of each right. */
import type { Right } from '../requests/case/case-events.ts';

/** Every right a letter may be about. */
export const rights: readonly [Right, ...Right[]] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'automated_decision',
  'consent_withdrawal',
  'direct_marketing_objection',
  'complaint',
  'client_data_deletion',
  'client_information_retention',
];

/** How letters speak of a right: "you are asking for …", and what happens with it next. */
export type RightWording = {
  readonly name: string;
  readonly nextSteps: readonly string[];
  /** Said only where the record bears it: a deletion that is suspended, a restriction. */
  readonly meanwhile?: string;
  readonly bears?: 'deletionSuspended' | 'restricted';
};

const search = 'The teams that may hold your data search for it.';
const second = 'A second person checks our answer before it goes to you.';
const reply = 'We write to you with the result and tell you what you can do if you disagree.';

export const rightWordings: Readonly<Record<Right, RightWording>> = {
  access: {
    name: 'a copy of your personal data (right of access)',
    nextSteps: [search, 'We take out what concerns other people.', second, reply],
    meanwhile: 'nothing of what you ask for is deleted.',
    bears: 'deletionSuspended',
  },
  rectification: {
    name: 'the correction of your personal data (right to rectification)',
    nextSteps: ['We compare our records with what you tell us.', second, reply],
    meanwhile: 'the use of the data in question is restricted until we have checked it.',
    bears: 'restricted',
  },
  erasure: {
    name: 'the erasure of your personal data (right to erasure)',
    nextSteps: [search, 'We decide for each part whether the law obliges us to keep it.', second, reply],
  },
  restriction: {
    name: 'a restriction on the use of your personal data (right to restriction)',
    nextSteps: ['We mark the data and stop using it where the law asks for that.', second, reply],
  },
  objection: {
    name: 'an end to a use of your personal data (right to object)',
    nextSteps: ['Somebody who did not design this use weighs your reasons against ours.', second, reply],
    meanwhile: 'the use that you object to is restricted until we have decided.',
    bears: 'restricted',
  },
  portability: {
    name: 'your personal data in a form that you can take elsewhere (right to data portability)',
    nextSteps: [
      'We put together the data that you gave us.',
      'We take out what concerns other people.',
      second,
      reply,
    ],
    meanwhile: 'nothing of what you ask for is deleted.',
    bears: 'deletionSuspended',
  },
  automated_decision: {
    name: 'a fresh look by a person at a decision that was taken by automated means',
    nextSteps: [
      'Somebody who may change the decision looks at it and at what you tell us.',
      'We tell you how the decision came about.',
      second,
      reply,
    ],
    meanwhile: 'the data behind the decision is restricted, so that nothing further follows from it.',
    bears: 'restricted',
  },
  consent_withdrawal: {
    name: 'the withdrawal of your consent',
    nextSteps: ['We stop what rests on your consent.', 'We confirm to you what has stopped.'],
  },
  direct_marketing_objection: {
    name: 'an end to marketing (right to object to direct marketing)',
    nextSteps: ['We take you off every marketing list.', 'We confirm to you what has stopped.'],
  },
  complaint: {
    name: 'your complaint about how we use your personal data',
    nextSteps: [
      'Somebody who was not involved reads your complaint and asks those who know.',
      'We tell you what we found, why, and what we do about it.',
    ],
  },
  client_data_deletion: {
    name: 'the return and deletion of your data as our client',
    nextSteps: ['We prepare a copy.', 'After your two confirmations we delete and certify it.'],
  },
  client_information_retention: {
    name: 'the deletion of client information after the end of the agreement',
    nextSteps: ['We delete what is no longer needed and certify it.'],
  },
};

/** The right that a letter names, by its wording; undefined when the words are a person's own. */
export const rightNamed = (name: string | undefined): Right | undefined =>
  rights.find((right) => rightWordings[right].name === name);
