import { codePoints, type LimitRule } from './rule.ts';
import { say, type Walk } from './walk.ts';

const checkRange = (
  walk: Walk,
  pointer: string,
  text: string,
  rule: { min?: number; max?: number },
): undefined => {
  const length = codePoints(text);
  if (rule.max !== undefined && length > rule.max)
    say(walk, pointer, `must be less than ${rule.max + 1} characters`);
  if (rule.min !== undefined && length < rule.min)
    say(walk, pointer, `must be more than ${rule.min - 1} characters`);
};

const formats = {
  url: /^[a-z][a-z0-9+.-]*:[^\s]+$/i,
  https_url: /^https:\/\/[^\s]+$/i,
  number_string: /^-?\d+(\.\d+)?$/,
};

type Scalar = Extract<LimitRule, { kind: 'string' | 'integer' | 'number' | 'boolean' | 'enum' }>;

/** Text, numbers, flags and words of a list. */
export const checkScalar = (walk: Walk, pointer: string, value: unknown, rule: Scalar): undefined => {
  switch (rule.kind) {
    case 'string':
      if (typeof value !== 'string') return say(walk, pointer, 'must provide a string');
      checkRange(walk, pointer, value, rule);
      if (rule.format !== undefined && value !== '' && !formats[rule.format].test(value)) {
        say(
          walk,
          pointer,
          rule.format === 'number_string' ? 'must be a valid number' : 'must be a valid URL',
        );
      }
      if (rule.pattern !== undefined && !new RegExp(rule.pattern, 'u').test(value)) {
        say(walk, pointer, 'failed to match the required format');
      }
      return;
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || (rule.kind === 'integer' && !Number.isInteger(value))) {
        return say(walk, pointer, `must provide ${rule.kind === 'integer' ? 'an integer' : 'a number'}`);
      }
      if (rule.max !== undefined && value > rule.max) say(walk, pointer, `must be less than ${rule.max + 1}`);
      if (rule.min !== undefined && value < rule.min)
        say(walk, pointer, `must be greater than ${rule.min - 1}`);
      if (rule.above !== undefined && value <= rule.above)
        say(walk, pointer, `must be greater than ${rule.above}`);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') say(walk, pointer, 'must provide a boolean');
      return;
    case 'enum':
      if (typeof value !== 'string' || !rule.values.includes(value)) {
        say(walk, pointer, `must be a valid enum value`);
      }
      return;
  }
};
