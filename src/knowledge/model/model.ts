/** What a language model is asked. Everything in it has been judged fit to leave the house. */
export type ModelRequest = {
  readonly instructions: string;
  readonly input: string;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Called with the very bytes of every request body, before they go. */
  readonly onSend: (body: string) => void;
};

/** Answers what the model wrote, as parsed JSON; rejects when there is none (refusal, rate limit, fault, abort). */
export type Model = (request: ModelRequest, signal: AbortSignal) => Promise<unknown>;

export type ModelSettings = {
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly name: string | null;
};

export const openAiUrl = 'https://api.openai.com/v1';
/** Small and quick: the draft has about two seconds. */
export const usualModel = 'gpt-4.1-mini';
