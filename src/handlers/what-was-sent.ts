import { whatWasSentMessage } from '../views/what-was-sent.ts';
import type { Feature } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'sentRequests'>;

/** `/privacy what-was-sent`: each person sees their own last request to the model, and nobody else's. */
export const showingWhatWasSent = (deps: Takes): Feature => ({
  words: {
    'what-was-sent': {
      takes: null,
      handle: async (typed) => {
        const request = deps.sentRequests?.recall(typed.user) ?? null;
        await typed.privately(whatWasSentMessage(request, deps.sentRequests !== null));
        return request?.kind ?? 'nothing_sent';
      },
    },
  },
});
