import { blocks, cells, containers, elements, leaves, objects } from '../../src/blockkit/limits.ts';
import type { LimitRule, Shape } from '../../src/blockkit/rule.ts';

/** Smallest values that a rule or shape of the limits table accepts, and values of an exact size. */
type Value = Record<string, unknown>;

const emoji = '🛡';
export const ofLength = (length: number): string => emoji.repeat(length);

const urlOf = (length: number): string => {
  const start = 'https://e.org/';
  return length <= start.length ? start : start + ofLength(length - start.length);
};

const stringOf = (rule: Extract<LimitRule, { kind: 'string' }>, length: number): string => {
  if (rule.format === 'url' || rule.format === 'https_url') return urlOf(length);
  if (rule.format === 'number_string') return '7';
  if (rule.pattern?.includes('-') && rule.max === 10) return '2026-01-31';
  if (rule.max === 5) return '09:15';
  return ofLength(length);
};

const table: Partial<Record<LimitRule['kind'], Readonly<Record<string, Shape>>>> = {
  block: blocks,
  element: elements,
  leaf: leaves,
  container: containers,
  rich_text_container: containers,
};

/** A value for the rule; `size` is the length of a text or list, or the number itself. */
export const valueFor = (rule: LimitRule, size?: number): unknown => {
  switch (rule.kind) {
    case 'string':
      return stringOf(rule, size ?? Math.max(rule.min ?? 1, 1));
    case 'integer':
    case 'number':
      return size ?? rule.min ?? rule.max ?? 1;
    case 'boolean':
      return true;
    case 'enum':
      return rule.values[0];
    case 'plain_text':
    case 'text':
      return { type: 'plain_text', text: ofLength(size ?? 1) };
    case 'array':
      return Array.from({ length: size ?? rule.min ?? 1 }, () => valueFor(rule.items));
    case 'object':
      return smallest(
        rule.ref === undefined ? { fields: rule.fields ?? {} } : (objects[rule.ref] ?? { fields: {} }),
      );
    case 'nullable':
      return valueFor(rule.of);
    case 'one_of':
      return rule.of[0] === undefined ? null : valueFor(rule.of[0]);
    case 'table_cell':
      return { type: 'raw_text', ...smallest(cells['raw_text'] ?? { fields: {} }) };
    case 'block':
    case 'element':
    case 'container':
    case 'leaf':
    case 'rich_text_container': {
      const type = rule.types?.[0] ?? 'divider';
      return { type, ...smallest(table[rule.kind]?.[type] ?? { fields: {} }) };
    }
  }
};

export const smallest = (shape: Shape, except?: string): Value => {
  const chosen = [...(shape.exactlyOneOf ?? []), ...(shape.atLeastOneOf ?? [])].flatMap((names) =>
    except !== undefined && names.includes(except) ? [except] : names.slice(0, 1),
  );
  const type = shape.fields['type'];
  chosen.push(...(shape.byType?.[type?.kind === 'enum' ? (type.values[0] ?? '') : '']?.needs ?? []));
  const wanted = Object.entries(shape.fields).filter(
    ([name, rule]) => rule.required === true || chosen.includes(name),
  );
  return Object.fromEntries(wanted.map(([name, rule]) => [name, valueFor(rule)]));
};
