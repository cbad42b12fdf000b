/** The port to a language model, and what is asked of it: everything in a request has been judged fit to leave the house. */
export type ModelRequest = {
  /** Instructions and material: the same bytes for every question, so that a server can cache them. */
  readonly prefix: string;
  /** What is asked, in the only form that may leave; it comes last. */
  readonly question: string;
  /** JSON Schema of the reply; its shape also stands in words in `prefix`, for servers that know no schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Called with the very bytes of every request body, before they go. */
  readonly onSend: (body: string) => void;
};

export type Model = {
  /** What the model wrote, as text; rejects when there is none (refusal, rate limit, fault, abort, more than 1 MB). */
  readonly complete: (request: ModelRequest, signal: AbortSignal) => Promise<string>;
  /**
   * Asks the server which models it offers, where no name is configured: at start and after a failure, never on the way of a question.
   * Resolves with whether another one is asked from now on. Never rejects.
   */
  readonly look: () => Promise<boolean>;
  /** How it is asked now, for doctor: the name of the model, and the shape that the server takes. */
  readonly state: () => { readonly name: string | null; readonly shape: ReplyShape };
};

/** How a structured reply is asked for, the stricter first. */
export type ReplyShape = 'json_schema' | 'json_object' | 'words';

export type ModelSettings = {
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly name: string | null;
};

export const openAiUrl = 'https://api.openai.com/v1';
/** Small and quick, and reads sixty pages at once. */
export const usualModel = 'gpt-4.1-mini';
