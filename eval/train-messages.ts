/** Learns from the example messages what a rights request reads like, and which right it is. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { allRights, isRight } from '../src/requests/clock/rights.ts';
import { messageFeatures, requestColumn } from '../src/requests/recognise/message-model.ts';

const EPOCHS = 12;
const STEP = 0.3;
const DECAY = 1e-3;
const MIN_COUNT = 3;

const lineSchema = z.object({ right: z.string().nullable(), text: z.string() });

type Example = { readonly rows: readonly number[]; readonly right: string | null };

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
      const each = 1 / Math.sqrt(Math.max(1, example.rows.length));
      const odds = example.rows.reduce((sum, row) => sum + each * (weights[row] ?? 0), bias);
      const miss = 1 / (1 + Math.exp(-odds)) - (isOne(example) ? 1 : 0);
      for (const row of example.rows) {
        const slope = miss * each + DECAY * (weights[row] ?? 0);
        slopes[row] = (slopes[row] ?? 0) + slope * slope;
        weights[row] = (weights[row] ?? 0) - (STEP * slope) / Math.sqrt((slopes[row] ?? 0) + 1e-8);
      }
      biasSlope += miss * miss;
      bias -= (STEP * miss) / Math.sqrt(biasSlope + 1e-8);
    }
  }
  return { weights, bias };
};

/** Writes `trained/messages.json` and `.bin` from `messages.jsonl`; the same lines give the same bytes. Returns how many features it has. */
export const trainMessages = async (dir: string): Promise<number> => {
  const lines = (await readFile(join(dir, 'messages.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const read = lines.map((line) => lineSchema.parse(JSON.parse(line)));
  const seen = read.map(({ text }) => messageFeatures(text));
  const counts = new Map<string, number>();
  for (const found of seen) for (const feature of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].flatMap(([feature, count]) => (count >= MIN_COUNT ? [feature] : [])).sort();
  const rowOf = new Map(features.map((feature, at) => [feature, at]));
  const examples = read.map(({ right }, at) => ({
    right,
    rows: (seen[at] ?? []).flatMap((feature) => rowOf.get(feature) ?? []),
  }));
  const requests = examples.filter(({ right }) => right !== null);
  const known = allRights.filter((right) => requests.some((example) => example.right === right));
  for (const { right } of requests)
    if (right !== null && !isRight(right)) throw new Error(`no right of this name: ${right}`);
  const learnt = [
    learn(examples, ({ right }) => right !== null, features.length),
    ...known.map((name) => learn(requests, ({ right }) => right === name, features.length)),
  ];
  const largest = learnt.reduce(
    (max, { weights }) => weights.reduce((top, each) => Math.max(top, Math.abs(each)), max),
    0,
  );
  const scale = largest / 127;
  const bytes = new Int8Array(features.length * learnt.length);
  for (const [column, { weights }] of learnt.entries())
    for (const [row, weight] of weights.entries())
      bytes[row * learnt.length + column] = Math.round(weight / scale);
  const names = { columns: [requestColumn, ...known], features, bias: learnt.map(({ bias }) => bias), scale };
  await writeFile(join(dir, 'trained', 'messages.json'), `${JSON.stringify(names)}\n`);
  await writeFile(join(dir, 'trained', 'messages.bin'), bytes);
  return features.length;
};
