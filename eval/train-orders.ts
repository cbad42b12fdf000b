/** Learns what an order that must be declined reads like: orders and honest look-alikes by several hands, and what companies were asked. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readEnglishWords } from '../src/knowledge/question/english.ts';
import { orderFeatures } from '../src/knowledge/question/order-features.ts';
import { ORDER_AT, orderBytes, orderOdds, orderRows } from '../src/knowledge/question/orders.ts';
import type { ByteRows } from '../src/knowledge/rank/byte-rows.ts';
import { type HashedLine, learnHashed } from './hashed-logistic.ts';
import { readItems } from './run.ts';

const COURSE = { epochs: 20, step: 0.2, decay: 1e-5, even: true } as const;
/** What a line counts for: the catalogue's orders are short and plain, its phrasings many. */
const WORTH = { hand: 1, asked: 3, ordered: 0.5, phrased: 0.5, idle: 0.3 } as const;
/** One of so many phrasings of the catalogue, and of lines that are no matter of privacy, is enough. */
const EVERY = { phrased: 8, idle: 3 } as const;

/** `hand` is who wrote it: lines of one hand are alike, so figures are taken on the lines of another. */
const lineSchema = z.strictObject({
  hand: z.string(),
  text: z.string(),
  want: z.enum(['decline', 'honest']),
  sort: z.string(),
});
export type OrderLine = z.infer<typeof lineSchema>;

const phrasingSchema = z.object({ topic: z.string(), phrasing: z.string() });

export type OrderLessons = {
  readonly features: ReturnType<typeof orderFeatures>;
  readonly hands: readonly OrderLine[];
  /** What each company was asked, all of it honest. */
  readonly asked: readonly { readonly company: string; readonly question: string }[];
  readonly others: readonly HashedLine[];
};

const linesIn = async (path: string): Promise<readonly string[]> =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');

const oneIn =
  (every: number) =>
  (_: unknown, at: number): boolean =>
    at % every === 0;

/** From `orders.jsonl` and `policies` of `dir` and the catalogue in `words`. */
export const readOrderLessons = async (dir: string, words: string): Promise<OrderLessons> => {
  const english = await readEnglishWords();
  const features = orderFeatures(await readFile(join(words, 'order-words.yaml'), 'utf8'), (word) =>
    english.has(word),
  );
  const asked: { company: string; question: string }[] = [];
  const ordered: string[] = [];
  for (const company of (await readdir(join(dir, 'policies'))).sort())
    for (const item of await readItems(join(dir, 'policies', company, 'questions.jsonl')))
      if (item.kind !== 'hostile' || item.gold.length > 0) asked.push({ company, question: item.question });
      else ordered.push(item.question);
  const catalogue = (await linesIn(join(words, 'phrasings.jsonl'))).map((line) =>
    phrasingSchema.parse(JSON.parse(line)),
  );
  const lines = (texts: readonly string[], said: 0 | 1, worth: number): readonly HashedLine[] =>
    texts.map((text) => ({ rows: orderRows(features, text), said, worth }));
  const phrasingsOf = (ordered: boolean): readonly string[] =>
    catalogue.filter(({ topic }) => (topic === 'declined') === ordered).map(({ phrasing }) => phrasing);
  return {
    features,
    hands: (await linesIn(join(dir, 'orders.jsonl'))).map((line) => lineSchema.parse(JSON.parse(line))),
    asked,
    others: [
      ...lines(ordered, 1, WORTH.asked),
      ...lines(phrasingsOf(true), 1, WORTH.ordered),
      ...lines(phrasingsOf(false).filter(oneIn(EVERY.phrased)), 0, WORTH.phrased),
      ...lines((await linesIn(join(words, 'off-topic.txt'))).filter(oneIn(EVERY.idle)), 0, WORTH.idle),
    ],
  };
};

/** The same lessons give the same bytes. */
export const learnOrders = ({ features, hands, asked, others }: OrderLessons): ByteRows =>
  orderBytes(
    learnHashed(
      [
        ...hands.map(
          ({ text, want }): HashedLine => ({
            rows: orderRows(features, text),
            said: want === 'decline' ? 1 : 0,
            worth: WORTH.hand,
          }),
        ),
        ...asked.map(
          ({ question }): HashedLine => ({
            rows: orderRows(features, question),
            said: 0,
            worth: WORTH.asked,
          }),
        ),
        ...others,
      ],
      COURSE,
    ),
  );

const percent = (odds: readonly number[], at: number): string =>
  `${((100 * odds.filter((one) => one >= at).length) / Math.max(1, odds.length)).toFixed(1)} %`;

/** What is declined of each hand by a model that has not read it, and of companies' questions by one that has read other companies. */
export const ordersLeftOut = (lessons: OrderLessons): readonly string[] => {
  const oddsBy = (seen: OrderLessons): ((message: string) => number) =>
    orderOdds(learnOrders(seen), lessons.features);
  const { hands, asked } = lessons;
  const rows = [...new Set(hands.map(({ hand }) => hand))].map((hand) => {
    const odds = oddsBy({ ...lessons, hands: hands.filter((line) => line.hand !== hand) });
    const heard = hands
      .filter((line) => line.hand === hand)
      .map(({ want, sort, text }) => ({ want, sort, odds: odds(text) }));
    const oddsOf = (want: string, sort: string | null): readonly number[] =>
      heard
        .filter((line) => line.want === want && (sort ?? line.sort) === line.sort)
        .map((line) => line.odds);
    const sorts = [...new Set(heard.filter(({ want }) => want === 'decline').map(({ sort }) => sort))].sort();
    return [
      `${hand}: orders declined ${percent(oddsOf('decline', null), ORDER_AT)}`,
      `(${sorts.map((sort) => `${sort} ${percent(oddsOf('decline', sort), ORDER_AT)}`).join(', ')}),`,
      `honest ${percent(oddsOf('honest', null), ORDER_AT)}`,
    ].join(' ');
  });
  const companies = [...new Set(asked.map(({ company }) => company))];
  const isHalf = (company: string, half: number): boolean => companies.indexOf(company) % 2 === half;
  const ordinary = [0, 1].flatMap((half) => {
    const odds = oddsBy({ ...lessons, asked: asked.filter(({ company }) => !isHalf(company, half)) });
    return asked.filter(({ company }) => isHalf(company, half)).map(({ question }) => odds(question));
  });
  return [...rows, `companies' questions: declined ${percent(ordinary, ORDER_AT)} of ${ordinary.length}`];
};
