/** Which clock runs: one month, 30 days to acknowledge, none (effective on receipt), or our policy's year. */
type ClockKind = 'month' | 'acknowledgement' | 'none' | 'policy-year';

/** What the law (or, for the last two, the privacy policy) says about one kind of request. */
export type RightRule = {
  readonly label: string;
  readonly articles: string;
  readonly clock: ClockKind;
  /** UK GDPR Art 12A(3): may be extended by two months. */
  readonly extension: boolean;
  /** UK GDPR Art 12A(5): a question stops the UK clock. */
  readonly pause: boolean;
  /** False where identity or a fee is never a reason to wait. */
  readonly identity: boolean;
  /** House target to act, in working days after receipt; not the law. */
  readonly actWithin: number | undefined;
  /** What has to be done at once, whatever the clock says. */
  readonly meanwhile: string | undefined;
};

const month = {
  clock: 'month',
  extension: true,
  pause: false,
  identity: true,
  actWithin: undefined,
  meanwhile: undefined,
} as const;

const other = {
  extension: false,
  pause: false,
  identity: false,
  actWithin: undefined,
  meanwhile: undefined,
} as const;

/** Every kind of request that has a clock here, by the name used in cases and on the command line. */
export const rights = {
  access: { ...month, label: 'Access', articles: 'Art 15', pause: true },
  rectification: {
    ...month,
    label: 'Rectification',
    articles: 'Art 16',
    meanwhile: 'Restrict the data while accuracy is checked (Art 18(1)(a))',
  },
  erasure: { ...month, label: 'Erasure', articles: 'Art 17' },
  restriction: { ...month, label: 'Restriction', articles: 'Art 18', meanwhile: 'Apply the restriction' },
  objection: {
    ...month,
    label: 'Objection',
    articles: 'Art 21(1)',
    meanwhile: 'Restrict the data while the objection is decided (Art 18(1)(d))',
  },
  portability: { ...month, label: 'Portability', articles: 'Art 20' },
  direct_marketing_objection: {
    ...month,
    label: 'Objection to direct marketing',
    articles: 'Art 21(2)-(3)',
    identity: false,
    actWithin: 2,
  },
  consent_withdrawal: {
    ...other,
    clock: 'none',
    label: 'Withdrawal of consent',
    articles: 'Art 7(3)',
    actWithin: 1,
  },
  complaint: { ...other, clock: 'acknowledgement', label: 'Complaint', articles: 'DPA 2018 s 164A' },
  client_data_deletion: {
    ...other,
    clock: 'policy-year',
    label: 'Deletion of Client Data',
    articles: 'privacy policy, "How long is your information kept for?"',
  },
  client_information_retention: {
    ...other,
    clock: 'policy-year',
    label: 'Client information after termination',
    articles: 'privacy policy, "How long is your information kept for?"',
  },
} as const satisfies Record<string, RightRule>;

export type Right = keyof typeof rights;

export const isRight = (name: string): name is Right => Object.hasOwn(rights, name);

/** The rule of one right. */
export const ruleOf = (right: Right): RightRule => rights[right];
