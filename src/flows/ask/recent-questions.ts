/** Questions that may still be passed on to the privacy team, and what stood beside their answers. In memory only, for an hour: they may name somebody. */
import type { Clock } from '../../base/clock.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { keptForAnHour } from './kept-for-an-hour.ts';

/** What is shown under *More* beside the further passages. */
export type Beside = Pick<Answer, 'law' | 'procedure' | 'didYouMean'>;

export type RecentQuestions = {
  /** Keeps a question in memory, with what stands beside its answer, and returns the id to find them by. */
  readonly remember: (question: string, beside?: Beside | null) => string;
  /** The question, or '' when it is too old or was never here. */
  readonly recall: (id: string) => string;
  /** Null when it is too old or was never here. */
  readonly beside: (id: string) => Beside | null;
};

export const recentQuestions = (clock: Clock, newId: () => string): RecentQuestions => {
  const { keep, recall } = keptForAnHour<{ readonly question: string; readonly beside: Beside | null }>(
    clock,
  );
  return {
    remember: (question, beside = null) => {
      const id = newId();
      keep(id, { question, beside });
      return id;
    },
    recall: (id) => recall(id)?.question ?? '',
    beside: (id) => recall(id)?.beside ?? null,
  };
};
