import type { Clock } from '../../base/clock.ts';

export type RecentQuestions = {
  /** Keeps a question in memory and answers the id to find it by. */
  readonly remember: (question: string) => string;
  /** The question, or '' when it is too old or was never here. */
  readonly recall: (id: string) => string;
};

const keptMs = 60 * 60_000;
const most = 1_000;

/** Questions that may still be passed on to the privacy team. In memory only, for an hour: they may name somebody. */
export const recentQuestions = (clock: Clock, newId: () => string): RecentQuestions => {
  const kept = new Map<string, { readonly question: string; readonly until: number }>();
  const forgetOld = (): void => {
    for (const [id, { until }] of kept) {
      if (until > clock().getTime() && kept.size <= most) return;
      kept.delete(id);
    }
  };
  return {
    remember: (question) => {
      const id = newId();
      kept.set(id, { question, until: clock().getTime() + keptMs });
      forgetOld();
      return id;
    },
    recall: (id) => {
      const found = kept.get(id);
      return found !== undefined && found.until > clock().getTime() ? found.question : '';
    },
  };
};
