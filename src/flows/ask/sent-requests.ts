import type { Clock } from '../../base/clock.ts';

/** What came of somebody's last question on its way to the model. */
export type SentRequest =
  | { readonly kind: 'sent'; readonly at: Date; readonly body: string }
  | { readonly kind: 'kept_back'; readonly at: Date };

export type SentRequests = {
  readonly sent: (asker: string, body: string) => void;
  /** The question could not be judged safe, so nothing of it went out. */
  readonly keptBack: (asker: string) => void;
  /** Of the last hour; null when there is nothing. */
  readonly recall: (asker: string) => SentRequest | null;
};

const keptMs = 60 * 60_000;
const most = 1_000;

/** The last request of each person, in memory only and for an hour. */
export const sentRequests = (clock: Clock): SentRequests => {
  const kept = new Map<string, SentRequest>();
  const isOld = ({ at }: SentRequest): boolean => clock().getTime() - at.getTime() >= keptMs;
  const keep = (asker: string, request: SentRequest): void => {
    if (asker === '') return;
    kept.delete(asker);
    kept.set(asker, request);
    for (const [who, one] of kept) {
      if (!isOld(one) && kept.size <= most) return;
      kept.delete(who);
    }
  };
  return {
    sent: (asker, body) => keep(asker, { kind: 'sent', at: clock(), body }),
    keptBack: (asker) => keep(asker, { kind: 'kept_back', at: clock() }),
    recall: (asker) => {
      const found = kept.get(asker);
      if (found === undefined || !isOld(found)) return found ?? null;
      kept.delete(asker);
      return null;
    },
  };
};
