/** Groups of checkboxes in a form: as many as there are things to tick, read back as one list. */
import type { Checkboxes, InputBlock } from '@slack/types';
import { plain, shortened } from '../blocks.ts';

/** A group of checkboxes takes ten. */
export const mostBoxes = 10;

export type Box = { readonly value: string; readonly text: string; readonly about: string };

export const option = ({ value, text, about }: Box) => ({
  value,
  text: plain(shortened(text, 75)),
  ...(about === '' ? {} : { description: plain(shortened(about, 75)) }),
});

export const boxes = (
  blockId: string,
  label: string,
  all: readonly Box[],
  ticked: readonly string[],
  hint = '',
): readonly InputBlock[] =>
  Array.from({ length: Math.ceil(all.length / mostBoxes) }, (_, at): InputBlock => {
    const some = all.slice(at * mostBoxes, (at + 1) * mostBoxes);
    const initial = some.filter(({ value }) => ticked.includes(value)).map(option);
    const element: Checkboxes = {
      type: 'checkboxes',
      action_id: 'value',
      options: some.map(option),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    };
    return {
      type: 'input',
      block_id: `${blockId}_${at}`,
      label: plain(at === 0 ? label : `${label} (more)`),
      optional: true,
      ...(hint === '' || at > 0 ? {} : { hint: plain(hint) }),
      element,
    };
  });

/** Everything ticked in the groups that share a name. */
export const tickedIn = (fields: Readonly<Record<string, unknown>>, blockId: string): readonly string[] =>
  Object.entries(fields).flatMap(([block, value]) =>
    new RegExp(`^${blockId}_\\d+$`).test(block) && Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string')
      : [],
  );
