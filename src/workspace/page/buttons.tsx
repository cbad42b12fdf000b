/** Buttons, overflow menus and feedback buttons of an actions block. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { confirmed } from './confirm.tsx';
import type { ControlProps } from './control.ts';
import { useDesk } from './desk.ts';
import type { FieldInput } from './form.ts';
import { MoreIcon, ThumbDownIcon, ThumbUpIcon } from './icons.tsx';
import { safeUrl } from './inline.ts';
import { Menu } from './menu.tsx';
import { isOption } from './option.ts';
import { PlainText } from './text.tsx';

const textOf = (raw: unknown): string =>
  typeof raw === 'object' && raw !== null && 'text' in raw && typeof raw.text === 'string' ? raw.text : '';

const maybe = (name: string, held: unknown): Record<string, unknown> =>
  held === undefined ? {} : { [name]: held };

/** Opens a link of a button without giving the other page a hold on this one. */
const openLink = (raw: unknown): void => {
  const url = typeof raw === 'string' ? safeUrl(raw) : null;
  if (url !== null) window.open(url, '_blank', 'noopener,noreferrer');
};

export const ActionButton = ({ element, surface, blockId, actionId, id }: ControlProps): JSX.Element => {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy || !(await confirmed(desk, element['confirm']))) return;
    openLink(element['url']);
    setBusy(true);
    await surface.fire(blockId, actionId, {
      type: element.type,
      text: element['text'],
      ...maybe('value', element['value']),
      ...maybe('style', element['style']),
    });
    setBusy(false);
  };
  const style = element['style'] === 'primary' || element['style'] === 'danger' ? element['style'] : '';
  const label = element['accessibility_label'];
  return (
    <button
      type="button"
      id={id}
      class={`button ${style}`}
      aria-busy={busy}
      aria-label={typeof label === 'string' ? label : undefined}
      data-action-id={actionId}
      onClick={() => void press()}
    >
      <PlainText text={textOf(element['text'])} />
      {typeof element['url'] === 'string' && (
        <span class="external" aria-hidden="true">
          ↗
        </span>
      )}
    </button>
  );
};

export const OverflowMenu = ({ element, surface, blockId, actionId }: ControlProps): JSX.Element => {
  const desk = useDesk();
  const options = (Array.isArray(element['options']) ? element['options'] : []).filter(isOption);
  const pick = async (option: (typeof options)[number]) => {
    if (!(await confirmed(desk, element['confirm']))) return;
    openLink('url' in option ? option.url : undefined);
    await surface.fire(blockId, actionId, { type: 'overflow', selected_option: option });
  };
  return (
    <Menu
      label="More options"
      className="button square"
      face={<MoreIcon />}
      items={options.map((option) => ({
        key: option.value,
        label: option.text.text,
        note: option.description?.text,
        onPick: () => void pick(option),
      }))}
    />
  );
};

export const Feedback = ({ element, surface, blockId, actionId }: ControlProps): JSX.Element => {
  const [given, setGiven] = useState<string | null>(null);
  const one = (name: 'positive_button' | 'negative_button', face: JSX.Element) => {
    const raw = element[name];
    if (typeof raw !== 'object' || raw === null) return null;
    const text = 'text' in raw ? raw.text : undefined;
    const value = 'value' in raw ? raw.value : undefined;
    const label =
      'accessibility_label' in raw && typeof raw.accessibility_label === 'string'
        ? raw.accessibility_label
        : undefined;
    const action: FieldInput = { type: 'feedback_buttons', text, value };
    return (
      <button
        type="button"
        class="button feedback"
        aria-pressed={given === name}
        aria-label={label}
        onClick={() => {
          setGiven(name);
          void surface.fire(blockId, actionId, action);
        }}
      >
        {face}
        <PlainText text={textOf(text)} />
      </button>
    );
  };
  return (
    <>
      {one('positive_button', <ThumbUpIcon />)}
      {one('negative_button', <ThumbDownIcon />)}
    </>
  );
};
