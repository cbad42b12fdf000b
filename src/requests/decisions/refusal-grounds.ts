/** Grounds on which a right may be refused, wholly or in part, as the law lists them. "We are busy" is not among them. */
import type { Right } from '../clock/rights.ts';

export type RefusalGround = { readonly id: string; readonly title: string; readonly source: string };

const grounds = {
  manifestly_unfounded: {
    title: 'Manifestly unfounded: a high bar, and the burden is ours',
    source: 'UK GDPR Art 12(5)',
  },
  excessive: { title: 'Excessive, in particular repetitive', source: 'UK GDPR Art 12(5)' },
  not_identifiable: {
    title: 'We cannot identify the person, and have shown why',
    source: 'UK GDPR Art 12(2), 11(2)',
  },
  exemption: { title: 'A recorded exemption covers everything asked for', source: 'DPA 2018 Sch 2' },
  rights_of_others: { title: 'It would harm the rights of others', source: 'UK GDPR Art 15(4), 20(4)' },
  accurate: {
    title: 'The data is accurate, or is a correct record of an opinion or a past mistake',
    source: 'UK GDPR Art 16',
  },
  still_needed: { title: 'None of the conditions for erasure is met', source: 'UK GDPR Art 17(1)' },
  legal_obligation: { title: 'We must keep it by law, for example for tax', source: 'UK GDPR Art 17(3)(b)' },
  legal_claims: {
    title: 'Needed to establish, exercise or defend legal claims',
    source: 'UK GDPR Art 17(3)(e), 21(1)',
  },
  expression: { title: 'Freedom of expression and information', source: 'UK GDPR Art 17(3)(a)' },
  public_interest: {
    title: 'Public interest, archiving or research',
    source: 'UK GDPR Art 17(3)(c)-(d), 21(6)',
  },
  no_restriction_ground: {
    title: 'None of the conditions for restriction is met',
    source: 'UK GDPR Art 18(1)',
  },
  compelling_grounds: {
    title: 'Compelling legitimate grounds, balanced in writing',
    source: 'UK GDPR Art 21(1)',
  },
  other_basis: {
    title: 'Not processed on consent or contract, or not by automated means',
    source: 'UK GDPR Art 20(1)',
  },
} as const;

export type GroundId = keyof typeof grounds;

const always: readonly GroundId[] = ['manifestly_unfounded', 'excessive', 'not_identifiable'];

const byRight: Readonly<Record<Right, readonly GroundId[]>> = {
  access: [...always, 'exemption', 'rights_of_others'],
  rectification: [...always, 'exemption', 'accurate'],
  erasure: [
    ...always,
    'still_needed',
    'legal_obligation',
    'legal_claims',
    'expression',
    'public_interest',
    'exemption',
  ],
  restriction: [...always, 'no_restriction_ground', 'exemption'],
  objection: [...always, 'compelling_grounds', 'legal_claims', 'public_interest', 'exemption'],
  portability: [...always, 'other_basis', 'rights_of_others', 'exemption'],
  consent_withdrawal: [],
  direct_marketing_objection: [],
  complaint: [],
  client_data_deletion: [],
  client_information_retention: [],
};

/** Empty where a refusal does not exist. */
export const refusalGroundsFor = (right: Right): readonly RefusalGround[] =>
  byRight[right].map((id) => ({ id, ...grounds[id] }));
