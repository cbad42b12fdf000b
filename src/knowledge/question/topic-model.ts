/** Reads a trained model and applies it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Features } from './topic-features.ts';
import { wordTable } from './word-table.ts';

/** Logistic regression over topics; a weight is `scale` times a byte of the file of weights. */
const topicModelSchema = z.object({
  topics: z.array(z.string()),
  features: z.array(z.string()),
  scale: z.number(),
});

/** What answers which topics a text has. */
export type TopicModel = {
  readonly topics: readonly string[];
  /** What one step of a weight counts. */
  readonly scale: number;
  /** Row by row, a row a feature. */
  readonly weights: Int8Array;
  /** Which row is a feature's; -1 for none. */
  readonly rowOf: (feature: string) => number;
};

/** What is trained: a model, and the names of its rows. */
export type TrainedTopicModel = TopicModel & { readonly features: readonly string[] };

/** Reads `<name>.json` and `<name>.bin`; the weights are taken as they lie in the file, without a copy. */
export const openTopicModel = async (dir: string, name: string): Promise<TopicModel> => {
  const { topics, features, scale } = topicModelSchema.parse(
    JSON.parse(await readFile(join(dir, `${name}.json`), 'utf8')),
  );
  const { buffer, byteOffset, length } = await readFile(join(dir, `${name}.bin`));
  return {
    topics,
    scale,
    weights: new Int8Array(buffer, byteOffset, length),
    rowOf: wordTable(features.join('\n')),
  };
};

/** A probability for every topic; they sum to one. */
export type Likelihoods = ReadonlyMap<string, number>;

export const softmax = (scores: Float64Array): Float64Array => {
  const top = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/** The trained model at work; `features` are those it was trained with. */
export const readTopicModel = (
  { topics, scale, weights, rowOf }: TopicModel,
  features: Features,
): ((question: string) => Likelihoods) => {
  const size = topics.length;
  return (question) => {
    const rows = features(question)
      .map(rowOf)
      .filter((row) => row >= 0);
    const scores = new Float64Array(size);
    const each = scale / Math.sqrt(Math.max(1, rows.length));
    for (const row of rows) {
      for (let at = 0; at < size; at += 1)
        scores[at] = (scores[at] ?? 0) + each * (weights[row * size + at] ?? 0);
    }
    const chances = softmax(scores);
    return new Map(topics.map((topic, at) => [topic, chances[at] ?? 0]));
  };
};
