/** How much a message is like requests, and like which right: a linear model over its features, trained on `data/knowledge/messages.jsonl`. */
import { isRight, type Right } from '../clock/rights.ts';
import { type WordKinds, wordKinds } from './message-features.ts';

/** The first column tells requests from the rest, the others one right from the other rights. */
export const requestColumn = 'request';

/**
 * What is trained: a row a feature. A row's first byte is how rare the feature is, then comes a byte a column; a byte stands for itself times
 * `rarity` or `scale`. `bias` goes before all of them.
 */
export type MessageModel = {
  readonly columns: readonly string[];
  /** One a line: a start that reads no message need not take them apart. */
  readonly features: string;
  /** The words of each kind, separated by spaces. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly bias: readonly number[];
  readonly scale: number;
  readonly rarity: number;
  readonly rows: Int8Array;
};

type Looked = { readonly places: ReadonlyMap<string, number>; readonly kinds: WordKinds };

/** Made when the first message is read, since no start has to wait for it. */
const lookUps = new WeakMap<MessageModel, Looked>();
const lookUpOf = (model: MessageModel): Looked => {
  const known = lookUps.get(model);
  if (known !== undefined) return known;
  const made = {
    places: new Map(model.features.split('\n').map((feature, at) => [feature, at])),
    kinds: wordKinds(model.kinds),
  };
  lookUps.set(model, made);
  return made;
};

export const kindsOf = (model: MessageModel): WordKinds => lookUpOf(model).kinds;

export type MessageLikeness = {
  /** Log odds: above 0 more like a request than like anything else. */
  readonly odds: number;
  /** Every right, the likeliest first, with its own log odds among requests. */
  readonly rights: readonly { readonly right: Right; readonly odds: number }[];
};

/** Rare features weigh more than common ones, and a long message no more than a short one. */
export const likenessOf = (model: MessageModel, features: Iterable<string>): MessageLikeness => {
  const { columns, bias, scale, rarity, rows } = model;
  const { places } = lookUpOf(model);
  const width = columns.length + 1;
  const scores = columns.map(() => 0);
  let length = 0;
  for (const feature of features) {
    const place = places.get(feature);
    if (place === undefined) continue;
    const rare = (rows[place * width] ?? 0) * rarity;
    length += rare * rare;
    for (const at of scores.keys())
      scores[at] = (scores[at] ?? 0) + rare * scale * (rows[place * width + at + 1] ?? 0);
  }
  const odds = scores.map((score, at) => score / Math.sqrt(length || 1) + (bias[at] ?? 0));
  return {
    odds: odds[columns.indexOf(requestColumn)] ?? 0,
    rights: columns
      .flatMap((right, at) => (isRight(right) ? [{ right, odds: odds[at] ?? 0 }] : []))
      .toSorted((a, b) => b.odds - a.odds),
  };
};
