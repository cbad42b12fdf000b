/** The topics that people ask about. */
import { z } from 'zod';
import type { Own } from './own.ts';

const topicSchema = z.object({
  id: z.string().min(1),
  meaning: z.string(),
  slot: z.string(),
  /** The plain question that stands for the topic; offered under "did you mean". */
  question: z.string().optional(),
  /** An indirect question, read after "does not say". */
  about: z.string().optional(),
  /** Offered only to companies that have clients, or a word of their own for this one: `{…}` in the question is that word. */
  needs: z.string().optional(),
});

export type Topic = z.infer<typeof topicSchema>;
/** One way in which people ask for a topic. */
export type Phrasing = { readonly topic: string; readonly phrasing: string };

/** The topic of what is no matter of privacy, and the one of what no bot should do. */
export const OUTSIDE = 'out_of_scope';
export const DECLINED = 'declined';

/** Reads topics.json. */
export const readTopics = (json: string): readonly Topic[] => z.array(topicSchema).parse(JSON.parse(json));

/** The plain question of a topic as this company would ask it; null where it has nothing of the kind. */
export const questionOf = (
  { question, needs }: Topic,
  own: Pick<Own, 'clients' | 'sameWords'>,
): string | null => {
  if (question === undefined) return null;
  if (needs === undefined) return question;
  if (needs === 'clients') return own.clients ? question : null;
  const [word] = own.sameWords[needs] ?? [];
  return word === undefined ? null : question.replaceAll(`{${needs}}`, word);
};
