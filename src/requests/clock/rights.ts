/** Every kind of request that has a clock, by the name used in cases and on the command line; what the law says of each stands in the regimes. */
export const rights = {
  access: { label: 'Access' },
  rectification: { label: 'Rectification' },
  erasure: { label: 'Erasure' },
  restriction: { label: 'Restriction' },
  objection: { label: 'Objection' },
  portability: { label: 'Portability' },
  automated_decision: { label: 'Contesting an automated decision' },
  direct_marketing_objection: { label: 'Objection to direct marketing' },
  consent_withdrawal: { label: 'Withdrawal of consent' },
  complaint: { label: 'Complaint' },
  client_data_deletion: { label: 'Deletion of Client Data' },
  client_information_retention: { label: 'Client information after termination' },
} as const satisfies Record<string, { readonly label: string }>;

export type Right = keyof typeof rights;

export const allRights: readonly Right[] = Object.keys(rights).filter(
  (name): name is Right => name in rights,
);

export const isRight = (name: string): name is Right => Object.hasOwn(rights, name);

/** As people read it: "Access". */
export const labelOf = (right: Right): string => rights[right].label;
