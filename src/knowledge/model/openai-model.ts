import OpenAI from 'openai';
import { type Model, type ModelSettings, openAiUrl, usualModel } from './model.ts';

/** One retry at most, and no single try longer than the whole answer may take. */
const maxRetries = 1;
const timeoutMs = 2_500;

/** The model that a server of one's own offers, asked for once; `usualModel` when it does not say. */
const offered = async (client: OpenAI, signal: AbortSignal): Promise<string> => {
  try {
    const { data } = await client.models.list({ signal, maxRetries: 0 });
    return data[0]?.id ?? usualModel;
  } catch {
    return usualModel;
  }
};

/** The only home of the OpenAI client. A base URL alone is enough: a server of one's own needs no key. */
export const openModel = ({ apiKey, baseUrl, name }: ModelSettings): Model => {
  const settings = {
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? openAiUrl,
    organization: null,
    project: null,
    maxRetries,
    timeout: timeoutMs,
    logLevel: 'off',
  } as const;
  let known = name ?? (baseUrl === null ? usualModel : null);
  return async ({ instructions, input, schema, onSend }, signal) => {
    const client = new OpenAI({
      ...settings,
      fetch: (url, init) => {
        if (typeof init?.body === 'string') onSend(init.body);
        return fetch(url, init);
      },
    });
    known ??= await offered(client, signal);
    const completion = await client.chat.completions.create(
      {
        model: known,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: input },
        ],
        response_format: { type: 'json_schema', json_schema: { name: 'draft', strict: true, schema } },
        ...(baseUrl === null ? { store: false } : {}),
      },
      { signal },
    );
    const [choice] = completion.choices;
    const content = choice?.message.content ?? '';
    if (choice?.finish_reason === 'content_filter' || content === '')
      throw new Error('The model gave no answer.');
    return JSON.parse(content);
  };
};
