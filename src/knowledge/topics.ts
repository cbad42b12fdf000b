import { z } from 'zod';

const topicSchema = z.object({
  id: z.string().min(1),
  meaning: z.string(),
  slot: z.string(),
  /** The plain question that stands for the topic; offered under "did you mean". */
  question: z.string().optional(),
  /** An indirect question, read after "does not say". */
  about: z.string().optional(),
});

const phrasingSchema = z.object({ topic: z.string().min(1), phrasing: z.string().min(1) });

export type Topic = z.infer<typeof topicSchema>;
export type Phrasing = z.infer<typeof phrasingSchema>;

export type Catalogue = { readonly topics: readonly Topic[]; readonly phrasings: readonly Phrasing[] };

/** Reads topics.json and phrasings.jsonl; a phrasing of an unknown topic is an error that names it. */
export const readCatalogue = (topicsJson: string, phrasingLines: string): Catalogue => {
  const topics = z.array(topicSchema).parse(JSON.parse(topicsJson));
  const known = new Set(topics.map((topic) => topic.id));
  const phrasings = phrasingLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => phrasingSchema.parse(JSON.parse(line)));
  const stray = phrasings.find((phrasing) => !known.has(phrasing.topic));
  if (stray !== undefined)
    throw new Error(`phrasings.jsonl: there is no topic "${stray.topic}" (${stray.phrasing})`);
  return { topics, phrasings };
};
