/** A form that keeps what is typed: its fields report as they are typed, and begin with what was kept. */
import type { Checkboxes, InputBlock, ModalView, PlainTextInput } from '@slack/types';
import { z } from 'zod';
import { context } from '../blocks.ts';

/** Block by block, as the draft store keeps it: several ticks in one word each, an emptied field as ''. */
export type KeptFields = Readonly<Record<string, string>>;

const sentInput = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.looseObject({
    type: z.string(),
    action_id: z.literal('value'),
    initial_value: z.string().default(''),
  }),
});

/** The fields of a form, as Slack sends it back, that are kept here; a letter's own are kept with its case. `typed` is null for what is chosen. */
export const keptInputs = (
  blocks: readonly unknown[],
): readonly { readonly id: string; readonly began: string | null }[] =>
  blocks.flatMap((block) => {
    const read = sentInput.safeParse(block);
    if (!read.success) return [];
    const { block_id: id, element } = read.data;
    return [{ id, began: element.type === 'plain_text_input' ? element.initial_value : null }];
  });

const typedInto = (
  { initial_value: _, ...element }: PlainTextInput,
  kept: string | undefined,
  began: string | undefined,
): PlainTextInput => {
  const words = kept ?? began ?? '';
  return {
    ...element,
    ...(words === '' ? {} : { initial_value: words.slice(0, element.max_length ?? 3_000) }),
    dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
  };
};

const tickedIn = ({ initial_options: _, ...element }: Checkboxes, kept: string): Checkboxes => {
  const ticked = element.options.filter(
    ({ value }) => value !== undefined && kept.split(' ').includes(value),
  );
  return ticked.length === 0 ? element : { ...element, initial_options: ticked };
};

/** A choice that is not offered any more is left as the form has it. */
const chosenIn = (element: InputBlock['element'], kept: string): InputBlock['element'] => {
  switch (element.type) {
    case 'static_select': {
      const all = element.options ?? element.option_groups?.flatMap(({ options }) => options);
      const chosen = all?.find(({ value }) => value === kept);
      return chosen === undefined ? element : { ...element, initial_option: chosen };
    }
    case 'radio_buttons': {
      const chosen = element.options.find(({ value }) => value === kept);
      return chosen === undefined ? element : { ...element, initial_option: chosen };
    }
    case 'checkboxes':
      return tickedIn(element, kept);
    case 'datepicker':
      return kept === '' ? element : { ...element, initial_date: kept };
    case 'timepicker':
      return kept === '' ? element : { ...element, initial_time: kept };
    case 'users_select':
      return kept === '' ? element : { ...element, initial_user: kept };
    default:
      return element;
  }
};

type AnyBlock = ModalView['blocks'][number];
const isInput = (block: AnyBlock): block is InputBlock => block.type === 'input';

const keptBlock = (block: AnyBlock, kept: KeptFields): AnyBlock => {
  if (!isInput(block) || block.element.action_id !== 'value') return block;
  const { element } = block;
  const words = kept[block.block_id ?? ''];
  if (element.type === 'plain_text_input')
    return { ...block, dispatch_action: true, element: typedInto(element, words, element.initial_value) };
  return words === undefined ? block : { ...block, element: chosenIn(element, words) };
};

/** With nothing kept it is the same form, listening. */
export const keptForm = (view: ModalView, kept: KeptFields): ModalView => ({
  ...view,
  notify_on_close: true,
  blocks: [
    ...(Object.keys(kept).length === 0
      ? []
      : [context('_This is what you had begun. Change what does not fit any more._')]),
    ...view.blocks.map((block) => keptBlock(block, kept)),
  ],
});
