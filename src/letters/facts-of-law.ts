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
};

/** "one month", "30 days". */
export const lengthInWords = ({ unit, count }: Length): string =>
  count === 1 ? `one ${unit.slice(0, -1)}` : `${count} ${unit}`;

/** What the regime does not know stays blank; whoever we cannot name stays a gap inside the sentence. */
export const factsOfLaw = (occasion: LawOccasion): LetterFacts => {
  const { remedies, authorities, letters } = occasion.regime.grounds;
  const row = authorities[occasion.jurisdiction] ?? authorities['default'];
  const regulator = occasion.stated ?? (row === undefined ? undefined : regulatorOf(row));
  const known: Readonly<Record<string, string>> = {
    company: occasion.company ?? gap(labelOf('company')),
    contact: occasion.contact ?? gap(labelOf('contact')),
    regulatorName: regulator?.name ?? gap(labelOf('regulatorName')),
    regulatorContact: regulator?.contact ?? gap(labelOf('regulatorContact')),
  };
  const written = remedies.map(({ to, letter }) => ({
    to,
    text: letter.replace(/\{(\w+)\}/g, (mark, name: string) => known[name] ?? mark),
  }));
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
    copiesLaw: letters.copies ?? '',
  };
};
