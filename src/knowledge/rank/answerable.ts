/** How sure it is that the best passages answer a question: a logistic regression over what speaks for them. */
import { z } from 'zod';

/** By the name of a feature, on its own scale; a feature that is not here counts nothing. */
export const modelSchema = z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) });

const schema = z.strictObject({ withPhrasings: modelSchema, without: modelSchema });

export type AnswerableModel = z.infer<typeof modelSchema>;

/** `data/knowledge/answerable.json`, written by `npm run eval -- --train-decision`. */
export type AnswerableModels = z.infer<typeof schema>;

/** Throws a ZodError when the file is not of its shape. */
export const readAnswerable = (json: string): AnswerableModels => schema.parse(JSON.parse(json));

/** Between 0 and 1; from a half on a question is taken to be answered. */
export const chanceOf = (
  { bias, weights }: AnswerableModel,
  features: Readonly<Record<string, number>>,
): number => {
  const odds = Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (features[name] ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-odds));
};
