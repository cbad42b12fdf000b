/** How much a message is like requests, and like which right: a linear model over words, their neighbours and their parts, trained on `data/knowledge/messages.jsonl`. */
import { isRight, type Right } from '../clock/rights.ts';

/** The first column tells requests from the rest, the others one right from the other rights. */
export const requestColumn = 'request';

/** What is trained: a row a feature, a column a class; a weight is `scale` times its byte, and `bias` goes before all of them. */
export type MessageModel = {
  readonly columns: readonly string[];
  readonly features: readonly string[];
  readonly bias: readonly number[];
  readonly scale: number;
  readonly weights: Int8Array;
};

const wordStart = 6;
const wordPart = 4;
const neighbours = [1, 2];

/** Beginnings of words, pairs of those that stand near each other, and pieces of four letters: misspelt and foreign words are still alike. */
export const messageFeatures = (message: string): readonly string[] => {
  const words =
    message
      .toLowerCase()
      .normalize('NFKC')
      .replaceAll('’', "'")
      .match(/[\p{L}']+|\d+/gu) ?? [];
  const starts = words.map((word) => word.slice(0, wordStart));
  const found = new Set(starts);
  for (const [at, word] of starts.entries())
    for (const step of neighbours) {
      const next = starts[at + step];
      if (next !== undefined) found.add(`${word} ${next}`);
    }
  for (const word of words) {
    const whole = `^${word}$`;
    for (let at = 0; at + wordPart <= whole.length; at += 1) found.add(`#${whole.slice(at, at + wordPart)}`);
  }
  return [...found];
};

export type MessageLikeness = {
  /** Log odds: above 0 more like a request than like anything else. */
  readonly odds: number;
  /** Every right, the likeliest first, with its own log odds among requests. */
  readonly rights: readonly { readonly right: Right; readonly odds: number }[];
};

const places = new WeakMap<MessageModel, ReadonlyMap<string, number>>();
const placesOf = (model: MessageModel): ReadonlyMap<string, number> => {
  const known = places.get(model);
  if (known !== undefined) return known;
  const made = new Map(model.features.map((feature, at) => [feature, at]));
  places.set(model, made);
  return made;
};

export const likenessOf = (model: MessageModel, message: string): MessageLikeness => {
  const { columns, bias, scale, weights } = model;
  const placeOf = placesOf(model);
  const rows = messageFeatures(message).flatMap((feature) => placeOf.get(feature) ?? []);
  const each = scale / Math.sqrt(Math.max(1, rows.length));
  const scores = columns.map((_, column) =>
    rows.reduce((sum, row) => sum + each * (weights[row * columns.length + column] ?? 0), bias[column] ?? 0),
  );
  return {
    odds: scores[columns.indexOf(requestColumn)] ?? 0,
    rights: columns
      .flatMap((right, at) => (isRight(right) ? [{ right, odds: scores[at] ?? 0 }] : []))
      .toSorted((a, b) => b.odds - a.odds),
  };
};
