/** What was sent to the model for each person, to be shown to them alone. */
import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { keptForAnHour, type SharedHour } from './kept-for-an-hour.ts';

/** What came of somebody's last question on its way to the model. */
export type SentRequest =
  | { readonly kind: 'sent'; readonly at: Date; readonly body: string }
  | { readonly kind: 'kept_back'; readonly at: Date };

export type SentRequests = {
  readonly sent: (asker: string, body: string) => void;
  /** The question could not be judged safe, so nothing of it went out. */
  readonly keptBack: (asker: string) => void;
  /** Of the last hour; null when there is nothing. */
  readonly recall: (asker: string) => Promise<SentRequest | null>;
};

const kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), at: z.coerce.date(), body: z.string() }),
  z.object({ kind: z.literal('kept_back'), at: z.coerce.date() }),
]);

/** The last request of each person, for an hour. */
export const sentRequests = (clock: Clock, shared: SharedHour | null = null): SentRequests => {
  const { keep, recall } = keptForAnHour<SentRequest>(clock, 'sent', kept, shared);
  const keepOf = (asker: string, request: SentRequest): void => {
    if (asker !== '') keep(asker, request);
  };
  return {
    sent: (asker, body) => keepOf(asker, { kind: 'sent', at: clock(), body }),
    keptBack: (asker) => keepOf(asker, { kind: 'kept_back', at: clock() }),
    recall,
  };
};
