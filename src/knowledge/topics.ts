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

export type Catalogue = {
  readonly topics: readonly Topic[];
  readonly phrasings: readonly Phrasing[];
  /** Things that people write to a bot at work and that are no matter of privacy. */
  readonly offTopic: readonly string[];
};

/** The topic of what is no matter of privacy, and the one of what no bot should do. */
export const OUTSIDE = 'out_of_scope';
export const DECLINED = 'declined';

/** Reads topics.json, phrasings.jsonl and off-topic.txt (a line each); a phrasing of an unknown topic is an error that names it. */
export const readCatalogue = (
  topicsJson: string,
  phrasingLines: string,
  offTopicLines: string,
): Catalogue => {
  const topics = z.array(topicSchema).parse(JSON.parse(topicsJson));
  const known = new Set(topics.map((topic) => topic.id));
  const phrasings = phrasingLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => phrasingSchema.parse(JSON.parse(line)));
  const stray = phrasings.find((phrasing) => !known.has(phrasing.topic));
  if (stray !== undefined)
    throw new Error(`phrasings.jsonl: there is no topic "${stray.topic}" (${stray.phrasing})`);
  const offTopic = offTopicLines.split('\n').filter((line) => line.trim() !== '');
  return { topics, phrasings, offTopic };
};
