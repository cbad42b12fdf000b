/** The state of a form: values by block and action id. */
import { isObject, type Json } from '../blockkit/rule.ts';
import type { StateValues } from './contract.ts';

/** The key under which Slack sends an element's value, the field it starts from, and its empty value (@slack/types view state). */
const holders: Readonly<Record<string, readonly [key: string, initial: string, empty: null | 'list']>> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  file_input: ['files', '', 'list'],
  checkboxes: ['selected_options', 'initial_options', 'list'],
  radio_buttons: ['selected_option', 'initial_option', null],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  users_select: ['selected_user', 'initial_user', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_static_select: ['selected_options', 'initial_options', 'list'],
  multi_external_select: ['selected_options', 'initial_options', 'list'],
  multi_users_select: ['selected_users', 'initial_users', 'list'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', 'list'],
  multi_channels_select: ['selected_channels', 'initial_channels', 'list'],
};

/** The elements of a block, wherever it keeps them. */
export const elementsOf = (block: Json): readonly Json[] => {
  const many: readonly unknown[] = Array.isArray(block['elements']) ? block['elements'] : [];
  return [block['element'], block['accessory'], ...many].filter(isObject);
};

/** Every field of these blocks: what was given where ids and type agree, else its initial value, else null or an empty list. */
export const stateOf = (blocks: readonly unknown[], given: StateValues = {}): StateValues => {
  const values: Record<string, Record<string, StateValues[string][string]>> = {};
  for (const block of blocks.filter(isObject)) {
    for (const element of elementsOf(block)) {
      const type = String(element['type']);
      const holder = Object.hasOwn(holders, type) ? holders[type] : undefined;
      if (holder === undefined) continue;
      const [key, initial, empty] = holder;
      const blockId = String(block['block_id']);
      const actionId = String(element['action_id']);
      const before = given[blockId]?.[actionId];
      const fresh = { type, [key]: element[initial] ?? (empty === 'list' ? [] : null) };
      values[blockId] = {
        ...values[blockId],
        [actionId]: before?.type === type ? { ...fresh, ...before } : fresh,
      };
    }
  }
  return values;
};

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What Slack itself asks for before it sends a form: required fields, lengths, an address, a number. block_id to message. */
export const missingAnswers = (
  blocks: readonly unknown[],
  state: StateValues,
): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const block of blocks.filter(isObject)) {
    const element = block['element'];
    if (block['type'] !== 'input' || !isObject(element)) continue;
    const blockId = String(block['block_id']);
    const answer = state[blockId]?.[String(element['action_id'])];
    const value = answer === undefined ? null : answer[holders[answer.type]?.[0] ?? 'value'];
    if (isBlank(value)) {
      if (block['optional'] !== true) errors[blockId] = 'Please complete this required field.';
      continue;
    }
    const wrong = typeof value === 'string' ? wrongText(element, value) : null;
    if (wrong !== null) errors[blockId] = wrong;
  }
  return errors;
};

const wrongText = (element: Json, value: string): string | null => {
  const { min_length: least, max_length: most } = element;
  if (typeof least === 'number' && value.length < least)
    return `Please lengthen this text to ${least} characters or more.`;
  if (typeof most === 'number' && value.length > most)
    return `Please shorten this text to ${most} characters or fewer.`;
  if (element['type'] === 'plain_text_input' && value.length > 3_000)
    return 'Please shorten this text to 3000 characters or fewer.';
  if (element['type'] === 'email_text_input' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value))
    return 'Enter a valid email address.';
  if (element['type'] === 'url_text_input' && !/^https?:\/\/\S+$/.test(value)) return 'Enter a valid URL.';
  if (element['type'] === 'number_input' && !Number.isFinite(Number(value))) return 'Enter a number.';
  return null;
};
