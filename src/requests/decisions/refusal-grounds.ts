/** Grounds on which a right may be refused, wholly or in part, as the case's regime lists them. "We are busy" is not among them. */
import type { Case } from '../case/case.ts';
import { regimeOf } from '../clock/holidays.ts';
import type { Ground, Grounds, RefusalGround } from '../clock/regime.ts';
import type { Moment } from './decision.ts';

type GroundLists = Omit<Grounds, 'letters'>;

const none: GroundLists = {
  refusal: [],
  exemptions: [],
  restriction: [],
  objection: [],
  remedies: [],
  authorities: {},
  national: {},
};

type Under = Pick<Case, 'regime' | 'right'>;

/** Everything the regime of a case lists; empty for a regime that the data no longer knows. */
export const groundsOf = (request: Pick<Case, 'regime'>, { law }: Pick<Moment, 'law'>): GroundLists =>
  regimeOf(law, request.regime)?.grounds ?? none;

/** Empty where a refusal does not exist. */
export const refusalGroundsFor = (request: Under, moment: Pick<Moment, 'law'>): readonly RefusalGround[] =>
  groundsOf(request, moment).refusal.filter(({ rights }) => rights.includes(request.right));

/** Why a part may be kept back: the limits of the right itself (such as invoices), then the exemptions. */
export const partialGroundsFor = (request: Under, moment: Pick<Moment, 'law'>): readonly Ground[] => [
  ...refusalGroundsFor(request, moment).filter(({ whole }) => !whole),
  ...groundsOf(request, moment).exemptions,
];
