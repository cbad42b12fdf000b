/** A second fence behind those who write log lines and never put people's words into one. */
import { isLogEvent } from './log-events.ts';

/** Fields that could carry what people wrote or who they are. */
const forbidden: ReadonlySet<string> = new Set([
  'text',
  'question',
  'answer',
  'body',
  'payload',
  'event',
  'view',
  'state',
  'blocks',
  'message',
  'token',
  'headers',
  'name',
  'email',
  'note',
]);

/** What Slack sent, where an error carries it. */
const ofErrors: ReadonlySet<string> = new Set(['data', 'original']);

const removed = '[removed]';
/** No line of ours nests deeper; what does is a payload. */
const deepest = 4;

const inside = (value: unknown, under: string, depth: number): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > deepest) return removed;
  if (Array.isArray(value)) return value.map((each) => inside(each, under, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      forbidden.has(key) || (under === 'error' && ofErrors.has(key)) ? removed : inside(each, key, depth + 1),
    ]),
  );
};

/**
 * The line without what stands under such a name, at whatever depth; of an error that was handed in as it is nothing stays. `event` names a
 * line's kind: a key of the closed list passes, anything else under that name is a payload. One pass over the fields, not one a name: it is
 * done for each interaction.
 */
export const fenced = (line: object): Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(line))
    kept[key] =
      forbidden.has(key) && !(key === 'event' && isLogEvent(value)) ? removed : inside(value, key, 1);
  return kept;
};
