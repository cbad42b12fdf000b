/** What must hold between the blocks of one payload. */
import { limits } from './limits.ts';
import { type Breach, codePoints, isObject, type Json } from './rule.ts';

type Inside = { readonly at: string; readonly element: Json };

const elementsOf = (block: Json): readonly Inside[] => {
  const { element, accessory, elements } = block;
  const found: Inside[] = [];
  if (isObject(element)) found.push({ at: 'element', element });
  if (isObject(accessory)) found.push({ at: 'accessory', element: accessory });
  if (Array.isArray(elements))
    elements.forEach((each: unknown, index) => {
      if (isObject(each)) found.push({ at: `elements/${index}`, element: each });
    });
  return found;
};

const repeated = (values: readonly unknown[]): readonly number[] => {
  const found: number[] = [];
  values.forEach((value, index) => {
    if (typeof value === 'string' && values.indexOf(value) < index) found.push(index);
  });
  return found;
};

/** All strings of a table's cells, however deep. */
const textIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + textIn(item), 0);
  if (!isObject(value)) return 0;
  const own = typeof value['text'] === 'string' ? codePoints(value['text']) : 0;
  return own + textIn(value['elements']);
};

/** What holds between the blocks of one payload: ids, focus, sums, and one table or plan a message. */
export const checkWhole = (pointer: string, list: readonly unknown[]): readonly Breach[] => {
  const blocks = list.map((block) => (isObject(block) ? block : {}));
  const breaches: Breach[] = [];
  const say = (at: string, message: string) => breaches.push({ pointer: at, message });
  for (const index of repeated(blocks.map((block) => block['block_id']))) {
    say(`${pointer}/${index}/block_id`, `duplicate block_id: ${String(blocks[index]?.['block_id'])}`);
  }
  const focused: string[] = [];
  blocks.forEach((block, index) => {
    const inside = elementsOf(block);
    for (const { at, element } of inside)
      if (element['focus_on_load'] === true) focused.push(`${pointer}/${index}/${at}`);
    for (const twice of repeated(inside.map(({ element }) => element['action_id']))) {
      say(
        `${pointer}/${index}/${inside[twice]?.at ?? ''}/action_id`,
        'action_id already exists in this block',
      );
    }
    checkElements(`${pointer}/${index}`, block, inside, say);
  });
  if (focused[1] !== undefined) say(focused[1], 'focus_on_load can only be set on one element');
  const ofType = (type: string) => blocks.filter((block) => block['type'] === type);
  const texts = ofType('markdown');
  const markdown = texts.reduce((sum, block) => sum + codePoints(String(block['text'] ?? '')), 0);
  if (markdown > limits.markdownText && texts.length > 1) {
    say(pointer, `markdown text must be less than ${limits.markdownText + 1} characters in all`);
  }
  const tables = [...ofType('table'), ...ofType('data_table')];
  if (tables.length > limits.tables) say(pointer, 'only_one_table_allowed');
  if (tables.reduce((sum, block) => sum + textIn(block['rows']), 0) > limits.tableText) {
    say(pointer, `table text must be less than ${limits.tableText + 1} characters in all`);
  }
  if (ofType('plan').length > limits.plans) say(pointer, `no more than ${limits.plans} plan allowed`);
  if (ofType('data_visualization').length > limits.charts)
    say(pointer, `no more than ${limits.charts} charts allowed`);
  return breaches;
};

const initialLists = ['initial_options', 'initial_users', 'initial_conversations', 'initial_channels'];

const chosenIn = (element: Json): number =>
  initialLists.flatMap((name) => (Array.isArray(element[name]) ? element[name] : [])).length;

const fitsNumber = (element: Json, value: number): boolean =>
  value >= Number(element['min_value'] ?? Number.NEGATIVE_INFINITY) &&
  value <= Number(element['max_value'] ?? Number.POSITIVE_INFINITY) &&
  (element['is_decimal_allowed'] !== false || Number.isInteger(value));

const checkElements = (
  pointer: string,
  block: Json,
  inside: readonly { readonly at: string; readonly element: Json }[],
  say: (at: string, message: string) => void,
): void => {
  for (const { at, element } of inside) {
    const least = Number(element['min_length'] ?? 0);
    if (typeof element['max_length'] === 'number' && least > element['max_length']) {
      say(`${pointer}/${at}/min_length`, '`min_length` must not be above `max_length`');
    }
    if (
      Number(element['min_value'] ?? Number.NEGATIVE_INFINITY) >
      Number(element['max_value'] ?? Number.POSITIVE_INFINITY)
    ) {
      say(`${pointer}/${at}/min_value`, '`min_value` must not be above `max_value`');
    }
    const first = element['initial_value'];
    const most = element['max_length'];
    if (typeof first === 'string' && typeof most === 'number' && codePoints(first) > most)
      say(`${pointer}/${at}/initial_value`, `must be less than ${most + 1} characters`);
    if (
      element['type'] === 'number_input' &&
      typeof first === 'string' &&
      !fitsNumber(element, Number(first))
    )
      say(
        `${pointer}/${at}/initial_value`,
        'must lie within `min_value` and `max_value`, and be whole unless decimals are allowed',
      );
    const mostChosen = element['max_selected_items'] ?? null;
    if (mostChosen !== null && chosenIn(element) > Number(mostChosen))
      say(`${pointer}/${at}/max_selected_items`, 'must not be below the number of initial choices');
    if (Number(element['min_lines'] ?? 0) > Number(element['max_lines'] ?? Number.POSITIVE_INFINITY))
      say(`${pointer}/${at}/min_lines`, '`min_lines` must not be above `max_lines`');
    if (block['type'] === 'input' && block['dispatch_action'] === true && element['type'] === 'file_input') {
      say(`${pointer}/dispatch_action`, 'dispatch_action is not allowed with file_input');
    }
  }
};
