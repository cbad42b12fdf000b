/** Checks text, numbers, flags and words of a list against their limits. */
import { codePoints, type Format, type LimitRule } from './rule.ts';
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

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const formats: Readonly<
  Record<Format, { readonly fits: (text: string) => boolean; readonly otherwise: string }>
> = {
  url: { fits: (text) => /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(text), otherwise: 'must be a valid URL' },
  https_url: { fits: (text) => /^https:\/\/[^\s]+$/i.test(text), otherwise: 'must be a valid URL' },
  number_string: { fits: (text) => /^-?\d+(\.\d+)?$/.test(text), otherwise: 'must be a valid number' },
  date: { fits: isDay, otherwise: 'must be a valid date' },
  time_zone: { fits: isTimeZone, otherwise: 'must be a valid timezone' },
};

type Scalar = Extract<LimitRule, { kind: 'string' | 'integer' | 'number' | 'boolean' | 'enum' }>;

/** Text, numbers, flags and words of a list. */
export const checkScalar = (walk: Walk, pointer: string, value: unknown, rule: Scalar): undefined => {
  switch (rule.kind) {
    case 'string':
      if (typeof value !== 'string') return say(walk, pointer, 'must provide a string');
      checkRange(walk, pointer, value, rule);
      if (rule.format !== undefined && value !== '' && !formats[rule.format].fits(value))
        say(walk, pointer, formats[rule.format].otherwise);
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
