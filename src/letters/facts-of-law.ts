/** What the law of a case tells its letters: the name of the law, its articles, where to turn, and whom. */
import type { Authority, Length, RegimeData } from '../requests/clock/regime.ts';
import type { Right } from '../requests/clock/rights.ts';
import { type LetterFacts, labelOf } from './fact-fields.ts';
import { gap } from './gap.ts';

/** An authority as letters name it and tell how to reach it. */
export type Regulator = { readonly name: string; readonly contact: string };

/** Web, phone and post, as far as they are known. */
const regulatorOf = ({ name, web, phone, post }: Authority): Regulator => ({
  name,
  contact: [web, phone, post].filter((way) => way !== undefined).join(', '),
});

export type LawOccasion = {
  readonly regime: RegimeData;
  /** The place of the case, by which the authority is found. */
  readonly jurisdiction: string;
  readonly right: Right;
  readonly period: Length;
  /** The authority that the company has named for this regime; it goes before that of the data. */
  readonly stated: Regulator | undefined;
  readonly company: string | null;
  readonly contact: string | null;
  /** Further regimes that the case runs under: where to turn there is told as well. */
  readonly also?: readonly { readonly regime: RegimeData; readonly jurisdiction: string }[];
};

type Written = { readonly to: 'us' | 'authority' | 'court'; readonly text: string };

const authorityOf = (
  { grounds }: RegimeData,
  jurisdiction: string,
  stated: Regulator | undefined,
): Regulator | undefined => {
  const row = grounds.authorities[jurisdiction] ?? grounds.authorities['default'];
  return stated ?? (row === undefined ? undefined : regulatorOf(row));
};

/** The regime's sentences on where to turn, filled in; whoever we cannot name stays a gap inside the sentence. */
const remediesOf = (
  { grounds }: RegimeData,
  regulator: Regulator | undefined,
  { company, contact }: Pick<LawOccasion, 'company' | 'contact'>,
): readonly Written[] => {
  const known: Readonly<Record<string, string>> = {
    company: company ?? gap(labelOf('company')),
    contact: contact ?? gap(labelOf('contact')),
    regulatorName: regulator?.name ?? gap(labelOf('regulatorName')),
    regulatorContact: regulator?.contact ?? gap(labelOf('regulatorContact')),
  };
  return grounds.remedies.map(({ to, letter }) => ({
    to,
    text: letter.replace(/\{(\w+)\}/g, (mark, name: string) => known[name] ?? mark),
  }));
};

/** "one month", "30 days". */
export const lengthInWords = ({ unit, count }: Length): string =>
  count === 1 ? `one ${unit.slice(0, -1)}` : `${count} ${unit}`;

/** What the regime does not know stays blank. Under several regimes each one's authority and court are named, and we ourselves once. */
export const factsOfLaw = (occasion: LawOccasion): LetterFacts => {
  const { regime, jurisdiction, stated, also = [] } = occasion;
  const { letters } = regime.grounds;
  const regulator = authorityOf(regime, jurisdiction, stated);
  const further = also.flatMap((one) =>
    remediesOf(one.regime, authorityOf(one.regime, one.jurisdiction, undefined), occasion),
  );
  const own = remediesOf(regime, regulator, occasion);
  const toUs = own.some(({ to }) => to === 'us');
  const written = [...own, ...further.filter(({ to }) => to !== 'us' || !toUs)];
  return {
    rightArticle: letters.articles[occasion.right],
    lawName: letters.law,
    regulatorName: regulator?.name,
    regulatorContact: regulator?.contact,
    remedies: written.map(({ text }) => text),
    remediesBeyondUs: written.filter(({ to }) => to !== 'us').map(({ text }) => text),
    lawPeriod: lengthInWords(occasion.period),
    extensionRule: letters.extension,
    pauseLaw: letters.pause ?? '',
    feeRule: letters.fee ?? '',
    feeTerms: letters.feeTerms ?? '',
    feeBegins: letters.feeBegins,
    copiesLaw: letters.copies ?? '',
  };
};
