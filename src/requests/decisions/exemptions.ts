import type { Right } from '../clock/rights.ts';
import { refusalGroundsFor } from './refusal-grounds.ts';

/** Exemptions of DPA 2018 Schedule 2 that a company like this may meet; each is applied item by item, never to the whole file. */
export type Exemption = {
  readonly id: string;
  readonly title: string;
  readonly paragraph: string;
  /** What has to be weighed or written down. */
  readonly test: string;
};

export const exemptions: readonly Exemption[] = [
  {
    id: 'third_party',
    title: 'Information about another identifiable person',
    paragraph: 'Sch 2 para 16-17',
    test: 'They agree, or it is reasonable without: weigh the kind of information, confidentiality, steps to ask, capacity, an express refusal.',
  },
  {
    id: 'privilege',
    title: 'Legal professional privilege',
    paragraph: 'Sch 2 para 19',
    test: 'Marked by a professional advisor, per item.',
  },
  {
    id: 'self_incrimination',
    title: 'Self-incrimination',
    paragraph: 'Sch 2 para 20',
    test: 'Only with advice: not for offences under data protection law itself.',
  },
  {
    id: 'corporate_finance',
    title: 'Corporate finance',
    paragraph: 'Sch 2 para 21',
    test: 'A likely effect on a price or on a decision; write down which.',
  },
  {
    id: 'management_forecasts',
    title: 'Management forecasting or planning',
    paragraph: 'Sch 2 para 22',
    test: 'Only as far as the business would be prejudiced; it ends when the plan is known.',
  },
  {
    id: 'negotiations',
    title: 'Our intentions in negotiations with the person',
    paragraph: 'Sch 2 para 23',
    test: 'Only as far as the negotiations would be prejudiced.',
  },
  {
    id: 'confidential_references',
    title: 'Confidential references',
    paragraph: 'Sch 2 para 24',
    test: 'Given or received in confidence, for employment, training, office or a service.',
  },
  {
    id: 'crime_and_tax',
    title: 'Crime and taxation',
    paragraph: 'Sch 2 para 2',
    test: 'Disclosure would be likely to prejudice prevention, detection or assessment; take advice.',
  },
  {
    id: 'legal_proceedings',
    title: 'Legal proceedings and obligations to disclose',
    paragraph: 'Sch 2 para 5',
    test: 'Necessary for proceedings, advice or legal rights.',
  },
  {
    id: 'rights_of_others_in_copy',
    title: 'Rights and freedoms of others in the copy',
    paragraph: 'UK GDPR Art 15(4), 20(4)',
    test: 'Redact rather than withhold.',
  },
];

export type PartialGround = Pick<Exemption, 'id' | 'title' | 'paragraph'>;

/** About the whole request and not an item of it, or said better by the list above. */
const notOfAPart: readonly string[] = [
  'manifestly_unfounded',
  'excessive',
  'not_identifiable',
  'exemption',
  'rights_of_others',
];

/** Why a part may be kept back: the limits of the right itself (such as invoices under Art 17(3)(b)), then Schedule 2. */
export const partialGroundsFor = (right: Right): readonly PartialGround[] => [
  ...refusalGroundsFor(right)
    .filter(({ id }) => !notOfAPart.includes(id))
    .map(({ id, title, source }) => ({ id, title, paragraph: source })),
  ...exemptions,
];
