/** What Slack accepts as the acknowledgement of each kind of envelope. */
import { limits } from './limits.ts';
import { type Breach, isObject } from './rule.ts';
import { checkMessage, checkView } from './validate.ts';

export type EnvelopeKind =
  | 'view_submission'
  | 'block_actions'
  | 'block_suggestion'
  | 'slash_commands'
  | 'other';

const inputIds = (view: unknown): readonly string[] => {
  const blocks = isObject(view) && Array.isArray(view['blocks']) ? view['blocks'] : [];
  return blocks.flatMap((block: unknown) =>
    isObject(block) && block['type'] === 'input' && typeof block['block_id'] === 'string'
      ? [block['block_id']]
      : [],
  );
};

/**
 * What an app may answer while acknowledging. Slack raises no error here: it shows "We had some trouble connecting" and
 * nothing else, so this is worth checking before it is sent. `currentView` is the one that was submitted.
 */
export const checkAck = (kind: EnvelopeKind, body: unknown, currentView?: unknown): readonly Breach[] => {
  if (body === undefined || body === null || body === '') return [];
  if (kind === 'slash_commands' && typeof body === 'string') return [];
  if (!isObject(body)) return [{ pointer: '', message: 'must provide an object' }];
  switch (kind) {
    case 'view_submission':
      return checkSubmissionAck(body, currentView);
    case 'block_suggestion':
      return checkSuggestions(body);
    case 'slash_commands':
      return Object.keys(body).length === 0 ? [] : checkMessage(body);
    case 'block_actions':
    case 'other':
      return [];
  }
};

const checkSubmissionAck = (
  body: Readonly<Record<string, unknown>>,
  currentView: unknown,
): readonly Breach[] => {
  const action = body['response_action'];
  switch (action) {
    case undefined:
      return Object.keys(body).length === 0
        ? []
        : [{ pointer: '', message: 'missing required field: response_action' }];
    case 'clear':
      return [];
    case 'update':
    case 'push': {
      const found = [...checkView(body['view'])];
      const type = isObject(body['view']) ? body['view']['type'] : undefined;
      if (type === 'home')
        found.push({ pointer: '/view/type', message: 'must match the `type` of the root view' });
      return found;
    }
    case 'errors':
      return checkErrors(body['errors'], currentView);
    default:
      return [{ pointer: '/response_action', message: 'must be a valid enum value' }];
  }
};

const checkErrors = (errors: unknown, currentView: unknown): readonly Breach[] => {
  if (!isObject(errors)) return [{ pointer: '', message: 'missing required field: errors' }];
  const inputs = inputIds(currentView);
  const entries = Object.entries(errors);
  if (entries.length === 0) return [{ pointer: '/errors', message: 'must provide at least 1 items' }];
  return entries.flatMap(([key, value]) => [
    ...(inputs.includes(key)
      ? []
      : [{ pointer: `/errors/${key}`, message: 'is not the block_id of an input block of this view' }]),
    ...(typeof value === 'string' && value !== ''
      ? []
      : [{ pointer: `/errors/${key}`, message: 'must provide a string' }]),
  ]);
};

const checkSuggestions = (body: Readonly<Record<string, unknown>>): readonly Breach[] => {
  const list = body['options'] ?? body['option_groups'];
  if (!Array.isArray(list))
    return [{ pointer: '', message: 'must define either `options` or `option_groups`' }];
  if (list.length > limits.suggestionOptions) {
    return [{ pointer: '/options', message: `no more than ${limits.suggestionOptions} items allowed` }];
  }
  return [];
};
