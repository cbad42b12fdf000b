import { z } from 'zod';
import type { Answer } from '../src/knowledge/answer/answer.ts';

export const itemSchema = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(['answerable', 'silent', 'out_of_scope', 'hostile']),
  gold: z.array(z.string()).default([]),
  also_ok: z.array(z.string()).default([]),
  must_mention: z.array(z.string()).default([]),
  must_not_mention: z.array(z.string()).default([]),
  style: z.string().default('plain'),
  /** The honest verdict on a yes/no question. */
  yes_no: z
    .enum(['yes', 'no', 'depends', 'conditional', 'null'])
    .nullable()
    .default(null)
    .transform((verdict) => (verdict === 'null' ? null : verdict === 'conditional' ? 'depends' : verdict)),
});

export type Item = z.infer<typeof itemSchema>;

/** What is compared: white space is one space, bullets and final joining words are gone. */
export const comparable = (text: string): string =>
  text
    .replace(/^\s*(?:[•*-]|\d+\.)\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/;?\s*(?:and|or)?[;,.]?$/iu, '')
    .trim();

const holds = (quote: string, gold: string): boolean => comparable(quote).includes(comparable(gold));

const mentions = (text: string, what: string): boolean => {
  const pattern = /^\/(.*)\/$/su.exec(what)?.[1];
  return pattern === undefined
    ? text.toLowerCase().includes(what.toLowerCase())
    : new RegExp(pattern, 'iu').test(text);
};

export type Score = {
  readonly right: boolean;
  readonly first: boolean;
  readonly within3: boolean;
  readonly complete: boolean;
  /** Why the item is not right, for people. */
  readonly why: string;
};

/** How one answer fares on one item; `why` is empty when it is right. */
export const scoreOf = (item: Item, answer: Answer): Score => {
  const shown = [
    answer.answer,
    ...answer.citations.flatMap(({ quote, leadIn }) => [leadIn ?? '', quote]),
  ].join('\n');
  const quotes = answer.citations.map(({ quote }) => quote);
  const answered = answer.outcome === 'answered';
  const wanted = item.gold.length > 0;
  const first = answered && wanted && item.gold.some((gold) => holds(quotes[0] ?? '', gold));
  const within3 =
    answered && wanted && item.gold.some((gold) => quotes.slice(0, 3).some((quote) => holds(quote, gold)));
  const reached = [...quotes, ...answer.citations.map(({ leadIn }) => leadIn ?? '')];
  const complete =
    answered && wanted && item.gold.every((gold) => reached.some((quote) => holds(quote, gold)));
  const forbidden = item.must_not_mention.find((what) => mentions(answer.answer, what));
  const missing = wanted ? item.must_mention.find((what) => !mentions(shown, what)) : undefined;
  const supported =
    !answered || !wanted || [...item.gold, ...item.also_ok].some((gold) => holds(quotes[0] ?? '', gold));
  const why =
    forbidden !== undefined
      ? `says “${forbidden}”`
      : wanted && !answered
        ? `abstained (${answer.outcome})`
        : !wanted && answered
          ? 'answered'
          : !supported
            ? 'first citation wrong'
            : wanted && !complete
              ? 'gold missing'
              : missing !== undefined
                ? `does not mention “${missing}”`
                : '';
  return { right: why === '', first, within3, complete, why };
};

export type Row = {
  readonly item: Item;
  readonly answer: Answer;
  readonly score: Score;
  /** Right at once, or after one press on a question under "did you mean". */
  readonly pressed: boolean;
  readonly milliseconds: number;
};

export type Summary = Readonly<Record<string, number>>;

/** The share of those for which it holds, rounded to a thousandth; 1 when there are none. */
export const share = <Of>(rows: readonly Of[], holdsFor: (row: Of) => boolean): number =>
  rows.length === 0 ? 1 : Math.round((1000 * rows.filter(holdsFor).length) / rows.length) / 1000;

const percentile = (rows: readonly Row[], part: number): number => {
  const times = rows.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return Math.round(100 * (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0)) / 100;
};

/** Of the questions that the policy decides with yes or no: how many got a verdict, and how many a flat one that is wrong. */
export const verdictsOf = (
  rows: readonly Row[],
): { readonly verdict: number; readonly verdict_wrong: number } => ({
  verdict: share(
    rows.filter(({ item }) => item.yes_no !== null && item.gold.length > 0),
    ({ answer }) => answer.verdict !== null,
  ),
  verdict_wrong: rows.filter(
    ({ item: { yes_no }, answer: { verdict } }) =>
      verdict !== null && verdict !== 'depends' && yes_no !== null && verdict !== yes_no,
  ).length,
});

/** Shares between 0 and 1, `bad_quotes` as a number of quotes, times in milliseconds. */
export const summaryOf = (rows: readonly Row[], badQuotes: number): Summary => {
  const of = (kind: Item['kind']): readonly Row[] => rows.filter(({ item }) => item.kind === kind);
  const answerable = of('answerable');
  return {
    items: rows.length,
    right: share(rows, ({ score }) => score.right),
    right_in_one_press: share(rows, ({ pressed }) => pressed),
    offers_others: share(rows, ({ answer }) => answer.didYouMean.length > 0),
    answerable_right: share(answerable, ({ score }) => score.right),
    first_citation_right: share(answerable, ({ score }) => score.first),
    gold_within_3: share(answerable, ({ score }) => score.within3),
    complete: share(answerable, ({ score }) => score.complete),
    false_abstention:
      share(answerable, ({ answer }) => answer.outcome !== 'answered') * (answerable.length === 0 ? 0 : 1),
    silent_found: share(of('silent'), ({ score }) => score.right),
    out_of_scope_right: share(of('out_of_scope'), ({ score }) => score.right),
    hostile_right: share(of('hostile'), ({ score }) => score.right),
    ...verdictsOf(rows),
    bad_quotes: badQuotes,
    p50_ms: percentile(rows, 0.5),
    p99_ms: percentile(rows, 0.99),
  };
};
