/** An input block: label, control, hint, error. */
import type { InputBlock as Block } from '@slack/types';
import type { JSX } from 'preact';
import { Element } from './element.tsx';
import { elementId, type PageSurface } from './surface.ts';
import { PlainText } from './text.tsx';

/** A label, its control, and below it what is wrong and what helps; the control is described by both. */
export const InputBlock = ({
  block,
  surface,
}: {
  readonly block: Block;
  readonly surface: PageSurface;
}): JSX.Element => {
  const blockId = block.block_id ?? '';
  const id = elementId(surface, blockId, block.element.action_id ?? '');
  const error = surface.errors[blockId];
  const optional = block.optional === true;
  const parts = [
    optional ? `${id}-optional` : '',
    error === undefined ? '' : `${id}-error`,
    block.hint ? `${id}-hint` : '',
  ].filter((part) => part !== '');
  return (
    <div class={`input-block ${error === undefined ? '' : 'has-error'}`}>
      <div class="input-label">
        <label id={`${id}-label`} for={id}>
          <PlainText text={block.label.text} />
        </label>
        {optional && (
          <span class="optional" id={`${id}-optional`}>
            (optional)
          </span>
        )}
      </div>
      <Element
        element={{ ...block.element }}
        surface={surface}
        blockId={blockId}
        id={id}
        input={{
          labelId: `${id}-label`,
          describedBy: parts.length > 0 ? parts.join(' ') : undefined,
          invalid: error !== undefined,
          required: !optional,
          dispatches: block.dispatch_action === true,
        }}
      />
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {block.hint && (
        <p class="hint" id={`${id}-hint`}>
          <PlainText text={block.hint.text} />
        </p>
      )}
    </div>
  );
};
