/** `/privacy what-was-sent`: each person sees their own last request to the model, and nobody else's. */
import { isTooLongToShow, whatWasSentMessage } from '../views/answers/what-was-sent.ts';
import type { Feature, TypedCommand } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'sentRequests' | 'slack'>;

/** All the bytes, where only this person reads them. Without the scope for files the message has to do. */
const sendWhole = async (deps: Takes, user: string, body: string): Promise<void> => {
  try {
    await deps.slack.sendFile(user, {
      name: 'what-was-sent.json',
      title: 'What was sent to the language model',
      content: Buffer.from(body),
      alt: null,
      words: 'The body of your last request to the language model, every byte of it.',
    });
  } catch (error) {
    if (deps.slack.errorCode(error) !== 'missing_scope') throw error;
  }
};

export const showingWhatWasSent = (deps: Takes): Feature => ({
  words: {
    'what-was-sent': {
      takes: null,
      handle: async (typed: TypedCommand) => {
        const request = (await deps.sentRequests?.recall(typed.user)) ?? null;
        await typed.privately(whatWasSentMessage(request, deps.sentRequests !== null));
        if (request?.kind === 'sent' && isTooLongToShow(request.body))
          await sendWhole(deps, typed.user, request.body);
        return request?.kind ?? 'nothing_sent';
      },
    },
  },
});
