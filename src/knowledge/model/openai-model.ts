/** The only home of the OpenAI client. A base URL alone is enough: a server of one's own needs no key. */
import OpenAI from 'openai';
import { z } from 'zod';
import { guardedFetch } from './guarded-fetch.ts';
import { type Model, type ModelRequest, type ModelSettings, openAiUrl, usualModel } from './model.ts';
import { chosenModel } from './model-choice.ts';
import {
  type Abilities,
  formatFor,
  fullAbilities,
  messagesFor,
  weakerAbilities,
} from './server-abilities.ts';

/** Nobody waits for a list of models. */
const lookMs = 10_000;
/** Longer than any patience: how long an answer waits is the caller's matter. */
const timeoutMs = 600_000;

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });
const part = z.object({ text: z.string() }).transform(({ text }) => text);
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(part).transform((parts) => parts.join(''))]),
        }),
      }),
    )
    .min(1),
});

const isGone = (status: number | undefined, message: string): boolean =>
  (status === 404 || status === 400) && /model/iu.test(message) && /not|unknown|no such|gone/iu.test(message);

export const openModel = ({ apiKey, baseUrl, name }: ModelSettings): Model => {
  const baseURL = baseUrl ?? openAiUrl;
  const client = (onSend: ModelRequest['onSend']): OpenAI =>
    new OpenAI({
      apiKey: apiKey ?? 'none',
      baseURL,
      organization: null,
      project: null,
      // A failed request is the local search's to answer, at once.
      maxRetries: 0,
      timeout: timeoutMs,
      logLevel: 'off',
      fetch: guardedFetch(onSend),
    });
  const configured = name ?? (baseUrl === null ? usualModel : null);
  let known = configured;
  let looking: Promise<boolean> | null = null;
  let abilities = fullAbilities(new URL(baseURL).host.endsWith('openai.com'));

  const listed = async (): Promise<boolean> => {
    try {
      const answer = await client(() => undefined)
        .models.list({ signal: AbortSignal.timeout(lookMs) })
        .asResponse();
      const { data } = listSchema.parse(JSON.parse(await answer.text()));
      const chosen = chosenModel(data.map(({ id }) => id));
      const isNew = chosen !== null && chosen !== known;
      if (isNew) abilities = fullAbilities(false);
      known = chosen ?? known;
      return isNew;
    } catch {
      return false;
    }
  };

  const attempt = async (
    { onSend, ...request }: ModelRequest,
    model: string,
    asked: Abilities,
    signal: AbortSignal,
  ): Promise<string> => {
    const answer = await client(onSend)
      .chat.completions.create(
        {
          model,
          messages: messagesFor(request, asked),
          ...formatFor(request.schema, asked),
          ...(asked.store ? { store: false } : {}),
        },
        { signal },
      )
      .asResponse();
    // Read here and not by the client: not every server says that what it sends is JSON.
    const completion: unknown = JSON.parse(await answer.text());
    const [choice] = completionSchema.parse(completion).choices;
    const content = choice?.message.content ?? '';
    if (choice?.finish_reason === 'content_filter' || content === '')
      throw new Error('The model gave no answer.');
    return content;
  };

  return {
    look: async () => {
      if (configured !== null) return false;
      looking ??= listed().finally(() => {
        looking = null;
      });
      return looking;
    },
    state: () => ({ name: known, shape: abilities.shape }),
    complete: async (request, signal) => {
      // A question never asks for the list, but one that comes while the list is on its way may wait for it.
      if (known === null) await looking;
      if (known === null) throw new Error('The server has not said yet which models it has.');
      for (let asked = abilities; ; ) {
        try {
          const content = await attempt(request, known, asked, signal);
          abilities = asked;
          return content;
        } catch (cause) {
          if (!(cause instanceof OpenAI.APIError) || signal.aborted) throw cause;
          if (isGone(cause.status, cause.message)) {
            known = configured;
            throw cause;
          }
          const weaker = weakerAbilities(asked, cause.status ?? 0, cause.message);
          if (weaker === null) throw cause;
          asked = weaker;
        }
      }
    },
  };
};
