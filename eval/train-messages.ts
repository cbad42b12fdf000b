/** Learns from the example messages what a rights request reads like, and which right it is. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { allRights, isRight, type Right } from '../src/requests/clock/rights.ts';
import { findMarks, type Recognised } from '../src/requests/recognise/marks.ts';
import { markFeatures, messageFeatures, wordKinds } from '../src/requests/recognise/message-features.ts';
import { type MessageModel, requestColumn } from '../src/requests/recognise/message-model.ts';

const EPOCHS = 12;
const STEP = 0.2;
const DECAY = 3e-4;
const MIN_COUNT = 3;
/** A feature whose largest weight is below this share of the largest of all is left out; at 0.2 the file is a third smaller and 4 in 100 requests fewer are found. */
const SMALLEST = 0.13;

const right = z.custom<Right>((name) => typeof name === 'string' && isRight(name), 'no right of this name');
const lineSchema = z.strictObject({
  hand: z.string(),
  right: right.nullable(),
  also: z.array(right).default([]),
  text: z.string(),
});
const kindsSchema = z.record(z.string(), z.string());

/** `hand` is who wrote it: lines of one hand are alike, so figures are taken on the lines of another. */
export type MessageLine = z.infer<typeof lineSchema>;

type Example = {
  readonly cells: readonly { readonly place: number; readonly value: number }[];
  readonly rights: readonly string[];
};

/** The same order on every run. */
const shuffle = (order: number[], seed: number): void => {
  let state = seed;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

/** Logistic regression with a step of its own for each weight (AdaGrad): rare words learn fast, common ones slowly. */
const learn = (examples: readonly Example[], isOne: (example: Example) => boolean, size: number) => {
  const weights = new Float64Array(size);
  const slopes = new Float64Array(size);
  let [bias, biasSlope] = [0, 0];
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, epoch + 1);
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const odds = example.cells.reduce((sum, { place, value }) => sum + value * (weights[place] ?? 0), bias);
      const miss = 1 / (1 + Math.exp(-odds)) - (isOne(example) ? 1 : 0);
      for (const { place, value } of example.cells) {
        const slope = miss * value + DECAY * (weights[place] ?? 0);
        slopes[place] = (slopes[place] ?? 0) + slope * slope;
        weights[place] = (weights[place] ?? 0) - (STEP * slope) / Math.sqrt((slopes[place] ?? 0) + 1e-8);
      }
      biasSlope += miss * miss;
      bias -= (STEP * miss) / Math.sqrt(biasSlope + 1e-8);
    }
  }
  return { weights, bias };
};

/** Marks without the names of one company. */
export const noCompany: Recognised = { names: [], tools: [], clients: true };

export type MessageExamples = {
  readonly lines: readonly MessageLine[];
  readonly kinds: Readonly<Record<string, string>>;
};

/** The lines and the words of each kind, from `data/knowledge`. */
export const readMessageLines = async (dir: string): Promise<MessageExamples> => {
  const lines = (await readFile(join(dir, 'messages.jsonl'), 'utf8'))
    .split('\n')
    .filter((each) => each !== '');
  return {
    lines: lines.map((line) => lineSchema.parse(JSON.parse(line))),
    kinds: kindsSchema.parse(parse(await readFile(join(dir, 'message-words.yaml'), 'utf8'))),
  };
};

type Learnt = { readonly weights: Float64Array; readonly bias: number };

/** A model over these features alone; the first of `learnt` tells requests, the others the rights in `known`. */
const learnOver = (
  features: readonly string[],
  seen: readonly { readonly features: readonly string[]; readonly rights: readonly string[] }[],
  rare: (feature: string) => number,
  known: readonly string[],
): readonly Learnt[] => {
  const placeOf = new Map(features.map((feature, at) => [feature, at]));
  const examples = seen.map(({ features: found, rights }): Example => {
    const cells = found.flatMap((feature) => {
      const place = placeOf.get(feature);
      return place === undefined ? [] : [{ place, value: rare(feature) }];
    });
    const length = Math.sqrt(cells.reduce((sum, { value }) => sum + value ** 2, 0)) || 1;
    return { cells: cells.map(({ place, value }) => ({ place, value: value / length })), rights };
  });
  const requests = examples.filter(({ rights }) => rights.length > 0);
  return [
    learn(examples, ({ rights }) => rights.length > 0, features.length),
    ...known.map((name) => learn(requests, ({ rights }) => rights.includes(name), features.length)),
  ];
};

const largestAt = (learnt: readonly Learnt[], place: number): number =>
  Math.max(...learnt.map(({ weights }) => Math.abs(weights[place] ?? 0)));

/** The same lines give the same model. Learnt twice: over all features, then over those that weighed something. */
export const learnMessages = ({ lines, kinds }: MessageExamples): MessageModel => {
  const kindsOfWords = wordKinds(kinds);
  const seen = lines.map(({ text, right: first, also }) => ({
    features: [...messageFeatures(text, kindsOfWords), ...markFeatures(findMarks(text, noCompany))],
    rights: first === null ? [] : [first, ...also],
  }));
  const counts = new Map<string, number>();
  for (const { features } of seen)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rare = (feature: string): number => Math.log(lines.length / (counts.get(feature) ?? 1));
  const known = allRights.filter((name) => seen.some(({ rights }) => rights.includes(name)));
  const common = [...counts].flatMap(([feature, count]) => (count >= MIN_COUNT ? [feature] : [])).sort();
  const first = learnOver(common, seen, rare, known);
  const least = SMALLEST * Math.max(...common.map((_, place) => largestAt(first, place)));
  const features = common.filter((_, place) => largestAt(first, place) >= least);
  const learnt = learnOver(features, seen, rare, known);
  const scale = Math.max(...features.map((_, place) => largestAt(learnt, place))) / 127;
  const rarity = Math.max(...features.map(rare)) / 127;
  const rows = features.flatMap((feature, place) => [
    Math.round(rare(feature) / rarity),
    ...learnt.map(({ weights }) => Math.round((weights[place] ?? 0) / scale)),
  ]);
  return {
    columns: [requestColumn, ...known],
    features: features.join('\n'),
    kinds,
    bias: learnt.map(({ bias }) => bias),
    scale,
    rarity,
    rows: Int8Array.from(rows),
  };
};

/** Writes `trained/messages.json` and `.bin`; the same lines give the same bytes. Returns how many features it has. */
export const trainMessages = async (dir: string): Promise<number> => {
  const { rows, ...names } = learnMessages(await readMessageLines(dir));
  await writeFile(join(dir, 'trained', 'messages.json'), `${JSON.stringify(names)}\n`);
  await writeFile(join(dir, 'trained', 'messages.bin'), rows);
  return names.features.split('\n').length;
};
