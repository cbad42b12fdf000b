import { describe, expect, test } from 'vitest';
import { blocks, elements, home, modal, objects } from '../../src/blockkit/limits.ts';
import {
  type BlockSurface,
  type Breach,
  inSlackWords,
  type LimitRule,
  type Shape,
} from '../../src/blockkit/rule.ts';
import { checkBlocks, checkView } from '../../src/blockkit/validate.ts';
import { smallest, valueFor } from '../support/block-examples.ts';

type Case = {
  readonly name: string;
  readonly size: number;
  readonly check: (size: number) => readonly Breach[];
};

/** Puts a block into a payload of a surface it may stand in. */
const checkBlock = (block: Record<string, unknown>, surface: BlockSurface) => checkBlocks([block], surface);

const sectionAccessories = new Set(['checkboxes', 'radio_buttons', 'button', 'overflow']);

/** The smallest block that may hold the element. */
const around = (type: string, shape: Shape, element: Record<string, unknown>): Record<string, unknown> => {
  if (type === 'url') return { type: 'task_card', task_id: '1', title: 't', sources: [element] };
  if (shape.inBlocks?.includes('context_actions')) return { type: 'context_actions', elements: [element] };
  if (type === 'image') return { type: 'context', elements: [element] };
  if (shape.inBlocks?.includes('input') || 'focus_on_load' in shape.fields) {
    return { type: 'input', label: { type: 'plain_text', text: 'l' }, element };
  }
  return sectionAccessories.has(type)
    ? { type: 'section', text: { type: 'mrkdwn', text: 't' }, accessory: element }
    : { type: 'actions', elements: [element] };
};

const surfaceOf = (shape: Shape): BlockSurface =>
  shape.surfaces?.includes('message') ? 'message' : (shape.surfaces?.[0] ?? 'message');

const fieldCases = (
  name: string,
  shape: Shape,
  check: (value: Record<string, unknown>) => readonly Breach[],
): Case[] =>
  Object.entries(shape.fields).flatMap(([field, rule]) => {
    if (rule.max === undefined || ('pattern' in rule && rule.pattern !== undefined)) return [];
    const filled = (size: number) => {
      const value = { ...smallest(shape, field), [field]: valueFor(rule, size) };
      const offered: LimitRule | undefined = shape.fields['options'];
      // An initial option must be one of those offered, so as many are offered as the list asks for.
      return field === 'initial_options' && offered !== undefined
        ? { ...value, options: valueFor(offered, 1) }
        : value;
    };
    return [{ name: `${name}.${field}`, size: rule.max, check: (size: number) => check(filled(size)) }];
  });

const blockCases = Object.entries(blocks)
  .filter(([, shape]) => (shape.surfaces?.length ?? 0) > 0)
  .flatMap(([type, shape]) =>
    fieldCases(type, shape, (value) => checkBlock({ type, ...value }, surfaceOf(shape))),
  );

const elementCases = Object.entries(elements).flatMap(([type, shape]) =>
  fieldCases(type, shape, (value) => checkBlock(around(type, shape, { type, ...value }), surfaceOf(shape))),
);

/** Where each composition object is used. */
const holders: Readonly<Record<string, (value: Record<string, unknown>) => readonly Breach[]>> = {
  option: (option) =>
    checkBlock({ type: 'actions', elements: [{ type: 'overflow', options: [option] }] }, 'message'),
  option_group: (group) =>
    checkBlock({ type: 'actions', elements: [{ type: 'static_select', option_groups: [group] }] }, 'message'),
  confirm: (confirm) =>
    checkBlock(
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'b' }, confirm }] },
      'message',
    ),
  feedback_button: (button) => {
    const plain = { text: { type: 'plain_text', text: 'b' }, value: 'v' };
    const element = { type: 'feedback_buttons', positive_button: button, negative_button: plain };
    return checkBlock({ type: 'context_actions', elements: [element] }, 'message');
  },
  plain_text: (text) => checkBlock({ type: 'section', text: { ...text, type: 'plain_text' } }, 'message'),
  mrkdwn: (text) => checkBlock({ type: 'section', text: { ...text, type: 'mrkdwn' } }, 'message'),
  conversation_filter: (filter) =>
    checkBlock({ type: 'actions', elements: [{ type: 'conversations_select', filter }] }, 'message'),
  dispatch_action_config: (config) =>
    checkBlock(
      {
        type: 'input',
        label: { type: 'plain_text', text: 'l' },
        element: { type: 'plain_text_input', dispatch_action_config: config },
      },
      'message',
    ),
};
const objectCases = Object.entries(holders).flatMap(([name, check]) =>
  fieldCases(name, objects[name] ?? { fields: {} }, check),
);

const viewCases = [
  ...fieldCases('modal', modal, (value) => checkView(value)),
  ...fieldCases('home', home, (value) => checkView(value)),
];

const all = [...blockCases, ...elementCases, ...objectCases, ...viewCases];

describe("every limit in Slack's table", () => {
  test('is looked at', () => {
    expect(all.length).toBeGreaterThan(150);
  });

  test.each(all.map((one) => [one.name, one] as const))(
    '%s is accepted at the limit and refused one above',
    (name, one) => {
      const field = name.split('.').at(-1) ?? '';
      expect(one.check(one.size).map(inSlackWords)).toEqual([]);
      const above = one.check(one.size + 1);
      expect(above.map((breach) => breach.pointer).join(' ')).toContain(field);
    },
  );
});

// Typed from docs.slack.dev and the official Python models, so that a slip in the table itself is seen as well.
describe('the table', () => {
  test.each([
    ['section', 'text', 3000],
    ['section', 'fields', 10],
    ['header', 'text', 150],
    ['context', 'elements', 10],
    ['actions', 'elements', 25],
    ['input', 'label', 2000],
    ['input', 'hint', 2000],
    ['markdown', 'text', 12_000],
    ['context_actions', 'elements', 5],
    ['image', 'alt_text', 2000],
  ])('block %s.%s ends at %i', (block, field, max) => {
    expect(blocks[block]?.fields[field]?.max).toBe(max);
  });
  test.each([
    ['button', 'text', 75],
    ['button', 'value', 2000],
    ['button', 'url', 3000],
    ['button', 'accessibility_label', 75],
    ['button', 'action_id', 255],
    ['static_select', 'options', 100],
    ['static_select', 'placeholder', 150],
    ['overflow', 'options', 5],
    ['checkboxes', 'options', 10],
    ['radio_buttons', 'options', 10],
    ['plain_text_input', 'max_length', 3000],
    ['file_input', 'max_files', 10],
  ])('element %s.%s ends at %i', (element, field, max) => {
    expect(elements[element]?.fields[field]?.max).toBe(max);
  });
  test.each([
    ['option', 'text', 75],
    ['option', 'value', 150],
    ['option', 'description', 75],
    ['option_group', 'label', 75],
    ['confirm', 'title', 100],
    ['confirm', 'text', 300],
    ['confirm', 'confirm', 30],
    ['confirm', 'deny', 30],
  ])('object %s.%s ends at %i', (object, field, max) => {
    expect(objects[object]?.fields[field]?.max).toBe(max);
  });
  test.each([
    ['title', 24],
    ['submit', 24],
    ['close', 24],
    ['blocks', 100],
    ['callback_id', 255],
    ['private_metadata', 3000],
    ['external_id', 255],
  ])('modal %s ends at %i', (field, max) => {
    expect(modal.fields[field]?.max).toBe(max);
  });
});
