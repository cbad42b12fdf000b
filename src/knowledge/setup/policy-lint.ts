/** What is doubtful in the text of a policy, for the privacy team. */
import type { NotesLaw } from '../../base/regimes.ts';
import type { Policy, Unit } from '../policy/policy.ts';

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

type LintRule = (policy: Policy, today: Date) => LintFinding | null;

/** Says of itself that it sits in the United Kingdom; a mere mention of the country is no seat. */
const UK_SEAT =
  /registered (?:company )?(?:in|under the laws of) (?:England|Scotland|Wales|Northern Ireland|the (?:UK|United Kingdom))|(?:company|charity) (?:number|no\.?|registered)[^.]{0,60}(?:England|Scotland|Wales|United Kingdom|\bUK\b)|(?:incorporated|established|based) in (?:England|Scotland|Wales|Northern Ireland|the (?:UK|United Kingdom))/iu;
const OTHER_SEAT =
  /(?:registered|incorporated|established|based) in (?:Ireland|the Netherlands|Germany|France|Spain|Italy|Belgium|Poland|Sweden|Denmark|Austria|Portugal|Finland|Luxembourg|the (?:EU|European Union))|Data Protection Commission(?:er)? (?:of|in) Ireland|\bGmbH\b|\bB\.V\./u;
const UK_LAW =
  /\bUK[- ]GDPR\b|UK General Data Protection|United Kingdom General Data Protection|GDPR as (?:it forms|retained|incorporated)|retained (?:EU law )?version of the G/iu;

/** For a controller in the United Kingdom the regime is the UK GDPR. */
const wrongRegime: LintRule = (policy) => {
  const named = first(
    policy,
    /\bEU[- ]GDPR\b|\bEU General Data Protection Regulation|Regulation \(EU\) (?:No )?2016\/679/u,
  );
  if (
    named === undefined ||
    !UK_SEAT.test(policy.file) ||
    OTHER_SEAT.test(policy.file) ||
    UK_LAW.test(policy.file)
  )
    return null;
  return {
    id: 'wrong-regime',
    message: 'names the EU regulation as the law of a company in the United Kingdom, and not the UK GDPR.',
    source: 'Data Protection Act 2018 s 3(10)',
    quote: named.text,
  };
};

const eeaOnly: LintRule = (policy) => {
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

const noComplaintHandling: LintRule = (policy) => {
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

const outOfDate: LintRule = ({ head }, today) => {
  const year = Number(/\b(?:19|20)\d{2}\b/u.exec(head.updated)?.[0] ?? Number.NaN);
  if (Number.isNaN(year) || today.getUTCFullYear() - year <= OLD_AFTER_YEARS) return null;
  return {
    id: 'out-of-date',
    message: `is dated ${head.updated}: laws and practice have changed since; read it through again.`,
    source: '{law} Art. 5(1)(a), 5(2)',
    quote: null,
  };
};

const cannotIsNoGround: LintRule = (policy) => {
  const unit = first(policy, /cannot be (?:redacted|removed|deleted|erased)/iu);
  if (unit === undefined) return null;
  return {
    id: 'difficulty-as-ground',
    message: 'gives difficulty as if it were a ground to keep personal data; the law has no such ground.',
    source: '{law} Art. 17(3)',
    quote: unit.text,
  };
};

const noPeriodForRequests: LintRule = (policy) => {
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
    source: '{law} Art. 13(2)(a)',
    quote: null,
  };
};

/** Where people may complain to the controller itself: as yet the United Kingdom alone. */
const ofTheUk: readonly LintRule[] = [wrongRegime, eeaOnly, noComplaintHandling];
const ofAll: readonly LintRule[] = [outOfDate, cannotIsNoGround, noPeriodForRequests];

/** What a privacy team should look at in a policy under this law; nothing here is ever put right by the program. */
export const lintPolicy = (policy: Policy, today: Date, law: NotesLaw): readonly LintFinding[] => {
  const gdpr = law.sharesArticles ? law.law : 'GDPR';
  return [...(law.complaintsToController !== null ? ofTheUk : []), ...ofAll]
    .flatMap((rule) => rule(policy, today) ?? [])
    .map((finding) => ({ ...finding, source: finding.source.replace('{law}', gdpr) }));
};
