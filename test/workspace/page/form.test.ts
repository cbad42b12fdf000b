import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import {
  elementsOf,
  formErrors,
  initialValue,
  stateOf,
  withValue,
} from '../../../src/workspace/page/form.ts';

const label = { type: 'plain_text', text: 'Label' } as const;
const text = (blockId: string, more: object = {}, optional = false): KnownBlock => ({
  type: 'input',
  block_id: blockId,
  label,
  optional,
  element: { type: 'plain_text_input', action_id: 'v', ...more },
});

test('untouched elements hold null or an empty list, or what the app put in', () => {
  expect(initialValue({ type: 'plain_text_input' })).toEqual({ type: 'plain_text_input', value: null });
  expect(initialValue({ type: 'datepicker', initial_date: '2026-11-22' })).toEqual({
    type: 'datepicker',
    selected_date: '2026-11-22',
  });
  expect(initialValue({ type: 'checkboxes' })).toEqual({ type: 'checkboxes', selected_options: [] });
  expect(initialValue({ type: 'multi_users_select' })).toEqual({
    type: 'multi_users_select',
    selected_users: [],
  });
  expect(initialValue({ type: 'conversations_select' })).toEqual({
    type: 'conversations_select',
    selected_conversation: null,
  });
  expect(initialValue({ type: 'button' })).toBeNull();
});

test('what was typed stays over an update where block_id, action_id and kind stay, and is reset elsewhere', () => {
  const typed = withValue({}, 'a', 'v', { type: 'plain_text_input', value: 'kept' });
  expect(stateOf([text('a'), text('b')], typed)).toEqual({
    a: { v: { type: 'plain_text_input', value: 'kept' } },
    b: { v: { type: 'plain_text_input', value: null } },
  });
  const changed: KnownBlock = {
    type: 'input',
    block_id: 'a',
    label,
    element: { type: 'number_input', action_id: 'v', is_decimal_allowed: false },
  };
  expect(stateOf([changed], typed)).toEqual({ a: { v: { type: 'number_input', value: null } } });
});

test('elements of sections and actions have state too, plain buttons have none', () => {
  const blocks: readonly KnownBlock[] = [
    {
      type: 'section',
      block_id: 's',
      text: { type: 'mrkdwn', text: 'x' },
      accessory: { type: 'datepicker', action_id: 'd' },
    },
    { type: 'actions', block_id: 'x', elements: [{ type: 'button', action_id: 'b', text: label }] },
  ];
  expect(blocks.flatMap(elementsOf).map((element) => element.type)).toEqual(['datepicker', 'button']);
  expect(stateOf(blocks, {})).toEqual({ s: { d: { type: 'datepicker', selected_date: null } } });
});

const errorsFor = (block: KnownBlock, value: string | null) => {
  const type = elementsOf(block)[0]?.type ?? '';
  return formErrors([block], { a: { v: { type, value } } })['a'];
};

test('a required field must be filled, an optional one need not', () => {
  expect(errorsFor(text('a'), null)).toBe('Please complete this required field.');
  expect(errorsFor(text('a', {}, true), null)).toBeUndefined();
  expect(errorsFor(text('a'), 'x')).toBeUndefined();
});

test('lengths are counted in characters as people see them, not in UTF-16 units', () => {
  expect(errorsFor(text('a', { max_length: 2 }), '🙂🙂')).toBeUndefined();
  expect(errorsFor(text('a', { max_length: 2 }), '🙂🙂🙂')).toBe('Please enter at most 2 characters.');
  expect(errorsFor(text('a', { min_length: 3 }), 'ab')).toBe('Please enter at least 3 characters.');
});

test('addresses and numbers are looked at', () => {
  const of = (element: object): KnownBlock => ({ ...text('a'), element }) as KnownBlock;
  const email = of({ type: 'email_text_input', action_id: 'v' });
  const number = of({
    type: 'number_input',
    action_id: 'v',
    is_decimal_allowed: false,
    min_value: '1',
    max_value: '9',
  });
  expect(errorsFor(email, 'nobody')).toBe('Please enter a valid email address.');
  expect(errorsFor(email, 'a@b.example')).toBeUndefined();
  expect(errorsFor(number, '1.5')).toBe('Please enter a whole number.');
  expect(errorsFor(number, '0')).toBe('Please enter 1 or more.');
  expect(errorsFor(number, '10')).toBe('Please enter 9 or less.');
  expect(errorsFor(number, '5')).toBeUndefined();
});
