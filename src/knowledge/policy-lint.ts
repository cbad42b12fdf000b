import type { Policy, Unit } from './policy.ts';

export type LintFinding = {
  readonly id: string;
  readonly message: string;
  readonly source: string;
  /** The words that the finding is about, verbatim; null when something is missing. */
  readonly quote: string | null;
};

const UK_COMPANY = /registered in (?:England|Scotland|Wales|Northern Ireland)|United Kingdom|\bUK\b/u;
const OLD_AFTER_YEARS = 2;

const wholeUnits = ({ units }: Policy): readonly Unit[] => units.filter(({ within }) => within === null);

const first = (policy: Policy, ...patterns: readonly RegExp[]): Unit | undefined =>
  wholeUnits(policy).find(({ text }) => patterns.every((pattern) => pattern.test(text)));

type Rule = (policy: Policy, today: Date) => LintFinding | null;

/** For a controller in the United Kingdom the regime is the UK GDPR. */
const wrongRegime: Rule = (policy) => {
  const named = first(policy, /\bGDPR\b|General Data Protection Regulation/u);
  if (named === undefined || !UK_COMPANY.test(policy.file) || /\bUK GDPR\b/u.test(policy.file)) return null;
  return {
    id: 'wrong-regime',
    message: 'names the EU regulation as the law of a company in the United Kingdom, and not the UK GDPR.',
    source: 'Data Protection Act 2018 s 3(10)',
    quote: named.text,
  };
};

const eeaOnly: Rule = (policy) => {
  const limit = first(policy, /outside the (?:European Economic Area|EEA)/iu);
  if (limit === undefined || !UK_COMPANY.test(policy.file) || UK_COMPANY.test(limit.text)) return null;
  return {
    id: 'eea-limit',
    message:
      'limits transfers by the EEA alone, though for a controller in the United Kingdom every other country is abroad.',
    source: 'UK GDPR Art. 44A, 45A',
    quote: limit.text,
  };
};

const noComplaintHandling: Rule = (policy) => {
  if (!UK_COMPANY.test(policy.file)) return null;
  if (first(policy, /complain/iu, /acknowledg|30 days|thirty days|complaints? form/iu) !== undefined)
    return null;
  return {
    id: 'no-complaint-procedure',
    message:
      'has no paragraph on how a complaint is handled: how to make one, and that it is acknowledged within 30 days.',
    source: 'Data Protection Act 2018 s 164A',
    quote: first(policy, /\bcomplain/iu)?.text ?? null,
  };
};

const outOfDate: Rule = ({ head }, today) => {
  const year = Number(/\b(?:19|20)\d{2}\b/u.exec(head.updated)?.[0] ?? Number.NaN);
  if (Number.isNaN(year) || today.getUTCFullYear() - year <= OLD_AFTER_YEARS) return null;
  return {
    id: 'out-of-date',
    message: `is dated ${head.updated}: laws and practice have changed since; read it through again.`,
    source: 'UK GDPR Art. 5(1)(a), 5(2)',
    quote: null,
  };
};

const cannotIsNoGround: Rule = (policy) => {
  const unit = first(policy, /cannot be (?:redacted|removed|deleted|erased)/iu);
  if (unit === undefined) return null;
  return {
    id: 'difficulty-as-ground',
    message: 'gives difficulty as if it were a ground to keep personal data; the law has no such ground.',
    source: 'UK GDPR Art. 17(3)',
    quote: unit.text,
  };
};

const noPeriodForRequests: Rule = (policy) => {
  const period = /\b(?:day|week|month|year)s?\b/iu;
  const stated = first(
    policy,
    /\brequests?\b/iu,
    /\b(?:kept|keep|retain|record)/iu,
    /\brights?\b|exercis/iu,
    period,
  );
  if (stated !== undefined) return null;
  return {
    id: 'no-period-for-request-records',
    message: 'does not say for how long the record of a rights request itself is kept.',
    source: 'UK GDPR Art. 13(2)(a)',
    quote: null,
  };
};

const rules: readonly Rule[] = [
  wrongRegime,
  eeaOnly,
  noComplaintHandling,
  outOfDate,
  cannotIsNoGround,
  noPeriodForRequests,
];

/** What a privacy team should look at in a policy; nothing here is ever put right by the program. */
export const lintPolicy = (policy: Policy, today: Date): readonly LintFinding[] =>
  rules.flatMap((rule) => rule(policy, today) ?? []);

export type Coverage = {
  readonly article: string;
  readonly what: string;
  /** Where the policy speaks of it, verbatim; null when it seems not to. */
  readonly quote: string | null;
};

const ELEMENTS: readonly (readonly [article: string, what: string, pattern: RegExp])[] = [
  ['13(1)(a)', 'who the controller is', /controller/iu],
  ['13(1)(a)', 'how to reach the controller', /[\w.+-]+@[\w-]+\.\w+|contact us/iu],
  ['13(1)(b)', 'the data protection officer, where there is one', /data protection officer|\bDPO\b/iu],
  [
    '13(1)(c)',
    'the purposes',
    /\b(?:use|process) (?:your|the|this)?\s?(?:personal )?(?:information|data)\b.*\b(?:for|to)\b/iu,
  ],
  [
    '13(1)(c)',
    'the lawful basis',
    /legitimate interest|lawful basis|legal basis|legal obligation|performance of (?:a|the) contract/iu,
  ],
  ['13(1)(d)', 'the legitimate interests pursued', /legitimate interests?.{0,12} (?:include|are|is)\b/iu],
  ['13(1)(e)', 'the recipients', /\b(?:share|provide|disclose|pass)\b.*\b(?:information|data)\b/iu],
  ['13(1)(f)', 'transfers abroad', /outside the|transfer.*\b(?:countr|abroad|overseas)/iu],
  [
    '13(1)(f)',
    'the safeguard of a transfer and where to get a copy',
    /adequacy|standard contractual|binding corporate|transfer agreement/iu,
  ],
  [
    '13(2)(a)',
    'how long data is kept',
    /\b(?:keep|kept|retain)\b.*\b(?:as long as|years?|months?|days?)\b/iu,
  ],
  [
    '13(2)(b)',
    'access, rectification, erasure, restriction, objection, portability',
    /\berase\b|\berasure\b|delete your/iu,
  ],
  ['13(2)(c)', 'that consent may be withdrawn', /withdraw/iu],
  [
    '13(2)(d)',
    'the complaint to the supervisory authority',
    /Information Commission|supervisory authority|\bICO\b/iu,
  ],
  [
    '13(2)(e)',
    'whether data has to be given, and what follows if it is not',
    /(?:required|obliged|have) to (?:give|provide)|if you do not (?:give|provide)/iu,
  ],
  ['13(2)(f)', 'automated decisions', /automated (?:decision|individual)|profiling/iu],
  ['14(1)(d)', 'the kinds of data', /information we collect|kinds? of (?:data|information)|categories of/iu],
  [
    '14(2)(f)',
    'where data comes from, if not from the person',
    /from (?:a )?third part|from other (?:sources|organisations|companies)|publicly available/iu,
  ],
];

/** UK GDPR Articles 13 and 14, item by item: what the text seems to cover. A hint for people, no legal opinion. */
export const coverageOf = (policy: Policy): readonly Coverage[] =>
  ELEMENTS.map(([article, what, pattern]) => ({
    article,
    what,
    quote: first(policy, pattern)?.text ?? null,
  }));
