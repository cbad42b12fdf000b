import { z } from 'zod';
import type { Features } from './topic-features.ts';

/** Logistic regression over topics: one row of small weights a feature. */
export const topicModelSchema = z.object({
  topics: z.array(z.string()),
  features: z.array(z.string()),
  /** A weight is `scale * byte`; the bytes are row by row, a row a feature, in base64. */
  scale: z.number(),
  weights: z.string(),
});

export type TopicModelFile = z.infer<typeof topicModelSchema>;

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
  file: TopicModelFile,
  features: Features,
): ((question: string) => Likelihoods) => {
  const bytes = Buffer.from(file.weights, 'base64');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = file.topics.length;
  const rowOf = new Map(file.features.map((feature, at) => [feature, at]));
  return (question) => {
    const rows = features(question).flatMap((feature) => rowOf.get(feature) ?? []);
    const scores = new Float64Array(size);
    const each = file.scale / Math.sqrt(Math.max(1, rows.length));
    for (const row of rows) {
      for (let at = 0; at < size; at += 1)
        scores[at] = (scores[at] ?? 0) + each * (weights[row * size + at] ?? 0);
    }
    const chances = softmax(scores);
    return new Map(file.topics.map((topic, at) => [topic, chances[at] ?? 0]));
  };
};
