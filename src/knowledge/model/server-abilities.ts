/** What a model server takes, learnt from what it rejects: servers call themselves compatible and differ in every option. */
import type { ModelRequest, ReplyShape } from './model.ts';

export type Abilities = {
  readonly shape: ReplyShape;
  /** `strict` inside the schema. */
  readonly strict: boolean;
  /** `additionalProperties` inside the schema. */
  readonly closed: boolean;
  /** `store: false`; asked of OpenAI only, others keep nothing or do not know it. */
  readonly store: boolean;
  /** A system message; otherwise all stands in one user message. */
  readonly system: boolean;
};

export const fullAbilities = (isOpenAi: boolean): Abilities => ({
  shape: 'json_schema',
  strict: true,
  closed: true,
  store: isOpenAi,
  system: true,
});

const weakerShape = (shape: ReplyShape): ReplyShape => (shape === 'json_schema' ? 'json_object' : 'words');

/** No option is at fault here, and asking for less would not help. */
const OTHER_FAULT =
  /context.?(?:length|size|window)|too (?:long|large|many tokens)|maximum.{0,30}tokens|quota|billing/iu;

/**
 * What to ask for after a rejection; null when nothing is left to leave out or something else is wrong.
 * A rejection that names no option costs the options one after the other, the shape first.
 */
export const weakerAbilities = (now: Abilities, status: number, message: string): Abilities | null => {
  if (status < 400 || OTHER_FAULT.test(message)) return null;
  const shape = weakerShape(now.shape);
  if (/\bstore\b/iu.test(message) && now.store) return { ...now, store: false };
  // A strict schema has to be closed.
  if (/additional_?properties/iu.test(message) && now.closed) return { ...now, closed: false, strict: false };
  if (/\bstrict\b/iu.test(message) && now.strict) return { ...now, strict: false };
  if (/\b(?:system|developer)\b|\broles?\b.{0,40}\balternate|must alternate/iu.test(message) && now.system)
    return { ...now, system: false };
  if (
    /response_?format|json_?schema|json_?object|\bschema\b|grammar|structured|guided/iu.test(message) &&
    shape !== now.shape
  )
    return { ...now, shape };
  if (status !== 400 && status !== 422) return null;
  if (shape !== now.shape) return { ...now, shape };
  if (now.store) return { ...now, store: false };
  return now.system ? { ...now, system: false } : null;
};

const openSchema = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(openSchema);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'additionalProperties')
      .map(([key, inner]) => [key, openSchema(inner)]),
  );
};

type ChatMessage = { readonly role: 'system' | 'user'; readonly content: string };

export const messagesFor = (
  { prefix, question }: Pick<ModelRequest, 'prefix' | 'question'>,
  { system }: Pick<Abilities, 'system'>,
): ChatMessage[] =>
  system
    ? [
        { role: 'system', content: prefix },
        { role: 'user', content: question },
      ]
    : [{ role: 'user', content: `${prefix}\n\n${question}` }];

/** The part of the body that asks for a shape; nothing where only words do. */
export const formatFor = (schema: ModelRequest['schema'], { shape, strict, closed }: Abilities) => {
  if (shape === 'words') return {};
  if (shape === 'json_object') return { response_format: { type: 'json_object' } as const };
  const asked: Record<string, unknown> = Object.fromEntries(
    Object.entries(closed ? schema : Object(openSchema(schema))),
  );
  return {
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'found', ...(strict ? { strict: true } : {}), schema: asked },
    } as const,
  };
};
