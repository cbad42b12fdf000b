/** Form values: what an element starts with, what it holds, and the state object that Slack sends. */
import type { KnownBlock } from '@slack/types';
import type { StateValues } from '../contract.ts';

/** An element's value object as Slack sends it: `{ type: 'datepicker', selected_date: '2026-11-22' }`. */
export type FieldInput = StateValues[string][string];

/** Elements as they come over the wire: a type, and the rest to be looked at. */
export type Loose = { readonly type: string; readonly action_id?: string; readonly [key: string]: unknown };

const plural = 's';

/** What an untouched element holds, or null for one that holds nothing (buttons, overflow, …). */
export const initialValue = (element: Loose): FieldInput | null => {
  const { type } = element;
  const one = (kind: string): FieldInput => ({
    type,
    [`selected_${kind}`]: element[`initial_${kind}`] ?? null,
  });
  const many = (kind: string): FieldInput => ({
    type,
    [`selected_${kind}${plural}`]: element[`initial_${kind}${plural}`] ?? [],
  });
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element['initial_value'] ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element['initial_value'] ?? null };
    case 'datepicker':
      return one('date');
    case 'timepicker':
      return one('time');
    case 'datetimepicker':
      return one('date_time');
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return one('option');
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return many('option');
    case 'users_select':
      return one('user');
    case 'multi_users_select':
      return many('user');
    case 'conversations_select':
      return one('conversation');
    case 'multi_conversations_select':
      return many('conversation');
    case 'channels_select':
      return one('channel');
    case 'multi_channels_select':
      return many('channel');
    case 'file_input':
      return { type, files: [] };
    default:
      return null;
  }
};

/** The elements of a block that may hold a value or be pressed. */
export const elementsOf = (block: KnownBlock): readonly Loose[] => {
  switch (block.type) {
    case 'input':
      return [{ ...block.element }];
    case 'section':
      return block.accessory ? [{ ...block.accessory }] : [];
    case 'actions':
      return block.elements.map((element) => ({ ...element }));
    default:
      return [];
  }
};

/** `state.values` of a view or message: what was typed where block_id and action_id stayed, what the app set elsewhere. */
export const stateOf = (blocks: readonly KnownBlock[], typed: StateValues): StateValues => {
  const state: StateValues = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const initial = initialValue(element);
      if (initial === null || block.block_id === undefined || element.action_id === undefined) continue;
      const kept = typed[block.block_id]?.[element.action_id];
      state[block.block_id] = {
        ...state[block.block_id],
        [element.action_id]: kept?.type === element.type ? kept : initial,
      };
    }
  }
  return state;
};

export const withValue = (
  typed: StateValues,
  blockId: string,
  actionId: string,
  value: FieldInput,
): StateValues => ({
  ...typed,
  [blockId]: { ...typed[blockId], [actionId]: value },
});

/** True when nothing was entered or chosen. */
export const isEmpty = (value: FieldInput | undefined): boolean =>
  value === undefined ||
  Object.entries(value).every(
    ([key, held]) =>
      key === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  );

/** What Slack itself checks before it sends a form: block_id to message, empty when the form may go. */
export const formErrors = (
  blocks: readonly KnownBlock[],
  state: StateValues,
): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || block.block_id === undefined) continue;
    const element: Loose = { ...block.element };
    const value = state[block.block_id]?.[element.action_id ?? ''];
    const error = isEmpty(value)
      ? block.optional === true
        ? null
        : 'Please complete this required field.'
      : lookAt(element, String(value?.['value'] ?? ''));
    if (error !== null) errors[block.block_id] = error;
  }
  return errors;
};

const lookAt = (element: Loose, text: string): string | null => {
  const length = [...text].length;
  switch (element.type) {
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) ? null : 'Please enter a valid URL, starting with https://.';
    case 'number_input':
      return numberError(element, text);
    case 'plain_text_input': {
      const least = Number(element['min_length'] ?? 0);
      const most = Number(element['max_length'] ?? 3000);
      if (length < least) return `Please enter at least ${least} characters.`;
      return length > most ? `Please enter at most ${most} characters.` : null;
    }
    default:
      return null;
  }
};

const numberError = (element: Loose, text: string): string | null => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a number.';
  if (element['is_decimal_allowed'] !== true && text.includes('.')) return 'Please enter a whole number.';
  const { min_value: least, max_value: most } = element;
  if (typeof least === 'string' && Number(text) < Number(least)) return `Please enter ${least} or more.`;
  if (typeof most === 'string' && Number(text) > Number(most)) return `Please enter ${most} or less.`;
  return null;
};
