/** Questions that may still be passed on to the privacy team, and what stood beside their answers. For an hour only: they may name somebody. */
import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { keptForAnHour, type SharedHour } from './kept-for-an-hour.ts';

/** What is shown under *More* beside the further passages. */
export type Beside = Pick<Answer, 'law' | 'procedure' | 'didYouMean'>;

type Remembered = { readonly question: string; readonly beside: Beside | null };

export type RecentQuestions = {
  /** Keeps a question, with what stands beside its answer, and returns the id to find them by. */
  readonly remember: (question: string, beside?: Beside | null) => string;
  /** The question, or '' when it is too old or was never here. */
  readonly recall: (id: string) => Promise<string>;
  /** Null when it is too old or was never here. */
  readonly beside: (id: string) => Promise<Beside | null>;
};

const kept = z.object({
  question: z.string(),
  beside: z
    .object({
      law: z.array(z.object({ text: z.string(), source: z.string() })),
      procedure: z.array(z.string()),
      didYouMean: z.array(z.string()),
    })
    .nullable(),
});

export const recentQuestions = (
  clock: Clock,
  newId: () => string,
  shared: SharedHour | null = null,
): RecentQuestions => {
  const { keep, recall } = keptForAnHour<Remembered>(clock, 'question', kept, shared);
  return {
    remember: (question, beside = null) => {
      const id = newId();
      keep(id, { question, beside });
      return id;
    },
    recall: async (id) => (await recall(id))?.question ?? '',
    beside: async (id) => (await recall(id))?.beside ?? null,
  };
};
