/** The rules of options: an initial one must be offered. */
import { madeOnce } from './made-once.ts';
import { isObject, type Json, type LimitRule, type Shape } from './rule.ts';
import type { Walk } from './walk.ts';

/** An initial option must equal one that is offered, text and value. */
export const isOffered = (owner: Json, option: unknown): boolean => {
  const groups = Array.isArray(owner['option_groups']) ? owner['option_groups'] : [];
  const own = Array.isArray(owner['options']) ? owner['options'] : [];
  const all: readonly unknown[] = [
    ...own,
    ...groups.flatMap((group: unknown) =>
      isObject(group) && Array.isArray(group['options']) ? group['options'] : [],
    ),
  ];
  return all.some((other) => same(other, option));
};

const same = (left: unknown, right: unknown): boolean => {
  if (!isObject(left) || !isObject(right)) return left === right;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => same(left[name], right[name]));
};

const plain: LimitRule = { kind: 'plain_text', min: 1, max: 75 };

const plainOption = madeOnce(
  (shape: Shape): Shape => ({
    ...shape,
    fields: { ...shape.fields, text: { ...plain, required: true }, description: plain },
  }),
);

/** Options carry mrkdwn only in checkboxes and radio buttons. */
export const optionShape = (walk: Walk, ref: string | undefined, shape: Shape): Shape =>
  ref !== 'option' || walk.element === 'checkboxes' || walk.element === 'radio_buttons'
    ? shape
    : plainOption(shape);
