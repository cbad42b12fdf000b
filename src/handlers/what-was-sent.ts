import { whatWasSentMessage } from '../views/what-was-sent.ts';
import type { Gesture } from './bolt/interaction.ts';
import type { Parts } from './dependencies.ts';

/** `/privacy what-was-sent`: each person sees their own last request to the model, and nobody else's. */
export const showingWhatWasSent = (parts: Parts): Gesture => ({
  words: {
    'what-was-sent': {
      takes: null,
      handle: async (typed) => {
        const request = parts.sentRequests?.recall(typed.user) ?? null;
        await typed.privately(whatWasSentMessage(request, parts.sentRequests !== null));
        return request?.kind ?? 'nothing_sent';
      },
    },
  },
});
