/** What the intake form offers to choose from, in the words of people who ring up. */
import type { ArrivalChannel, Right } from '../../requests/case/case-events.ts';
import { shortened } from '../blocks.ts';
import { inOneBreath } from './case-words.ts';
import type { IntakeCompany, IntakeStart } from './intake-place.ts';

/** In the words of people who ring up; the order is how often they come. */
export const rightOptions: readonly (readonly [Right, string, string])[] = [
  ['access', 'Access', 'Wants to know, see or have a copy of what we hold'],
  ['erasure', 'Erasure', 'Wants to be deleted or forgotten'],
  ['direct_marketing_objection', 'Marketing opt-out', 'Wants no more marketing from us'],
  ['rectification', 'Rectification', 'Something we hold is wrong or incomplete'],
  ['consent_withdrawal', 'Consent withdrawal', 'Said yes once and takes it back'],
  ['objection', 'Objection', 'Does not want us to use the data in some way, or contests a decision'],
  ['restriction', 'Restriction', 'Wants us to keep it but stop using it'],
  ['portability', 'Portability', 'Wants the data in a file, or moved to somebody else'],
  ['complaint', 'Complaint', 'Is unhappy with how we used their data'],
  [
    'client_data_deletion',
    'Client leaving',
    'A client ends the agreement and wants its data back or deleted',
  ],
];

const notSure = ['unsure', 'Not sure', 'The privacy team reads their words and names the right'] as const;

export const channelOptions: readonly (readonly [ArrivalChannel, string])[] = [
  ['phone', 'Phone call'],
  ['email', 'E-mail'],
  ['in_person', 'In person'],
  ['chat', 'Support chat or ticket'],
  ['slack', 'Slack message'],
  ['letter', 'Letter'],
  ['web_form', 'Form on our website'],
  ['social_media', 'Social media'],
  ['other', 'Another way'],
];

const article = (word: string): string => `${/^[aeio]/iu.test(word) ? 'an' : 'a'} ${word}`;

/** "A patient, a carer or a visitor": the first three of the company's own words. */
export const peopleWords = ({ people, neutral }: IntakeCompany): string => {
  const named = people.slice(0, 3).map(article);
  if (neutral || named.length === 0) return 'Somebody from outside';
  const all = inOneBreath(named, 'or');
  return shortened(`${all.charAt(0).toUpperCase()}${all.slice(1)}`, 75);
};

export const peopleOptions = (
  company: IntakeCompany,
): readonly (readonly ['customer' | 'staff_or_applicant' | 'client', string])[] => [
  ['customer', peopleWords(company)],
  ['staff_or_applicant', 'Somebody who works or applied here'],
  ...(company.clients ? ([['client', 'A client company']] as const) : []),
];

/** Slack shows ten boxes: whoever is not sure is not offered a client's end as well. */
export const offered = ({
  company: { clients },
  unsure,
}: Pick<IntakeStart, 'company' | 'unsure'>): readonly (readonly [Right | 'unsure', string, string])[] => {
  const persons = rightOptions.filter(([right]) => right !== 'client_data_deletion');
  return clients && !unsure ? rightOptions : [notSure, ...persons];
};
