/** Chooses the component for an interactive element by its type. */
import type { JSX } from 'preact';
import { ActionButton, Feedback, OverflowMenu } from './buttons.tsx';
import { confirmed } from './confirm.tsx';
import type { ControlProps } from './control.ts';
import { useDesk } from './desk.ts';
import { type FieldInput, initialValue, type Loose } from './form.ts';
import { RichTextInput, TypedInput } from './inputs.tsx';
import { DateInput, DateTimeInput, OptionList, TimeInput } from './pickers.tsx';
import { DirectorySelect, ExternalSelect, StaticSelect } from './select.tsx';
import type { PageSurface } from './surface.ts';

type ElementProps = {
  readonly element: Loose;
  readonly surface: PageSurface;
  readonly blockId: string;
  /** Set when the element sits in an input block. */
  readonly input?: {
    readonly labelId: string;
    readonly describedBy: string | undefined;
    readonly invalid: boolean;
    readonly required: boolean;
    readonly dispatches: boolean;
  };
  readonly id: string;
};

const moments = (element: Loose): readonly unknown[] => {
  const config = element['dispatch_action_config'];
  const chosen =
    typeof config === 'object' && config !== null && 'trigger_actions_on' in config
      ? config.trigger_actions_on
      : null;
  return Array.isArray(chosen) ? chosen : ['on_enter_pressed'];
};

export const Element = ({ element, surface, blockId, input, id }: ElementProps): JSX.Element => {
  const desk = useDesk();
  const actionId = element.action_id ?? '';
  const tells = input === undefined || input.dispatches;
  const onValue = async (value: FieldInput) => {
    const before = surface.state[blockId]?.[actionId];
    surface.set(blockId, actionId, value);
    if (!tells) return;
    if (await confirmed(desk, element['confirm'])) await surface.fire(blockId, actionId, value);
    else if (before) surface.set(blockId, actionId, before);
  };
  const control: ControlProps = {
    element,
    surface,
    blockId,
    actionId,
    id,
    value: surface.state[blockId]?.[actionId] ?? initialValue(element) ?? undefined,
    label: input ? { 'aria-labelledby': input.labelId } : { 'aria-label': nameOf(element) },
    describedBy: input?.describedBy,
    invalid: input?.invalid ?? false,
    required: input?.required ?? false,
    onValue: (value) => void onValue(value),
    onTyped: (value, moment) => {
      if (!tells || !moments(element).includes(moment)) return false;
      void surface.fire(blockId, actionId, value);
      return true;
    },
  };
  return <Control {...control} />;
};

const nameOf = (element: Loose): string => {
  const given = element['placeholder'];
  if (typeof given === 'object' && given !== null && 'text' in given) return String(given.text);
  return element.type.replaceAll('_', ' ');
};

const Control = (props: ControlProps): JSX.Element => {
  switch (props.element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return <ActionButton {...props} />;
    case 'overflow':
      return <OverflowMenu {...props} />;
    case 'feedback_buttons':
      return <Feedback {...props} />;
    case 'static_select':
    case 'multi_static_select':
      return <StaticSelect {...props} />;
    case 'external_select':
    case 'multi_external_select':
      return <ExternalSelect {...props} />;
    case 'users_select':
    case 'multi_users_select':
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
    case 'multi_channels_select':
      return <DirectorySelect {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <OptionList {...props} />;
    case 'datepicker':
      return <DateInput {...props} />;
    case 'timepicker':
      return <TimeInput {...props} />;
    case 'datetimepicker':
      return <DateTimeInput {...props} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TypedInput {...props} />;
    case 'rich_text_input':
      return <RichTextInput {...props} />;
    case 'file_input':
      return <p class="muted">Files cannot be uploaded in the local workspace.</p>;
    default:
      return <p class="muted">The local workspace does not draw “{props.element.type}”.</p>;
  }
};
