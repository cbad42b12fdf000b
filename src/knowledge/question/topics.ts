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

export type Topic = z.infer<typeof topicSchema>;
/** One way in which people ask for a topic. */
export type Phrasing = { readonly topic: string; readonly phrasing: string };

/** The topic of what is no matter of privacy, and the one of what no bot should do. */
export const OUTSIDE = 'out_of_scope';
export const DECLINED = 'declined';

/** Reads topics.json. */
export const readTopics = (json: string): readonly Topic[] => z.array(topicSchema).parse(JSON.parse(json));
