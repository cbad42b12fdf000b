/** What people call each kind of case. */
import type { Case } from '../../requests/case/case.ts';
import type { Right } from '../../requests/case/case-events.ts';

/** What people call a case; the register's own words stay in the register. */
export const rightNames: Readonly<Record<Right, string>> = {
  access: 'Access',
  rectification: 'Rectification',
  erasure: 'Erasure',
  restriction: 'Restriction',
  objection: 'Objection',
  portability: 'Portability',
  automated_decision: 'Automated decision',
  consent_withdrawal: 'Consent withdrawal',
  direct_marketing_objection: 'Marketing opt-out',
  complaint: 'Complaint',
  client_data_deletion: 'Client leaving',
  client_information_retention: 'Client information',
};

/** The same of one case; what nobody was sure of has no name yet. */
export const rightOf = ({ right, unsureRight }: Pick<Case, 'right' | 'unsureRight'>): string =>
  unsureRight ? 'Right not named yet' : rightNames[right];
