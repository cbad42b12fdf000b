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

/** How letters speak of a right: "you are asking for …", the article, and what happens with it next. */
export type RightWording = {
  readonly name: string;
  /** `{law}` is the UK GDPR or the GDPR. */
  readonly article: string;
  /** Where the EU has no such article. */
  readonly articleEu?: string;
  readonly nextSteps: readonly string[];
  readonly meanwhile?: string;
};

const search = 'The teams that may hold your data search for it.';
const second = 'A second person checks our answer before it goes to you.';
const reply = 'We write to you with the result and tell you what you can do if you disagree.';

export const rightWordings: Readonly<Record<Right, RightWording>> = {
  access: {
    name: 'a copy of your personal data (right of access)',
    article: 'Article 15 of the {law}',
    nextSteps: [search, 'We take out what concerns other people.', second, reply],
    meanwhile: 'nothing of what you ask for is deleted.',
  },
  rectification: {
    name: 'the correction of your personal data (right to rectification)',
    article: 'Article 16 of the {law}',
    nextSteps: ['We compare our records with what you tell us.', second, reply],
    meanwhile: 'we restrict the use of the data in question until we have checked it.',
  },
  erasure: {
    name: 'the erasure of your personal data (right to erasure)',
    article: 'Article 17 of the {law}',
    nextSteps: [search, 'We decide for each part whether the law obliges us to keep it.', second, reply],
  },
  restriction: {
    name: 'a restriction on the use of your personal data (right to restriction)',
    article: 'Article 18 of the {law}',
    nextSteps: ['We mark the data and stop using it where the law asks for that.', second, reply],
  },
  objection: {
    name: 'an end to a use of your personal data (right to object)',
    article: 'Article 21(1) of the {law}',
    nextSteps: ['Somebody who did not design this use weighs your reasons against ours.', second, reply],
    meanwhile: 'we restrict the use that you object to until we have decided.',
  },
  portability: {
    name: 'your personal data in a form that you can take elsewhere (right to data portability)',
    article: 'Article 20 of the {law}',
    nextSteps: [
      'We put together the data that you gave us.',
      'We take out what concerns other people.',
      second,
      reply,
    ],
    meanwhile: 'nothing of what you ask for is deleted.',
  },
  automated_decision: {
    name: 'a fresh look by a person at a decision that was taken by automated means',
    article: 'Articles 22A to 22D of the {law}',
    articleEu: 'Article 22(3) of the {law}',
    nextSteps: [
      'Somebody who may change the decision looks at it and at what you tell us.',
      'We tell you how the decision came about.',
      second,
      reply,
    ],
    meanwhile: 'we let nothing further follow from the decision.',
  },
  consent_withdrawal: {
    name: 'the withdrawal of your consent',
    article: 'Article 7(3) of the {law}',
    nextSteps: ['We stop what rests on your consent.', 'We confirm to you what has stopped.'],
  },
  direct_marketing_objection: {
    name: 'an end to marketing (right to object to direct marketing)',
    article: 'Article 21(2) and (3) of the {law}',
    nextSteps: ['We take you off every marketing list.', 'We confirm to you what has stopped.'],
  },
  complaint: {
    name: 'your complaint about how we use your personal data',
    article: 'section 164A of the Data Protection Act 2018',
    articleEu: 'our complaints procedure',
    nextSteps: [
      'Somebody who was not involved reads your complaint and asks those who know.',
      'We tell you what we found, why, and what we do about it.',
    ],
  },
  client_data_deletion: {
    name: 'the return and deletion of your data as our client',
    article: 'our privacy policy and your agreement with us',
    nextSteps: ['We prepare a copy.', 'After your two confirmations we delete and certify it.'],
  },
  client_information_retention: {
    name: 'the deletion of client information after the end of the agreement',
    article: 'our privacy policy',
    nextSteps: ['We delete what is no longer needed and certify it.'],
  },
};

/** The article as a letter under this regime names it. */
export const articleOf = (right: Right, regime: string): string => {
  const { article, articleEu } = rightWordings[right];
  return (regime === 'eu' ? (articleEu ?? article) : article).replace(
    '{law}',
    regime === 'uk' ? 'UK GDPR' : 'GDPR',
  );
};

/** The right that a letter names, by its wording; undefined when the words are a person's own. */
export const rightNamed = (name: string | undefined): Right | undefined =>
  rights.find((right) => rightWordings[right].name === name);
