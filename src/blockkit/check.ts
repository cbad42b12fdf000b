/** Holds the fields of one object against its shape in the table of limits. */
import { blocks, cells, containers, elements, leaves, objects } from './limits.ts';
import { madeOnce } from './made-once.ts';
import { isOffered, optionShape } from './options.ts';
import { isObject, type Json, type LimitRule, type Shape } from './rule.ts';
import { checkScalar } from './scalar.ts';
import { applies, say, type Walk } from './walk.ts';

type Fields = Shape['fields'];

const entriesOf = madeOnce((fields: Fields) => Object.entries(fields));

const isThere = (field: unknown): boolean => field !== undefined && field !== null;

/** The fields of one object against its shape: missing, unknown, and one-of rules. */
export const checkShape = (
  walk: Walk,
  pointer: string,
  value: Json,
  shape: Shape,
  allowed: readonly string[] = [],
): undefined => {
  for (const [name, rule] of entriesOf(shape.fields)) {
    const field = value[name];
    if (field === undefined || (field === null && rule.kind !== 'nullable')) {
      if (rule.required === true) say(walk, pointer, `missing required field: ${name}`);
    } else if ('only' in rule && !applies(walk, rule.only)) {
      say(walk, pointer, `invalid additional property: ${name}`);
    } else {
      checkRule(walk, `${pointer}/${name}`, field, rule, value);
    }
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shape.fields, name) && !allowed.includes(name)) {
      say(walk, pointer, `invalid additional property: ${name}`);
    }
  }
  checkTogether(walk, pointer, value, shape);
};

/** What holds between the fields of one object. */
const checkTogether = (walk: Walk, pointer: string, value: Json, shape: Shape): undefined => {
  const { exactlyOneOf, byType, atLeastOneOf } = shape;
  if (exactlyOneOf === undefined && byType === undefined && atLeastOneOf === undefined) return;
  const present = (names: readonly string[]) => names.filter((name) => isThere(value[name]));
  for (const names of exactlyOneOf ?? []) {
    if (present(names).length !== 1) say(walk, pointer, `must define either ${quoted(names)}`);
  }
  const { needs, never } = byType?.[String(value['type'])] ?? { needs: [], never: [] };
  for (const name of needs) if (!isThere(value[name])) say(walk, pointer, `missing required field: ${name}`);
  for (const name of present(never)) say(walk, pointer, `invalid additional property: ${name}`);
  for (const names of atLeastOneOf ?? []) {
    if (present(names).length === 0) say(walk, pointer, `must define either ${quoted(names)}`);
  }
};

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' or ');

type TextRule = Extract<LimitRule, { kind: 'text' | 'plain_text' }>;

/** The objects of text by their type, as this rule limits them. */
const textShapes = madeOnce(({ min = 1, max = 3000 }: TextRule) => {
  const text: LimitRule = { kind: 'string', required: true, min, max };
  const limited = (shape: Shape | undefined): Shape | undefined =>
    shape === undefined ? undefined : { fields: { ...shape.fields, text } };
  return { plain_text: limited(objects['plain_text']), mrkdwn: limited(objects['mrkdwn']) };
});

const checkText = (walk: Walk, pointer: string, value: unknown, rule: TextRule): undefined => {
  if (!isObject(value)) return say(walk, pointer, 'must provide an object');
  const type = value['type'];
  if (type !== 'plain_text' && (type !== 'mrkdwn' || rule.kind === 'plain_text')) {
    return say(walk, `${pointer}/type`, `unsupported type: ${String(type)}`);
  }
  const shape = textShapes(rule)[type];
  if (shape !== undefined) checkShape(walk, pointer, value, shape);
};

const checkTyped = (
  walk: Walk,
  pointer: string,
  value: unknown,
  table: Readonly<Record<string, Shape>>,
  types: readonly string[] | undefined,
  enter: (type: string, shape: Shape) => Walk,
  implicit?: string,
): undefined => {
  if (!isObject(value)) return say(walk, pointer, 'must provide an object');
  const type = value['type'] ?? implicit;
  const shape = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined;
  if (typeof type !== 'string' || shape === undefined || (types !== undefined && !types.includes(type))) {
    return say(
      walk,
      pointer,
      type === undefined ? 'missing required field: type' : `unsupported type: ${String(type)}`,
    );
  }
  if (shape.surfaces !== undefined && !shape.surfaces.includes(walk.surface)) {
    return say(walk, pointer, `unsupported type: ${type}`);
  }
  if (shape.inBlocks !== undefined && walk.block !== null && !shape.inBlocks.includes(walk.block)) {
    return say(walk, pointer, `unsupported type: ${type}`);
  }
  checkShape(enter(type, shape), pointer, value, shape, ['type']);
};

const checkArray = (
  walk: Walk,
  pointer: string,
  value: unknown,
  rule: Extract<LimitRule, { kind: 'array' }>,
  owner: Json,
): undefined => {
  if (!Array.isArray(value)) return say(walk, pointer, 'must provide an array');
  const items: readonly unknown[] = value;
  if (rule.max !== undefined && items.length > rule.max)
    say(walk, pointer, `no more than ${rule.max} items allowed`);
  if (rule.min !== undefined && items.length < rule.min)
    say(walk, pointer, `must provide at least ${rule.min} items`);
  items.forEach((item, index) => {
    checkRule(walk, `${pointer}/${index}`, item, rule.items, owner);
    if (rule.subsetOf !== undefined && !isOffered(owner, item)) {
      say(walk, `${pointer}/${index}`, 'failed to match one of the options provided');
    }
  });
};

/** One value against one rule. */
export const checkRule = (
  walk: Walk,
  pointer: string,
  value: unknown,
  rule: LimitRule,
  owner: Json,
): undefined => {
  switch (rule.kind) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'enum':
      return checkScalar(walk, pointer, value, rule);
    case 'plain_text':
    case 'text':
      return checkText(walk, pointer, value, rule);
    case 'array':
      return checkArray(walk, pointer, value, rule, owner);
    case 'object':
      return checkObject(walk, pointer, value, rule, owner);
    case 'block':
      return checkTyped(
        walk,
        pointer,
        value,
        blocks,
        rule.types,
        (block) => ({ ...walk, block }),
        rule.implicitType,
      );
    case 'element':
      return checkTyped(walk, pointer, value, elements, rule.types, (element) => ({ ...walk, element }));
    case 'rich_text_container':
    case 'container':
      return checkTyped(walk, pointer, value, containers, rule.types, () => walk);
    case 'leaf':
      return checkTyped(walk, pointer, value, leaves, rule.types, () => walk);
    case 'table_cell':
      return isObject(value) && value['type'] === 'rich_text'
        ? checkTyped(walk, pointer, value, blocks, rule.types, () => walk)
        : checkTyped(walk, pointer, value, cells, rule.types, () => walk);
    case 'nullable':
      return value === null ? undefined : checkRule(walk, pointer, value, rule.of, owner);
    case 'one_of':
      return checkOneOf(walk, pointer, value, rule.of, owner);
  }
};

type ObjectRule = Extract<LimitRule, { kind: 'object' }>;

const shapeOf = madeOnce(({ ref, fields }: ObjectRule): Shape | undefined => {
  if (ref !== undefined) return objects[ref];
  return fields === undefined ? undefined : { fields };
});

const checkObject = (
  walk: Walk,
  pointer: string,
  value: unknown,
  rule: ObjectRule,
  owner: Json,
): undefined => {
  if (!isObject(value)) return say(walk, pointer, 'must provide an object');
  const shape = shapeOf(rule);
  if (shape !== undefined) {
    const allowed = rule.ref === 'feedback_button' ? ['type'] : [];
    checkShape(walk, pointer, value, optionShape(walk, rule.ref, shape), allowed);
  }
  if (rule.memberOf !== undefined && !isOffered(owner, value)) {
    say(walk, pointer, 'failed to match one of the options provided');
  }
};

/** The alternative that names this `type` tells what is wrong; without one, none matches. */
const checkOneOf = (
  walk: Walk,
  pointer: string,
  value: unknown,
  of: readonly LimitRule[],
  owner: Json,
): undefined => {
  const type = isObject(value) ? value['type'] : undefined;
  const fits = of.find((rule) =>
    rule.kind === 'text'
      ? type === 'plain_text' || type === 'mrkdwn'
      : 'types' in rule && rule.types?.includes(String(type)),
  );
  if (fits === undefined) return say(walk, pointer, 'failed to match all allowed schemas');
  checkRule(walk, pointer, value, fits, owner);
};
